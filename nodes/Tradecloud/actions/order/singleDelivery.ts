/** The parameter `singleDelivery`: Tradecloud has two forms of an order. */
import type { INodeProperties } from 'n8n-workflow';

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
export const notForSingleDelivery =
	"Tradecloud does not support this for orders with a single delivery per line. For these, use the operation 'Send' with 'Single Delivery'.";
