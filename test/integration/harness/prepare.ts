/** Puts into a sandbox what an operation is about, and watches what comes of it. */
import type { IDataObject } from 'n8n-workflow';

import { operationOf } from '../../../nodes/Tradecloud/actions/router';
import type { Message } from '../../../nodes/Tradecloud/model/messages/message';
import type { Order, Sandbox } from '../../sandbox';
import { storeOrder, type WantedLine } from '../../sandbox/build';

/** What an operation needs, and how its effect is counted. */
export interface Prepared {
	/** Parameters beside the resource, the operation and the example of its message. */
	parameters?: IDataObject;
	/** The message, where that of the editor's example does not do. */
	body?: IDataObject;
	/** How often Tradecloud has done it since; missing for what only reads. */
	happened?: () => number;
}

/** A resource locator of the editor that holds an id. */
export const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

/** The order that all is about. */
export const firstOrder = ({ orders }: Sandbox): Order => orders.list()[0];
const firstPosition = (order: Order): string => order.lines[0].buyerLine.position;

/** Counts the changes of an order: each one that is not the same as what Tradecloud has makes a new version. */
function changesOf(order: Order): () => number {
	const before = order.version;
	return () => order.version - before;
}

/** A message about an order that the sandbox has, so that it is accepted. */
export function aboutOrder(order: Order, example: IDataObject): IDataObject {
	const { purchaseOrderNumber } = order.buyerOrder;
	const { buyerAccountNumber } = order.supplierOrder;
	const known: IDataObject = {
		purchaseOrderNumber,
		buyerAccountNumber,
		position: firstPosition(order),
		purchaseOrderLinePosition: firstPosition(order),
	};
	const body = structuredClone(example) as Record<'order' | 'header', IDataObject | undefined> & {
		lines?: IDataObject[];
	};
	for (const part of [body.order, body.header, ...(body.lines ?? [])]) {
		for (const name of Object.keys(part ?? {})) part![name] = known[name] ?? part![name];
	}
	return body;
}

/** A message that changes the first order of the sandbox. */
export function changing(resource: string, operation: string) {
	return (sandbox: Sandbox): Prepared => {
		const order = firstOrder(sandbox);
		const body = aboutOrder(order, messageOf(resource, operation)!.example);
		return { body, happened: changesOf(order) };
	};
}

/** The message that the operation sends, if it sends one. */
export function messageOf(resource: string, operation: string): Message | undefined {
	return operationOf(resource, operation)?.message?.(() => false);
}

/** A line of an order of its own, which a buyer can decide about once. */
export function decidable(line: WantedLine, more: IDataObject = {}) {
	return (sandbox: Sandbox): Prepared => {
		const order = storeOrder(sandbox, { purchaseOrderNumber: 'DECIDABLE', lines: [line] });
		const linePositions = firstPosition(order);
		return {
			parameters: { orderId: order.id, linePositions, ...more },
			happened: changesOf(order),
		};
	};
}

/** What lets Tradecloud send an event once more; that it comes twice is as good as once. */
export function comesAgain(
	kind: 'order' | 'shipment',
	parametersIn: (sandbox: Sandbox) => IDataObject,
) {
	return (sandbox: Sandbox): Prepared => {
		const { webhooks } = sandbox;
		// Nobody listens there: that it was sent is enough.
		const nowhere = { url: 'http://127.0.0.1:1', method: 'POST' } as const;
		webhooks.subscribe({ ...nowhere, authentication: { type: 'none' } }, { kind });
		const before = webhooks.deliveries.length;
		return {
			parameters: parametersIn(sandbox),
			happened: () => Math.min(webhooks.deliveries.length - before, 1),
		};
	};
}

/** A document of which it can be seen whether it was deleted. */
export function storedDocument({ documents }: Sandbox): Prepared {
	const { id } = documents.put('Drawing.txt', 'text/plain', 'A');
	return {
		parameters: { documentId: id },
		happened: () => (documents.get(id) ? 0 : 1),
	};
}

/** What is not changed, although it could be. */
export const reading = ({ parameters }: Prepared): Prepared => ({ parameters });

/** A forecast, of which each sending is kept. */
export function newForecast({ example }: Message) {
	return ({ forecasts }: Sandbox): Prepared => {
		const before = forecasts.length;
		return { body: example, happened: () => forecasts.length - before };
	};
}

/** A forecast of one item that came from the buyer. */
export function storedForecast({ forecasts, users }: Sandbox): Prepared {
	const header = { forecastNumber: 'F-1', supplierAccountNumber: 'S-10010' };
	const receivedAt = '2027-01-01T00:00:00.000Z';
	const { companyId } = users.buyer;
	const body = { header, lines: [{ item: { buyerItemNumber: 'ITEM-1' }, schedule: [] }] };
	forecasts.push({ kind: 'forecast', companyId, receivedAt, body });
	return {};
}

/** The first order, with the id that API v1 gives it. */
export function legacyOrder({ orders }: Sandbox): { order: Order; orderId: string } {
	const order = orders.list()[0];
	return { order, orderId: orders.legacyId(order.id) };
}
