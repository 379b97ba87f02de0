/** What the node says of a body before it sends it. */
import { despatchAdvice } from '../../nodes/Tradecloud/model/messages/despatchAdvice';
import { forecast, slimstockForecast } from '../../nodes/Tradecloud/model/messages/forecast';
import { order, singleDeliveryOrder } from '../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../nodes/Tradecloud/model/messages/orderResponse';
import {
	deliveries,
	deliveryHistory,
	indicators,
	orderDocuments,
} from '../../nodes/Tradecloud/model/messages/orderUpdates';
import { findings, pathOf } from '../../nodes/Tradecloud/model/shape';

/** The node's own description of each message. */
const described: Record<string, Parameters<typeof findings>[1] | undefined> = {
	order,
	'order/single-delivery': singleDeliveryOrder,
	'order/indicators': indicators,
	'order/deliveries': deliveries,
	'order/deliveryHistory': deliveryHistory,
	'order/documents': orderDocuments,
	'order-response': orderResponse,
	'shipment/despatch-advice': despatchAdvice,
	forecast,
	'forecast/slimstock': slimstockForecast,
};

/** The reasons for which the node would not send this body to a path below `/api-connector/`. */
export function reasonsOfNode(path: string, body: unknown): string[] {
	const message = described[path];
	if (!message) throw new Error(`The node has no message for ${path}`);
	// As it is sent: what is undefined is missing.
	const sent: unknown = JSON.parse(JSON.stringify(body));
	return findings(sent, message).map((finding) => `${pathOf(finding)} ${finding.says}`);
}
