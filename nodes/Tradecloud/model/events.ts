/**
 * Tradecloud's webhook events, when each happens, and which belong together (manual: connectors/webhooks/order-events.md,
 * order-documents-events.md, shipment-events.md). Names may be added at any time.
 */
import type { INodePropertyOptions } from 'n8n-workflow';

import { byName } from './byName';
import { optionsOf } from './names';

/** Events by their names, and when each happens. */
type Events = Record<string, string>;

const proposed: Events = {
	OrderChangesProposedBySupplier: 'When the supplier answers with other deliveries or prices',
};

const logisticsUpdated =
	'changes logistics fields of scheduled deliveries, such as their status or dates';

/** manual: connectors/webhooks/order-documents-events.md */
const notEmbedded = 'Documents within an order or a response do not cause it.';

const shipmentDocuments: Events = {
	ShipmentDocumentAttachedByBuyer: 'When the buyer attaches documents to a shipment',
	ShipmentDocumentAttachedBySupplier: 'When the supplier attaches documents to a shipment',
};

/** What a workflow may wait for; the events that are one thing to its user. */
interface EventGroup {
	name: string;
	value: string;
	/** What the list of nodes calls it. */
	action: string;
	description: string;
	events: Events;
}

/** In the order in which the editor shows them, the most common first. */
export const eventGroups: EventGroup[] = [
	{
		name: 'New Order',
		value: 'newOrder',
		action: 'On new order from the buyer',
		description: 'When the buyer sends a new order, or adds lines to one',
		events: {
			OrderIssuedByBuyer: 'When the buyer sends a new order',
			OrderLinesIssuedByBuyer: 'When the buyer adds lines to an order',
		},
	},
	{
		name: 'Order Changed by the Buyer',
		value: 'orderChanged',
		action: 'On order changed by the buyer',
		description:
			'When the buyer changes, reopens, cancels or completes lines, or asks the supplier to confirm them once more',
		events: {
			CancelledOrderLinesRevertedByBuyer: 'When the buyer takes back the cancellation of lines',
			CompletedOrderLinesRevertedByBuyer: 'When the buyer opens completed lines again',
			OrderLinesCancelledByBuyer: 'When the buyer cancels lines',
			OrderLinesCompletedByBuyer: 'When the buyer closes lines as completed',
			OrderLinesConfirmedByBuyer: 'When the buyer confirms new lines without asking the supplier',
			OrderLinesReconfirmationRequestedByBuyer: 'When the buyer asks to confirm lines once more',
			OrderLinesReissuedByBuyer: 'When the buyer changes lines that are not confirmed yet',
			OrderLinesReopenRequestedByBuyer: 'When the buyer asks to change confirmed lines',
			OrderLinesReopenRequestRevertedByBuyer: 'When the buyer withdraws their own reopen request',
			OrderLinesUpdatedByBuyer: 'When the buyer changes other fields than deliveries and prices',
		},
	},
	{
		name: 'Supplier Answered',
		value: 'supplierAnswered',
		action: 'On answer from the supplier',
		description:
			'When the supplier accepts, rejects or confirms lines, proposes changes, or answers a reopen request of the buyer',
		events: {
			...proposed,
			OrderLinesAcceptedBySupplier: 'When the supplier confirms lines as the buyer ordered them',
			OrderLinesConfirmedBySupplier:
				'When the supplier confirms lines with other values than ordered, and the buyer confirms such changes automatically',
			OrderLinesReconfirmedBySupplier: 'When the supplier confirms lines once more, as asked',
			OrderLinesRejectedBySupplier: 'When the supplier rejects lines',
			OrderLinesReopenRequestApprovedBySupplier: 'When the supplier approves the reopen request',
			OrderLinesReopenRequestRejectedBySupplier: 'When the supplier rejects the reopen request',
		},
	},
	{
		name: 'Supplier Proposed Changes',
		value: 'proposal',
		action: 'On proposal from the supplier',
		description:
			'When the supplier asks for other deliveries, quantities or prices, which the buyer may approve or reject',
		events: {
			...proposed,
			OrderLinesReopenRequestedBySupplier: 'When the supplier asks to change confirmed lines',
			OrderLinesShipmentRescheduleRequestedBySupplier:
				'When the supplier ships other quantities than scheduled',
		},
	},
	{
		name: 'Buyer Decided',
		value: 'buyerDecided',
		action: 'On decision of the buyer about a proposal',
		description: 'When the buyer approves or rejects what the supplier asked for',
		events: {
			OrderChangesProposalApprovedByBuyer: "When the buyer approves the supplier's proposal",
			OrderChangesProposalRejectedByBuyer: "When the buyer rejects the supplier's proposal",
			OrderLinesReopenRequestApprovedByBuyer: 'When the buyer approves the reopen request',
			OrderLinesReopenRequestRejectedByBuyer: 'When the buyer rejects the reopen request',
			OrderLinesShipmentRescheduleApprovedByBuyer: 'When the buyer approves the shipped quantities',
			OrderLinesShipmentRescheduleRejectedByBuyer: 'When the buyer rejects the shipped quantities',
		},
	},
	{
		name: 'Shipped or Delivered',
		value: 'shipped',
		action: 'On lines shipped or delivered',
		description:
			'When lines are marked as shipped, delivered or open again, or the buyer enters goods receipts',
		events: {
			OrderLinesDeliveryHistoryAppendedByBuyer: 'When the buyer adds goods receipts to lines',
			OrderLinesDeliveryHistorySetByBuyer: 'When the buyer replaces the goods receipts of lines',
			OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer: `When the buyer ${logisticsUpdated}`,
			OrderLinesDeliveryScheduleLogisticsUpdatedBySupplier: `When the supplier ${logisticsUpdated}`,
			OrderLinesMarkedAsDeliveredByBuyer: 'When the buyer marks lines as delivered',
			OrderLinesMarkedAsDeliveredBySupplier: 'When the supplier marks lines as delivered',
			OrderLinesMarkedAsOpenByBuyer: 'When the buyer opens shipped or delivered lines again',
			OrderLinesMarkedAsOpenBySupplier: 'When the supplier opens shipped or delivered lines again',
			OrderLinesShippedByBuyer: 'When the buyer marks lines as shipped',
		},
	},
	{
		name: 'Documents Attached',
		value: 'documents',
		action: 'On documents attached',
		description: 'When somebody attaches documents to an order, its lines or a shipment',
		events: {
			...shipmentDocuments,
			OrderDocumentsAttachedByBuyer: `When the buyer attaches documents to an order or its lines. ${notEmbedded}`,
			OrderDocumentsAttachedBySupplier: `When the supplier attaches documents to an order or its lines. ${notEmbedded}`,
		},
	},
	{
		name: 'Shipment',
		value: 'shipment',
		action: 'On shipment (despatch advice)',
		description: 'When a shipment is new, changed, approved or rejected, or gets documents',
		events: {
			...shipmentDocuments,
			ShipmentApprovedByBuyer: 'When the buyer approves a shipment',
			ShipmentHeaderUpdatedBySupplier: 'When the supplier changes header fields of a shipment',
			ShipmentIssuedBySupplier: 'When the supplier sends a new shipment',
			ShipmentReissuedBySupplier: 'When the supplier sends a changed shipment',
			ShipmentRejectedByBuyer: 'When the buyer rejects a shipment',
			ShipmentResentByBuyer: 'When the buyer has Tradecloud send the shipment again',
		},
	},
];

const others: Events = {
	OrderContactReassignedByBuyer: 'When the buyer gives the order to another contact',
	OrderContactReassignedBySupplier: 'When the supplier gives the order to another contact',
	// SDK: SetOrderEventsSettings/order-events-settings.json lists the events of labels; no page describes them.
	OrderCustomLabelsUpdatedByBuyer: "When the buyer changes the order's labels",
	OrderCustomLabelsUpdatedBySupplier: "When the supplier changes the order's labels",
	OrderLinesItemDetailsChanged: 'When the supplier changes the item details of lines',
	// SDK: SetOrderEventsSettings/order-events-settings.json; the manual's page has the name above.
	OrderLinesItemDetailsChangedBySupplier: 'When the supplier changes the item details of lines',
	OrderLinesReopenRequestRevertedBySupplier: 'When the supplier withdraws their own reopen request',
	OrderLinesUpdatedBySupplier: 'When the supplier changes other fields than deliveries and prices',
	OrderResentByBuyer: 'When the buyer has Tradecloud send the order again',
	OrderResentBySupplier: 'When the supplier has Tradecloud send the order again',
	// connectors: webhook-connector/order-events.md
	OrderSynced: 'When an order comes over from Tradecloud Legacy',
};

/** Every event, in alphabetical order. */
export const eventOptions: INodePropertyOptions[] = optionsOf(
	Object.assign({}, others, ...eventGroups.map(({ events }) => events)) as Events,
).sort(byName);
