/** A call of Tradecloud, from its authentication to the item or the answer. */
import { NodeApiError, NodeOperationError, OperationalError, UserError } from 'n8n-workflow';
import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { orderRows, shipmentRows } from '../model/flatRow';
import type { Order } from '../model/order';
import { isAllowed } from './allowedIps';
import {
	answer503InPlaceOf500,
	inOneLine,
	RefusedCall,
	refusedTestCall,
	type Answer,
} from './answer';
import { credentialOfCaller } from './authentication';
import { bodyOf } from './body';
import { combined } from './combine';
import { remember, startedBefore } from './duplicates';
import { readCall, withChangedLines } from './event';
import { fetchedOrder } from './fetchedOrder';
import { asRows, settingsOf, type Settings } from './settings';

/** Answers a call, or starts the workflow with its item. Every call gets an answer. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const answered = answer503InPlaceOf500(context);
	const result = await examine(context, answered).catch((thrown: Error) =>
		answerTo(context, thrown),
	);
	if (!('status' in result)) return { workflowData: [result] };
	const { status, message, headers = {} } = result;
	context.getResponseObject().status(status).set(headers).json({ message });
	if (status !== 200 && context.getMode() === 'manual') throw refusedTestCall(context, result);
	return { noWebhookResponse: true };
}

/** @throws RefusedCall for a call that will never be right; any other error is a fault that may pass */
async function examine(
	context: IWebhookFunctions,
	answered: Promise<number>,
): Promise<Answer | INodeExecutionData[]> {
	const settings = settingsOf(context);
	const { events, options, output, responseMode } = settings;
	const credential = await credentialOfCaller(context, settings);
	refuseForeignAddress(context, settings);
	const { event, item } = await read(context);
	const { eventName } = event;
	if (eventName !== undefined && events.length > 0 && !events.includes(eventName)) {
		return done(`The event '${eventName}' is not among those of this workflow.`);
	}
	// In the other response mode, Tradecloud repeats a message because the workflow did not succeed with
	// it. Test calls repeat by their nature.
	const isAnsweredAtOnce = responseMode === 'onReceived' && context.getMode() !== 'manual';
	const messageId = isAnsweredAtOnce && options.ignoreDuplicates ? event.messageId : undefined;
	if (messageId && (await startedBefore(context, messageId, answered))) {
		return done(`The message '${messageId}' was received before.`);
	}
	const makeItem = async () => {
		const { orderId } = event;
		const isWanted = options.fetchOrder && orderId !== undefined;
		const order = isWanted ? await fetchedOrder(context, credential, orderId) : undefined;
		if (context.getResponseObject().closed) throw new OperationalError('The caller hung up');
		const json = options.changedLinesOnly
			? withChangedLines(item, order)
			: { ...item, ...(order && { order }) };
		return { json, messageId };
	};
	const isCombined = isAnsweredAtOnce && options.combineCalls;
	const items = isCombined ? await combined({ context, answered, makeItem }) : [await makeItem()];
	if (!items) return done('The workflow was started with this call and others.');
	remember(
		context,
		items.flatMap((one) => one.messageId ?? []),
	);
	const things = items.flatMap(({ json }) => (output === asRows ? rowsIn(json) : [json]));
	if (things.length === 0) return done('It has no lines, so there are no rows.');
	return things.map((json) => ({ json }));
}

/** The lines of the order or the shipment in an item; an item with neither stays as it is. */
function rowsIn(item: IDataObject): IDataObject[] {
	const { order, shipment } = item as { order?: Order; shipment?: IDataObject };
	if (order) return orderRows(order);
	return shipment ? shipmentRows(shipment) : [item];
}

function done(message: string): Answer {
	return { status: 200, message };
}

/** After the secret: who does not know it learns nothing about addresses. */
function refuseForeignAddress(context: IWebhookFunctions, { options }: Settings): void {
	const { ip } = context.getRequestObject();
	if (options.allowedIps !== undefined && !isAllowed(ip, options.allowedIps)) {
		const message = `Calls from the address ${ip} are not allowed.`;
		throw new RefusedCall({ status: 403, message });
	}
}

async function read(context: IWebhookFunctions): Promise<ReturnType<typeof readCall>> {
	const request = context.getRequestObject();
	// From version 2 of the node on, n8n leaves a body of a type that it does not know unread.
	if (request.body === undefined && !request.rawBody) await request.readRawBody();
	return readCall({
		method: request.method,
		params: context.getParamsData(),
		query: context.getQueryData(),
		...bodyOf(request),
	});
}

/** The answer to what was thrown, of which the log tells more than the caller. */
function answerTo({ logger }: IWebhookFunctions, thrown: Error): Answer {
	const isForeseen = foreseen.some((kind) => thrown instanceof kind);
	const answer: Answer =
		thrown instanceof RefusedCall
			? thrown.answer
			: { status: 503, message: callAgain, reason: isForeseen ? thrown.message : undefined };
	const { status, message, reason = message } = answer;
	const line = (text: string) => `Tradecloud Trigger answered ${status}: ${text}`;
	if (isForeseen) logger.warn(line(inOneLine(reason)));
	else logger.error(line(inOneLine(thrown.stack ?? thrown.message, 3_000)));
	return answer;
}

const callAgain = 'This call cannot be processed at the moment. Please call again later.';

/** All else is a fault of n8n or of this package, which the log must tell whole. */
const foreseen = [UserError, OperationalError, NodeApiError, NodeOperationError];
