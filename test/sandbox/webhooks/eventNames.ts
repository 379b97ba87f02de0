/** The events that Tradecloud's webhooks know. */
import type { SubscriptionKind } from './subscriptions';

/** manual: connectors/webhooks/order-events.md */
const orderEvents = [
	'OrderIssuedByBuyer',
	'OrderLinesIssuedByBuyer',
	'OrderLinesReissuedByBuyer',
	'OrderLinesUpdatedByBuyer',
	'OrderLinesAcceptedBySupplier',
	'OrderLinesRejectedBySupplier',
	'OrderLinesConfirmedByBuyer',
	'OrderLinesConfirmedBySupplier',
	'OrderChangesProposedBySupplier',
	'OrderChangesProposalApprovedByBuyer',
	'OrderChangesProposalRejectedByBuyer',
	'OrderLinesUpdatedBySupplier',
	'OrderLinesItemDetailsChanged',
	'OrderLinesReopenRequestedByBuyer',
	'OrderLinesReopenRequestRevertedByBuyer',
	'OrderLinesReopenRequestApprovedBySupplier',
	'OrderLinesReopenRequestRejectedBySupplier',
	'OrderLinesReopenRequestedBySupplier',
	'OrderLinesReopenRequestRevertedBySupplier',
	'OrderLinesReopenRequestApprovedByBuyer',
	'OrderLinesReopenRequestRejectedByBuyer',
	'OrderLinesReconfirmationRequestedByBuyer',
	'OrderLinesReconfirmedBySupplier',
	'OrderLinesCancelledByBuyer',
	'CancelledOrderLinesRevertedByBuyer',
	'OrderLinesCompletedByBuyer',
	'CompletedOrderLinesRevertedByBuyer',
	'OrderLinesMarkedAsOpenByBuyer',
	'OrderLinesMarkedAsOpenBySupplier',
	'OrderLinesShippedByBuyer',
	'OrderLinesMarkedAsDeliveredByBuyer',
	'OrderLinesMarkedAsDeliveredBySupplier',
	'OrderLinesDeliveryHistoryAppendedByBuyer',
	'OrderLinesDeliveryHistorySetByBuyer',
	'OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer',
	'OrderLinesDeliveryScheduleLogisticsUpdatedBySupplier',
	'OrderLinesShipmentRescheduleRequestedBySupplier',
	'OrderLinesShipmentRescheduleApprovedByBuyer',
	'OrderLinesShipmentRescheduleRejectedByBuyer',
	'OrderContactReassignedByBuyer',
	'OrderContactReassignedBySupplier',
	'OrderResentByBuyer',
	'OrderResentBySupplier',
];

/** Only in the settings of the order webhook (SDK: SetOrderEventsSettings). */
const eventsOfSettings = [
	'OrderLinesItemDetailsChangedBySupplier',
	'OrderCustomLabelsUpdatedByBuyer',
	'OrderCustomLabelsUpdatedBySupplier',
	'OrderSynced',
];

/** manual: connectors/webhooks/order-documents-events.md */
const documentsEvents = ['OrderDocumentsAttachedByBuyer', 'OrderDocumentsAttachedBySupplier'];

/** manual: connectors/webhooks/shipment-events.md */
const shipmentEvents = [
	'ShipmentIssuedBySupplier',
	'ShipmentReissuedBySupplier',
	'ShipmentApprovedByBuyer',
	'ShipmentRejectedByBuyer',
	'ShipmentHeaderUpdatedBySupplier',
	'ShipmentDocumentAttachedByBuyer',
	'ShipmentDocumentAttachedBySupplier',
	'ShipmentResentByBuyer',
];

/** The names of each integration's events. */
export const eventNames: Record<SubscriptionKind, readonly string[]> = {
	order: [...orderEvents, ...eventsOfSettings],
	orderDocuments: documentsEvents,
	shipment: shipmentEvents,
};
