/** A shipment without its lines, made of the header of a despatch advice (manual: shipment/buyer/receive/README.md). */
import type { Connection } from '../../data/companies';
import { detached, type Shipment, type ShipmentDestination } from '../../data/model';
import type {
	DespatchAdviceBody,
	DespatchShipment,
	ScheduledDestination,
} from '../validation/despatchAdvice';
import type { Context } from './context';
import { without } from './without';

/** The shipment, not stored yet: without lines and stamps. */
export function newShipment(
	id: string,
	body: DespatchAdviceBody,
	connection: Connection,
	context: Context,
): Shipment {
	const { buyerAccountNumber, shipment } = body.header;
	const { buyerCompanyId, supplierAccountNumber = '' } = connection;
	const [first] = body.lines;
	const order = context.orders.byNumber(first.purchaseOrderNumber, buyerCompanyId);
	return detached({
		id,
		...headerOf(body),
		supplierShipment: {
			companyId: context.companyId,
			buyerAccountNumber,
			shipmentNumber: shipment.shipmentNumber,
			invoiceNumbers: [],
			documents: [],
			contacts: [],
		},
		buyerShipment: {
			companyId: buyerCompanyId,
			supplierAccountNumber,
			documents: [],
			contacts: [],
			purchaseOrderTerms: order?.buyerOrder.terms,
		},
		loadCarriers: [],
		lines: [],
		// Guess: what values `status` takes is shown nowhere; nothing rests on them.
		status: 'Shipped',
		processStatus: 'Issued',
	});
}

type Header = Pick<Shipment, 'identifiers' | 'transportMode' | 'locations' | 'meta'>;

/** What a despatch advice says of the whole; what it leaves out stays as it was before. */
export function headerOf(
	{ header, erpIssueDateTime }: DespatchAdviceBody,
	before?: Shipment,
): Header {
	const { identifiers = {}, trackingNumber, transportMode } = header.shipment;
	return detached({
		identifiers: {
			...before?.identifiers,
			...without(identifiers, 'billOfLadingIssueDate'),
			...(trackingNumber && { trackingNumber }),
		},
		transportMode: transportMode ?? before?.transportMode,
		locations: {
			departure: departureOf(header.shipment) ?? before?.locations.departure,
			destinations: destinationsOf(header.shipment) ?? before?.locations.destinations ?? [],
		},
		meta: {
			lastUpdatedAt: '',
			...before?.meta,
			...(erpIssueDateTime && {
				supplierErpMeta: { despatchAdviceErpIssueDateTime: erpIssueDateTime },
			}),
		},
	});
}

/** `actualDate` is the manual's name, `atdDate` the SDK's and that of the shipment. */
function departureOf({ departure }: DespatchShipment): Shipment['locations']['departure'] {
	if (!departure) return undefined;
	const { actualDate, atdDate = actualDate, ...rest } = departure;
	return { ...rest, atdDate };
}

/** The SDK's list, or the manual's next and final destinations. */
function destinationsOf(sent: DespatchShipment): ShipmentDestination[] | undefined {
	if (sent.destinations) return sent.destinations.map((one) => without(one, 'etaDate'));
	const scheduled = [sent.destination, sent.finalDestination].filter((one) => one !== undefined);
	return scheduled.length > 0 ? scheduled.map(destinationOf) : undefined;
}

function destinationOf(sent: ScheduledDestination): ShipmentDestination {
	return {
		location: sent.location,
		etaStartDate: sent.scheduledStartDate,
		etaStartTime: sent.scheduledStartTime,
		etaEndDate: sent.scheduledEndDate,
		etaEndTime: sent.scheduledEndTime,
	};
}
