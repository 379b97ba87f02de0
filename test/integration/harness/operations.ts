/** An example of every operation against a sandbox that holds what the operation is about. */
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import type { ApiVersion } from '../../../nodes/Tradecloud/model/credential';
import { forecast, slimstockForecast } from '../../../nodes/Tradecloud/model/messages/forecast';
import type { RecordedCall, Sandbox } from '../../sandbox';
import { versionHashOf } from '../../sandbox/v1/shape';
import {
	byId,
	changing,
	comesAgain,
	decidable,
	firstOrder,
	legacyOrder,
	messageOf,
	newForecast,
	reading,
	storedDocument,
	storedForecast,
	type Prepared,
} from './prepare';

/**
 * What repeating an operation does: nothing where it reads; nothing where Tradecloud recognises what it
 * has; it happens again, or is refused, where it must be sent once only. A file lies behind a link of
 * its own, at an address that knows no login.
 */
export type Kind = 'read' | 'repeatable' | 'once' | 'link';

/** One operation, how it is called, and what of it can be seen in Tradecloud. */
export interface Example {
	kind: Kind;
	/** The call that the operation is for, as a regular expression for its path; a login may come before. */
	path: string;
	/** Who calls; a buyer's integration user where it is left out. */
	user?: 'approver' | 'supplier';
	/** `v2` where it is left out. */
	apiVersion?: ApiVersion;
	/** Puts into the sandbox what the operation is about. */
	prepare: (sandbox: Sandbox) => Prepared;
}

const proposed = { inProgressStatus: 'OpenSupplierProposal' } as const;

/** Counts the documents that come to the first order. */
function moreDocuments(sandbox: Sandbox): () => number {
	const count = () => firstOrder(sandbox).buyerOrder.documents.length;
	const before = count();
	return () => count() - before;
}

const zipped = (sandbox: Sandbox) => ({
	documentIds: storedDocument(sandbox).parameters!.documentId,
});

/** By resource and operation; what comes behind them in brackets is a form of the operation. */
export const examples: Record<string, Example> = {
	'company getConnections': {
		kind: 'read',
		path: '/connection/search$',
		prepare: () => ({}),
	},
	'document delete': {
		kind: 'repeatable',
		path: '^/object-storage/document/[^/]+$',
		prepare: storedDocument,
	},
	'document download': {
		kind: 'read',
		path: '/metadata$',
		prepare: (sandbox) => reading(storedDocument(sandbox)),
	},
	'document download (the file behind its link)': {
		kind: 'link',
		path: '^/download/',
		prepare: (sandbox) => reading(storedDocument(sandbox)),
	},
	'document downloadMany': {
		kind: 'read',
		path: '/documents/zip$',
		prepare: (sandbox) => ({ parameters: zipped(sandbox) }),
	},
	'document downloadMany (the file behind its link)': {
		kind: 'link',
		path: '^/download/',
		prepare: (sandbox) => ({ parameters: zipped(sandbox) }),
	},
	'document getMetadata': {
		kind: 'read',
		path: '/metadata$',
		prepare: (sandbox) => reading(storedDocument(sandbox)),
	},
	'document upload': {
		kind: 'once',
		path: '^/object-storage/document$',
		prepare: ({ documents }) => {
			const before = documents.uploads;
			return { happened: () => documents.uploads - before };
		},
	},
	'forecast getMany': {
		kind: 'read',
		path: '^/forecast/line/search$',
		prepare: storedForecast,
	},
	'forecast send': {
		kind: 'once',
		path: '^/api-connector/forecast$',
		prepare: newForecast(forecast),
	},
	'forecast sendSlimstock': {
		kind: 'once',
		path: '^/api-connector/forecast/slimstock$',
		prepare: newForecast(slimstockForecast),
	},
	'order acknowledge': {
		kind: 'repeatable',
		path: '_acknowledge$',
		apiVersion: 'v1',
		prepare: (sandbox) => {
			const { order, orderId } = legacyOrder(sandbox);
			const versionHash = versionHashOf(order);
			const isDone = () => sandbox.orders.isAcknowledged(order.id, versionHash);
			return { parameters: { orderId, versionHash }, happened: () => (isDone() ? 1 : 0) };
		},
	},
	'order addDeliveries': {
		kind: 'once',
		path: '/deliveries$',
		prepare: (sandbox) => {
			const [line] = firstOrder(sandbox).lines;
			const before = line.buyerLine.deliveryHistory.length;
			return {
				body: changing('order', 'addDeliveries')(sandbox).body,
				happened: () => line.buyerLine.deliveryHistory.length - before,
			};
		},
	},
	'order approveRequests': {
		kind: 'once',
		path: '/approve$',
		user: 'approver',
		prepare: decidable(proposed),
	},
	'order attachDocuments': {
		kind: 'repeatable',
		path: '^/api-connector/order/documents$',
		prepare: (sandbox) => ({
			body: changing('order', 'attachDocuments')(sandbox).body,
			happened: moreDocuments(sandbox),
		}),
	},
	'order attachDocuments (without a code)': {
		kind: 'once',
		path: '^/api-connector/order/documents$',
		prepare: (sandbox) => {
			const { body } = changing('order', 'attachDocuments')(sandbox);
			const [document] = (body!.order as { documents: IDataObject[] }).documents;
			delete document.code;
			return { body, happened: moreDocuments(sandbox) };
		},
	},
	'order get': {
		kind: 'read',
		path: '^/order/',
		prepare: (sandbox) => ({ parameters: { orderId: byId(firstOrder(sandbox).id) } }),
	},
	'order get (API v1)': {
		kind: 'read',
		path: '^/purchaseOrder/',
		apiVersion: 'v1',
		prepare: (sandbox) => ({ parameters: { orderId: byId(legacyOrder(sandbox).orderId) } }),
	},
	'order getMany': {
		kind: 'read',
		path: '^/order-search/poll$',
		prepare: () => ({}),
	},
	'order getMany (search)': {
		kind: 'read',
		path: '^/order-search/search$',
		prepare: () => ({ parameters: { filters: { query: 'PO' } } }),
	},
	'order getMany (API v1)': {
		kind: 'read',
		path: '^/purchaseOrder$',
		apiVersion: 'v1',
		prepare: () => ({}),
	},
	'order rejectRequests': {
		kind: 'once',
		path: '/reject$',
		user: 'approver',
		prepare: decidable(proposed, { reason: 'Too late' }),
	},
	'order resend': {
		kind: 'repeatable',
		path: '/buyer/resend$',
		user: 'approver',
		prepare: comesAgain('order', (sandbox) => ({ orderId: firstOrder(sandbox).id })),
	},
	'order revertCancelled': {
		kind: 'once',
		path: '/revertCancelled$',
		user: 'approver',
		prepare: decidable({ processStatus: 'Cancelled' }),
	},
	'order revertCompleted': {
		kind: 'once',
		path: '/revertCompleted$',
		user: 'approver',
		prepare: decidable({ processStatus: 'Completed' }),
	},
	'order send': {
		kind: 'repeatable',
		path: '^/api-connector/order$',
		prepare: ({ orders }) => {
			const number = `PO-${orders.list().length}`;
			const body = structuredClone(messageOf('order', 'send')!.example) as { order: IDataObject };
			body.order.purchaseOrderNumber = number;
			return { body: { ...body }, happened: () => orders.byNumber(number)?.version ?? 0 };
		},
	},
	'order sendResponse': {
		kind: 'repeatable',
		path: '/order-response$',
		user: 'supplier',
		prepare: changing('order', 'sendResponse'),
	},
	'order setDeliveryHistory': {
		kind: 'repeatable',
		path: '/deliveryHistory$',
		prepare: (sandbox) => {
			const [{ buyerLine }] = firstOrder(sandbox).lines;
			const { body } = changing('order', 'setDeliveryHistory')(sandbox);
			return { body, happened: () => buyerLine.deliveryHistory.length };
		},
	},
	'order setIndicators': {
		kind: 'repeatable',
		path: '/indicators$',
		// Of the example, what makes one change: its line gets another indicator than the order.
		prepare: (sandbox) => {
			const { body, ...rest } = changing('order', 'setIndicators')(sandbox);
			return { ...rest, body: { order: body!.order } };
		},
	},
	'orderLine get': {
		kind: 'read',
		path: '^/order-line-search/',
		prepare: (sandbox) => ({
			parameters: { orderLineId: byId(firstOrder(sandbox).lines[0].id) },
		}),
	},
	'orderLine getMany': {
		kind: 'read',
		path: '^/order-line-search/search$',
		prepare: () => ({}),
	},
	'shipment get': {
		kind: 'read',
		path: '^/shipment/',
		prepare: ({ shipments }) => ({ parameters: { shipmentId: byId(shipments.list()[0].id) } }),
	},
	'shipment getMany': {
		kind: 'read',
		path: '^/shipment/poll$',
		prepare: () => ({}),
	},
	'shipment resend': {
		kind: 'repeatable',
		path: '/resend$',
		prepare: comesAgain('shipment', ({ shipments }) => ({
			shipmentId: byId(shipments.list()[0].id),
		})),
	},
	'shipment sendDespatchAdvice': {
		kind: 'repeatable',
		path: '/despatch-advice$',
		user: 'supplier',
		prepare: (sandbox) => {
			const { shipments } = sandbox;
			const before = shipments.list().length;
			const { body } = changing('shipment', 'sendDespatchAdvice')(sandbox);
			return { body, happened: () => shipments.list().length - before };
		},
	},
};

/** The calls that a sandbox saw whose path, below the base of an API, matches. */
export function callsTo({ calls }: Sandbox, path: string): RecordedCall[] {
	const wanted = new RegExp(path);
	return calls.filter((call) => {
		const [whole] = call.path.split('?');
		return wanted.test(withoutBase(whole));
	});
}

/** A path below the base of an API. */
export function withoutBase(path: string): string {
	return path.replace(/^\/(api\/v1|v2)(?=\/)/, '');
}

/** The file that an upload takes from its input item. */
export const inputFile = {
	data: { data: Buffer.from('A').toString('base64'), mimeType: 'text/plain', fileName: 'a.txt' },
};

/** All parameters of the node for an example. */
export function parametersOf(
	name: string,
	{ parameters, body }: Prepared,
): Record<string, NodeParameterValueType> {
	const [resource, operation] = name.split(' ');
	const message = messageOf(resource, operation);
	return {
		resource,
		operation,
		...(message && { bodyMode: 'json', body: JSON.stringify(body ?? message.example) }),
		...parameters,
	};
}
