/** The header of an order, the same in both forms (manual: order/buyer/issue/README.md). */
import { z } from 'zod';
import {
	companyId,
	contact,
	country,
	documents,
	erpUser,
	flag,
	identifier,
	localDateTime,
	optionalIdentifier,
	properties,
	text,
	texts,
} from './parts';

/** manual: order/buyer/issue/README.md, company party: nothing of it is required. */
const party = z.object({
	id: optionalIdentifier,
	idScheme: text.optional(),
	names: texts.optional(),
	addressLines: texts.optional(),
	postalCode: text.optional(),
	city: text.optional(),
	countryCodeIso2: country.optional(),
	countryName: text.optional(),
});

/** Names and country may be all there is (manual: guide/sending-delivery-schedule). */
const destination = z.object({
	code: optionalIdentifier,
	names: texts.optional(),
	addressLines: texts.optional(),
	postalCode: text.optional(),
	city: text.optional(),
	countryCodeIso2: country.optional(),
	countryName: text.optional(),
	/** Free text: `warehouse` (SDK: SendOrder/order.json). */
	locationType: text.optional(),
});

/** manual: order/buyer/issue/README.md, order; SDK: SendOrder/order.json */
const terms = z.object({
	incotermsCode: text.optional(),
	incoterms: text.optional(),
	paymentTermsCode: text.optional(),
	paymentTerms: text.optional(),
});

/** What can be said of an order and of a line alike (manual: order/buyer/issue/indicators.md). */
export const commonIndicators = {
	confirmed: flag.optional(),
	requestReconfirmation: flag.optional(),
	shipped: flag.optional(),
	delivered: flag.optional(),
	completed: flag.optional(),
	cancelled: flag.optional(),
};

/** manual: order/buyer/issue/indicators.md, order only indicators */
const orderIndicators = z.object({
	...commonIndicators,
	autoConfirm: flag.optional(),
	cancelLineWhenMissing: flag.optional(),
});

export const orderHeader = z.object({
	companyId,
	buyerParty: party.optional(),
	buyerAccountingParty: party.optional(),
	supplierAccountNumber: identifier,
	supplierParty: party.optional(),
	purchaseOrderNumber: identifier,
	description: text.optional(),
	destination: destination.optional(),
	contact: contact.optional(),
	supplierContact: contact.optional(),
	terms: terms.optional(),
	indicators: orderIndicators.optional(),
	properties: properties.optional(),
	notes: texts.optional(),
	labels: texts.optional(),
	documents: documents.optional(),
	orderType: z.enum(['Purchase', 'Forecast', 'RFQ']).optional(),
});

/** When and by whom in the buyer's ERP (manual: order/buyer/issue/README.md, update.md). */
export const orderMeta = {
	erpIssueDateTime: localDateTime.optional(),
	erpIssuedBy: erpUser.optional(),
	erpLastChangeDateTime: localDateTime.optional(),
	erpLastChangedBy: erpUser.optional(),
};
