/** The messages that a company sends to Tradecloud (manual: order, shipment and forecast). */
import type { IDataObject } from 'n8n-workflow';

import type { Caller } from './caller';
import { request } from './request';

/** Where each goes, and whether it names the other company by nothing but an account number. */
const endpoints = {
	deliveries: { path: 'order/deliveries' },
	deliveryHistory: { path: 'order/deliveryHistory' },
	despatchAdvice: { path: 'shipment/despatch-advice', needsConnection: true },
	forecast: { path: 'forecast', needsConnection: true },
	indicators: { path: 'order/indicators' },
	order: { path: 'order', needsConnection: true },
	orderDocuments: { path: 'order/documents' },
	orderResponse: { path: 'order-response', needsConnection: true },
	singleDeliveryOrder: { path: 'order/single-delivery', needsConnection: true },
	slimstockForecast: { path: 'forecast/slimstock', needsConnection: true },
};

export type MessageKind = keyof typeof endpoints;

/**
 * Sends a message.
 *
 * @param subject the message, such as `order 'PO1'`
 * @param unknown what Tradecloud could not find when it answers 404
 * @param once whether Tradecloud appends it each time, so that it must not come twice
 * @returns Tradecloud's answer, which may be empty
 */
export async function sendMessage(
	caller: Caller,
	kind: MessageKind,
	body: IDataObject,
	about: { subject: string; unknown: string; once?: boolean },
): Promise<IDataObject> {
	const { path, ...more } = { needsConnection: false, ...endpoints[kind] };
	return await request(caller, {
		...about,
		...more,
		method: 'POST',
		path: `/api-connector/${path}`,
		body,
		sent: about.subject,
		mayBeEmpty: '204',
	});
}
