/** What a company sends about an order. Tradecloud matches number and positions, so that repeating is safe but for what it appends. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isGiven } from '../../model/messages/field';
import { order, singleDeliveryOrder } from '../../model/messages/order';
import { orderResponse } from '../../model/messages/orderResponse';
import {
	deliveries,
	deliveryHistory,
	indicators,
	orderDocuments,
} from '../../model/messages/orderUpdates';
import { listAt, valueAt } from '../../model/order';
import { sendOperation } from '../message/send';

/** Tradecloud has two forms of an order. */
export const singleDeliveryField: INodeProperties = {
	displayName: 'Single Delivery',
	name: 'singleDelivery',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		"Whether each order line has one delivery, in Tradecloud's single delivery form, instead of a delivery schedule",
};

/** Tradecloud has these calls for one form only (manual: order/buyer/receive-goods.md, order/buyer/issue/indicators.md). */
const notice =
	"Tradecloud does not support this for orders with a single delivery per line. For these, use the operation 'Send' with 'Single Delivery'.";

export const orderMessages = [
	sendOperation({
		value: 'send',
		action: 'Send order',
		description: 'As a buyer, issue a new purchase order to a supplier or change one',
		kind: 'order',
		message: order,
		variant: {
			field: singleDeliveryField,
			kind: 'singleDeliveryOrder',
			message: singleDeliveryOrder,
		},
	}),
	sendOperation({
		value: 'sendResponse',
		action: 'Send order response',
		description:
			'As a supplier, accept or reject the lines of a purchase order or propose changes to them',
		kind: 'orderResponse',
		message: orderResponse,
	}),
	sendOperation({
		value: 'setIndicators',
		action: 'Set order indicators',
		description:
			'As a buyer, mark an order or its lines as shipped, delivered, completed, cancelled or confirmed',
		kind: 'indicators',
		message: indicators,
		notice,
	}),
	sendOperation({
		value: 'addDeliveries',
		action: 'Add deliveries to order',
		description:
			'As a buyer, append goods that were received to the delivery history of order lines',
		kind: 'deliveries',
		message: deliveries,
		notice,
		appends: () => true,
	}),
	sendOperation({
		value: 'setDeliveryHistory',
		action: 'Set delivery history of order',
		description:
			'As a buyer, replace all that was received so far for order lines. With JSON, an empty history clears a line.',
		kind: 'deliveryHistory',
		message: deliveryHistory,
		notice,
	}),
	sendOperation({
		value: 'attachDocuments',
		action: 'Attach documents to order',
		description: 'As a buyer, attach uploaded documents or links to a purchase order or its lines',
		kind: 'orderDocuments',
		message: orderDocuments,
		appends: hasDocumentWithoutCode,
	}),
];

/** By its code Tradecloud recognises a document. */
function hasDocumentWithoutCode(body: IDataObject): boolean {
	return [body.order, ...listAt(body, 'lines')]
		.flatMap((holder) => listAt(holder, 'documents'))
		.some((document) => !isGiven(valueAt(document, 'code')));
}
