/**
 * Tradecloud's webhook events, when each happens, and which belong together (manual: connectors/webhooks/order-events.md,
 * order-documents-events.md, shipment-events.md). Names may be added at any time.
 */
import type { INodePropertyOptions } from 'n8n-workflow';

import { byName } from './byName';
import { titleOf } from './names';

const orderEvents = {
	CancelledOrderLinesRevertedByBuyer: 'When the buyer takes back the cancellation of lines',
	CompletedOrderLinesRevertedByBuyer: 'When the buyer opens completed lines again',
	OrderChangesProposalApprovedByBuyer: "When the buyer approves the supplier's proposal",
	OrderChangesProposalRejectedByBuyer: "When the buyer rejects the supplier's proposal",
	OrderChangesProposedBySupplier:
		'When the supplier answers an order with other deliveries or prices, which the buyer may approve or reject',
	OrderContactReassignedByBuyer: 'When the buyer gives the order to another contact of theirs',
	OrderContactReassignedBySupplier:
		'When the supplier gives the order to another contact of theirs',
	// SDK: SetOrderEventsSettings/order-events-settings.json lists the events of labels; no page describes them.
	OrderCustomLabelsUpdatedByBuyer: "When the buyer changes the order's labels",
	OrderCustomLabelsUpdatedBySupplier: "When the supplier changes the order's labels",
	OrderIssuedByBuyer: 'When the buyer sends a new order',
	OrderLinesAcceptedBySupplier: 'When the supplier confirms lines as the buyer ordered them',
	OrderLinesCancelledByBuyer: 'When the buyer cancels lines',
	OrderLinesCompletedByBuyer: 'When the buyer closes lines as completed',
	OrderLinesConfirmedByBuyer:
		'When the buyer confirms new lines by themselves, without asking the supplier',
	OrderLinesConfirmedBySupplier:
		'When the supplier confirms lines with other values than ordered, and the buyer confirms such changes automatically',
	OrderLinesDeliveryHistoryAppendedByBuyer:
		'When the buyer adds goods receipts to the delivery history of lines',
	OrderLinesDeliveryHistorySetByBuyer: 'When the buyer replaces the delivery history of lines',
	OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer:
		'When the buyer changes logistics fields of scheduled deliveries, such as their status or dates',
	OrderLinesDeliveryScheduleLogisticsUpdatedBySupplier:
		'When the supplier changes logistics fields of scheduled deliveries, such as their status or dates',
	OrderLinesIssuedByBuyer: 'When the buyer adds lines to an order',
	OrderLinesItemDetailsChanged: 'When the supplier changes the item details of lines',
	// SDK: SetOrderEventsSettings/order-events-settings.json; the manual's page has the name above.
	OrderLinesItemDetailsChangedBySupplier:
		"When the supplier changes the item details of lines, as the portal's settings call it",
	OrderLinesMarkedAsDeliveredByBuyer: 'When the buyer marks lines as delivered',
	OrderLinesMarkedAsDeliveredBySupplier: 'When the supplier marks lines as delivered to the buyer',
	OrderLinesMarkedAsOpenByBuyer:
		'When the buyer marks lines as open again that were shipped or delivered',
	OrderLinesMarkedAsOpenBySupplier:
		'When the supplier marks lines as open again that were shipped or delivered',
	OrderLinesReconfirmationRequestedByBuyer:
		'When the buyer asks the supplier to confirm lines once more',
	OrderLinesReconfirmedBySupplier: 'When the supplier confirms lines once more, as asked',
	OrderLinesReissuedByBuyer: 'When the buyer changes lines that are not confirmed yet',
	OrderLinesRejectedBySupplier: 'When the supplier rejects lines',
	OrderLinesReopenRequestApprovedByBuyer: "When the buyer approves the supplier's reopen request",
	OrderLinesReopenRequestApprovedBySupplier:
		"When the supplier approves the buyer's reopen request",
	OrderLinesReopenRequestedByBuyer:
		'When the buyer asks for other deliveries or prices on confirmed lines',
	OrderLinesReopenRequestedBySupplier:
		'When the supplier asks for other deliveries or prices on confirmed lines',
	OrderLinesReopenRequestRejectedByBuyer: "When the buyer rejects the supplier's reopen request",
	OrderLinesReopenRequestRejectedBySupplier: "When the supplier rejects the buyer's reopen request",
	OrderLinesReopenRequestRevertedByBuyer: 'When the buyer withdraws their own reopen request',
	OrderLinesReopenRequestRevertedBySupplier: 'When the supplier withdraws their own reopen request',
	OrderLinesShipmentRescheduleApprovedByBuyer:
		'When the buyer approves the quantities of a shipment that differ from the schedule',
	OrderLinesShipmentRescheduleRejectedByBuyer:
		'When the buyer rejects the quantities of a shipment that differ from the schedule',
	OrderLinesShipmentRescheduleRequestedBySupplier:
		'When the supplier ships other quantities than scheduled, which the buyer may approve or reject',
	OrderLinesShippedByBuyer: 'When the buyer marks lines as shipped',
	OrderLinesUpdatedByBuyer:
		'When the buyer changes fields of the order or its lines other than deliveries and prices',
	OrderLinesUpdatedBySupplier:
		'When the supplier changes fields of the order or its lines other than deliveries and prices',
	OrderResentByBuyer: 'When the buyer has Tradecloud send the order again',
	OrderResentBySupplier: 'When the supplier has Tradecloud send the order again',
	// connectors: webhook-connector/order-events.md
	OrderSynced: 'When an order comes over from Tradecloud Legacy',
};

/** manual: connectors/webhooks/order-documents-events.md */
const notEmbedded = 'Documents within an order or a response do not cause it.';

const orderDocumentsEvents = {
	OrderDocumentsAttachedByBuyer: `When the buyer attaches documents to an order or its lines. ${notEmbedded}`,
	OrderDocumentsAttachedBySupplier: `When the supplier attaches documents to an order or its lines. ${notEmbedded}`,
};

const shipmentEvents = {
	ShipmentApprovedByBuyer: 'When the buyer approves a shipment',
	ShipmentDocumentAttachedByBuyer: 'When the buyer attaches documents to a shipment',
	ShipmentDocumentAttachedBySupplier: 'When the supplier attaches documents to a shipment',
	ShipmentHeaderUpdatedBySupplier:
		'When the supplier changes header fields of a shipment, such as its bill of lading number',
	ShipmentIssuedBySupplier: 'When the supplier sends a new shipment',
	ShipmentReissuedBySupplier: 'When the supplier sends a changed shipment',
	ShipmentRejectedByBuyer: 'When the buyer rejects a shipment',
	ShipmentResentByBuyer: 'When the buyer has Tradecloud send the shipment again',
};

/** What a workflow may wait for; the events, by their names, that are one thing to its user. */
interface EventGroup {
	name: string;
	value: string;
	/** What the list of nodes calls it. */
	action: string;
	description: string;
	events: string[];
}

/** In the order in which the editor shows them, the most common first. */
export const eventGroups: EventGroup[] = [
	{
		name: 'New Order',
		value: 'newOrder',
		action: 'On new order from the buyer',
		description: 'When the buyer sends a new order, or adds lines to one',
		events: ['OrderIssuedByBuyer', 'OrderLinesIssuedByBuyer'],
	},
	{
		name: 'Order Changed by the Buyer',
		value: 'orderChanged',
		action: 'On order changed by the buyer',
		description:
			'When the buyer changes, reopens, cancels or completes lines, or asks the supplier to confirm them once more',
		events: [
			'OrderLinesReissuedByBuyer',
			'OrderLinesUpdatedByBuyer',
			'OrderLinesConfirmedByBuyer',
			'OrderLinesReopenRequestedByBuyer',
			'OrderLinesReopenRequestRevertedByBuyer',
			'OrderLinesReconfirmationRequestedByBuyer',
			'OrderLinesCancelledByBuyer',
			'CancelledOrderLinesRevertedByBuyer',
			'OrderLinesCompletedByBuyer',
			'CompletedOrderLinesRevertedByBuyer',
		],
	},
	{
		name: 'Supplier Answered',
		value: 'supplierAnswered',
		action: 'On answer from the supplier',
		description:
			'When the supplier accepts, rejects or confirms lines, proposes changes, or answers a reopen request of the buyer',
		events: [
			'OrderLinesAcceptedBySupplier',
			'OrderLinesRejectedBySupplier',
			'OrderLinesConfirmedBySupplier',
			'OrderLinesReconfirmedBySupplier',
			'OrderChangesProposedBySupplier',
			'OrderLinesReopenRequestApprovedBySupplier',
			'OrderLinesReopenRequestRejectedBySupplier',
		],
	},
	{
		name: 'Supplier Proposed Changes',
		value: 'proposal',
		action: 'On proposal from the supplier',
		description:
			'When the supplier asks for other deliveries, quantities or prices, which the buyer may approve or reject',
		events: [
			'OrderChangesProposedBySupplier',
			'OrderLinesReopenRequestedBySupplier',
			'OrderLinesShipmentRescheduleRequestedBySupplier',
		],
	},
	{
		name: 'Buyer Decided',
		value: 'buyerDecided',
		action: 'On decision of the buyer about a proposal',
		description: 'When the buyer approves or rejects what the supplier asked for',
		events: [
			'OrderChangesProposalApprovedByBuyer',
			'OrderChangesProposalRejectedByBuyer',
			'OrderLinesReopenRequestApprovedByBuyer',
			'OrderLinesReopenRequestRejectedByBuyer',
			'OrderLinesShipmentRescheduleApprovedByBuyer',
			'OrderLinesShipmentRescheduleRejectedByBuyer',
		],
	},
	{
		name: 'Shipped or Delivered',
		value: 'shipped',
		action: 'On lines shipped or delivered',
		description:
			'When lines are marked as shipped, delivered or open again, or the buyer enters goods receipts',
		events: [
			'OrderLinesShippedByBuyer',
			'OrderLinesMarkedAsDeliveredByBuyer',
			'OrderLinesMarkedAsDeliveredBySupplier',
			'OrderLinesMarkedAsOpenByBuyer',
			'OrderLinesMarkedAsOpenBySupplier',
			'OrderLinesDeliveryHistoryAppendedByBuyer',
			'OrderLinesDeliveryHistorySetByBuyer',
			'OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer',
			'OrderLinesDeliveryScheduleLogisticsUpdatedBySupplier',
		],
	},
	{
		name: 'Documents Attached',
		value: 'documents',
		action: 'On documents attached',
		description: 'When somebody attaches documents to an order, its lines or a shipment',
		events: [
			...Object.keys(orderDocumentsEvents),
			'ShipmentDocumentAttachedByBuyer',
			'ShipmentDocumentAttachedBySupplier',
		],
	},
	{
		name: 'Shipment',
		value: 'shipment',
		action: 'On shipment (despatch advice)',
		description: 'When a shipment is new, changed, approved or rejected, or gets documents',
		events: Object.keys(shipmentEvents),
	},
];

/** Every event as an option for the editor, in alphabetical order. */
export const eventOptions: INodePropertyOptions[] = Object.entries({
	...orderEvents,
	...orderDocumentsEvents,
	...shipmentEvents,
})
	.map(([value, description]) => ({ name: titleOf(value), value, description }))
	.sort(byName);
