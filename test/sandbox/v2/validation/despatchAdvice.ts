/**
 * `POST /api-connector/shipment/despatch-advice` (manual: shipment/supplier/send-despatch-advice.md;
 * newer: SDK: SendDespatchAdvice/despatch-advice.json). Both forms pass.
 */
import { z } from 'zod';
import {
	companyId,
	country,
	date,
	identifier,
	lines,
	list,
	localDateTime,
	localTime,
	number,
	optionalIdentifier,
	text,
	texts,
} from './parts';

const location = z.object({
	locationType: z
		.enum([
			'AgreedPlace',
			'PortOfLoading',
			'PortOfDestination',
			'PlaceOfDestination',
			'FinalDestination',
		])
		.optional(),
	id: identifier,
	idScheme: text.optional(),
	names: texts.optional(),
	addressLines: texts.optional(),
	postalCode: text.optional(),
	city: text.optional(),
	/** The manual's name; the SDK's is `countryCodeIso2`. */
	countryCodeIso: country.optional(),
	countryCodeIso2: country.optional(),
});

const departure = z.object({
	location: location.optional(),
	/** The manual's name of `atdDate`. */
	actualDate: date.optional(),
	etdDate: date.optional(),
	atdDate: date.optional(),
});

/** The manual's form of a destination. */
const scheduled = z.object({
	location: location.optional(),
	scheduledStartDate: date.optional(),
	scheduledStartTime: localTime.optional(),
	scheduledEndDate: date.optional(),
	scheduledEndTime: localTime.optional(),
});

/** The SDK's form of a destination. */
const destination = z.object({
	location: location.optional(),
	etaStartDate: date.optional(),
	etaStartTime: localTime.optional(),
	etaEndDate: date.optional(),
	etaEndTime: localTime.optional(),
	etaDate: date.optional(),
	ataDate: date.optional(),
	etdDate: date.optional(),
	atdDate: date.optional(),
});

const shipment = z.object({
	shipmentNumber: identifier,
	shipmentCompanyName: text.optional(),
	trackingNumber: text.optional(),
	identifiers: z
		.object({
			billOfLadingNumber: text.optional(),
			billOfLadingIssueDate: date.optional(),
			imoNumber: text.optional(),
			carrierShipmentNumber: text.optional(),
			trackingNumber: text.optional(),
		})
		.optional(),
	transportMode: text.optional(),
	departure: departure.optional(),
	destination: scheduled.optional(),
	finalDestination: scheduled.optional(),
	destinations: list(destination).optional(),
});

/**
 * `buyerItemNumber` is "required" on one page and enriched from the order on the same one (manual:
 * shipment/supplier/send-despatch-advice.md); the SDK's minimal body has no item. Each line names
 * its order, so the item may be left out.
 */
const item = z.object({
	buyerItemNumber: optionalIdentifier,
	buyerItemRevision: text.optional(),
	buyerItemName: text.optional(),
	supplierItemNumber: text.optional(),
	supplierItemRevision: text.optional(),
	supplierItemName: text.optional(),
	purchaseUnitOfMeasureIso: text.optional(),
});

/** What is mandatory in a shipment is so here (manual: shipment/buyer/receive/README.md, shipment line). */
const line = z.object({
	despatchAdviceLinePosition: identifier,
	purchaseOrderNumber: identifier,
	purchaseOrderLinePosition: identifier,
	deliverySchedulePosition: optionalIdentifier,
	item: item.optional(),
	despatchQuantity: number,
	backorderQuantity: number.optional(),
	backorderDate: date.optional(),
});

export const despatchAdviceBody = z.object({
	header: z.object({
		supplierCompanyId: companyId,
		buyerAccountNumber: identifier,
		despatchAdviceNumber: identifier,
		shipment,
	}),
	lines: lines(line).superRefine((sent, context) => {
		const seen = new Set<string>();
		sent.forEach(({ despatchAdviceLinePosition: position }, index) => {
			if (seen.has(position)) {
				const path = [index, 'despatchAdviceLinePosition'];
				context.addIssue({ code: 'custom', path, message: 'must be unique' });
			}
			seen.add(position);
		});
	}),
	erpIssueDateTime: localDateTime.optional(),
});

export type DespatchAdviceBody = z.output<typeof despatchAdviceBody>;
export type DespatchLine = z.output<typeof line>;
export type DespatchShipment = z.output<typeof shipment>;
export type ScheduledDestination = z.output<typeof scheduled>;
