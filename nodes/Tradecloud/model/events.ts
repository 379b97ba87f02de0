/** The names of Tradecloud's webhook events, in the groups of its portal. Names may be added at any time. */
import type { INodePropertyOptions } from 'n8n-workflow';

import { byName } from './byName';

const orderEvents = [
	'CancelledOrderLinesRevertedByBuyer',
	'CompletedOrderLinesRevertedByBuyer',
	'OrderChangesProposalApprovedByBuyer',
	'OrderChangesProposalRejectedByBuyer',
	'OrderChangesProposedBySupplier',
	'OrderContactReassignedByBuyer',
	'OrderContactReassignedBySupplier',
	'OrderCustomLabelsUpdatedByBuyer',
	'OrderCustomLabelsUpdatedBySupplier',
	'OrderIssuedByBuyer',
	'OrderLinesAcceptedBySupplier',
	'OrderLinesCancelledByBuyer',
	'OrderLinesCompletedByBuyer',
	'OrderLinesConfirmedByBuyer',
	'OrderLinesConfirmedBySupplier',
	'OrderLinesDeliveryHistoryAppendedByBuyer',
	'OrderLinesDeliveryHistorySetByBuyer',
	'OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer',
	'OrderLinesDeliveryScheduleLogisticsUpdatedBySupplier',
	'OrderLinesIssuedByBuyer',
	'OrderLinesItemDetailsChanged',
	'OrderLinesItemDetailsChangedBySupplier',
	'OrderLinesMarkedAsDeliveredByBuyer',
	'OrderLinesMarkedAsDeliveredBySupplier',
	'OrderLinesMarkedAsOpenByBuyer',
	'OrderLinesMarkedAsOpenBySupplier',
	'OrderLinesReconfirmationRequestedByBuyer',
	'OrderLinesReconfirmedBySupplier',
	'OrderLinesReissuedByBuyer',
	'OrderLinesRejectedBySupplier',
	'OrderLinesReopenRequestApprovedByBuyer',
	'OrderLinesReopenRequestApprovedBySupplier',
	'OrderLinesReopenRequestedByBuyer',
	'OrderLinesReopenRequestedBySupplier',
	'OrderLinesReopenRequestRejectedByBuyer',
	'OrderLinesReopenRequestRejectedBySupplier',
	'OrderLinesReopenRequestRevertedByBuyer',
	'OrderLinesReopenRequestRevertedBySupplier',
	'OrderLinesShipmentRescheduleApprovedByBuyer',
	'OrderLinesShipmentRescheduleRejectedByBuyer',
	'OrderLinesShipmentRescheduleRequestedBySupplier',
	'OrderLinesShippedByBuyer',
	'OrderLinesUpdatedByBuyer',
	'OrderLinesUpdatedBySupplier',
	'OrderResentByBuyer',
	'OrderResentBySupplier',
	'OrderSynced',
];

const orderDocumentsEvents = ['OrderDocumentsAttachedByBuyer', 'OrderDocumentsAttachedBySupplier'];

const shipmentEvents = [
	'ShipmentApprovedByBuyer',
	'ShipmentDocumentAttachedByBuyer',
	'ShipmentDocumentAttachedBySupplier',
	'ShipmentHeaderUpdatedBySupplier',
	'ShipmentIssuedBySupplier',
	'ShipmentReissuedBySupplier',
	'ShipmentRejectedByBuyer',
	'ShipmentResentByBuyer',
];

/** `OrderLinesReopenRequestedByBuyer` → `Order Lines Reopen Requested by Buyer` */
function title(eventName: string): string {
	return eventName
		.replace(/(?!^)([A-Z])/g, ' $1')
		.replace(/ (By|As) /g, (word) => word.toLowerCase());
}

function options(kind: string, eventNames: string[]): INodePropertyOptions[] {
	return eventNames.map((value) => ({
		name: title(value),
		value,
		description: `${kind} '${value}' of Tradecloud`,
	}));
}

/** Every event as an option for the editor, in alphabetical order. */
export const eventOptions: INodePropertyOptions[] = [
	...options('Order event', orderEvents),
	...options('Order documents event', orderDocumentsEvents),
	...options('Shipment event', shipmentEvents),
].sort(byName);
