/** A call of Tradecloud, from its authentication to the item or the answer. */
import { sleep } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { TradecloudCredential } from '../model/credential';
import { orderById } from '../transport/orders';
import { shortPatience } from '../transport/request';
import { isAllowed } from './addresses';
import { Answer, answer503InPlaceOf500, inOneLine, send } from './answer';
import { challenges, refusalOf, wrongCredentials, type Authentication } from './authentication';
import { currentCredential, recentCredential } from './credential';
import { isRemembered, remember } from './duplicates';
import { itemOf, withChangedLines } from './event';

interface Options {
	allowedIps?: string;
	changedLinesOnly?: boolean;
	fetchOrder?: boolean;
	ignoreDuplicates?: boolean;
}

/** Answers a call, or starts the workflow with its item. Every call gets an answer. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	answer503InPlaceOf500(context);
	try {
		return { workflowData: [[{ json: await examine(context) }]] };
	} catch (error) {
		const answer = error instanceof Answer ? error : callAgain(error as Error);
		if (answer.status !== 200) {
			context.logger.warn(
				`Tradecloud Trigger answered ${answer.status}: ${inOneLine(answer.reason)}`,
			);
		}
		return send(context, answer);
	}
}

/** The answer to a fault that may pass. What it is stands in the log alone. */
function callAgain({ message: reason }: Error): Answer {
	const words = 'This call cannot be processed at the moment. Please call again later.';
	return new Answer(503, words, {}, reason);
}

/** @throws Answer when the workflow must not start; any other error is a fault that may pass */
async function examine(context: IWebhookFunctions): Promise<IDataObject> {
	const options = context.getNodeParameter('options', {}) as Options;
	const credential = await credentialOfCaller(context);
	refuseForeignAddress(context, options);
	const item = read(context);
	skipUnwantedEvents(context, item);
	await once(context, options, item, async () => {
		if (options.fetchOrder && item.orderId) {
			const caller = { context, credential, patience: shortPatience };
			item.order = await orderById(caller, item.orderId as string);
		}
	});
	return options.changedLinesOnly ? withChangedLines(item) : item;
}

/** No call is refused without a look at the credential as it is now. */
async function credentialOfCaller(context: IWebhookFunctions): Promise<TradecloudCredential> {
	const authentication = context.getNodeParameter('authentication') as Authentication;
	const recent = await recentCredential(context);
	if (recent && (await refusalOf(context, authentication, recent)) === undefined) return recent;
	const current = await currentCredential(context);
	const refusal = await refusalOf(context, authentication, current);
	if (refusal === undefined) return current;
	const challenge = { 'WWW-Authenticate': challenges[authentication] };
	throw new Answer(401, wrongCredentials, challenge, refusal);
}

/** After the secret: who does not know it learns nothing about addresses. */
function refuseForeignAddress(context: IWebhookFunctions, { allowedIps }: Options): void {
	const { ip } = context.getRequestObject();
	if (allowedIps?.trim() && !isAllowed(ip, allowedIps)) {
		throw new Answer(403, `Calls from the address ${ip} are not allowed.`);
	}
}

function read(context: IWebhookFunctions): IDataObject {
	const request = context.getRequestObject();
	const isXml = /^[^;]*[/+]xml *(;|$)/i.test(request.headers['content-type'] ?? '');
	return itemOf({
		method: request.method,
		params: context.getParamsData(),
		query: context.getQueryData(),
		body: request.body as unknown,
		xml: isXml ? request.rawBody.toString('utf8') : undefined,
	});
}

/** GET carries no event, so no choice of events applies to it. */
function skipUnwantedEvents(context: IWebhookFunctions, { eventName }: IDataObject): void {
	const events = context.getNodeParameter('events', []) as string[];
	if (eventName !== undefined && events.length > 0 && !events.includes(eventName as string)) {
		throw new Answer(
			200,
			`The event '${eventName as string}' is not among those of this workflow.`,
		);
	}
}

/**
 * Starts the workflow once for a message. Only in the response mode 'Immediately': in the other,
 * Tradecloud repeats a message because the workflow did not succeed with it. Test calls repeat by
 * their nature.
 */
async function once(
	context: IWebhookFunctions,
	{ ignoreDuplicates }: Options,
	{ messageId }: IDataObject,
	work: () => Promise<void>,
): Promise<void> {
	const applies =
		ignoreDuplicates &&
		typeof messageId === 'string' &&
		context.getMode() !== 'manual' &&
		context.getNodeParameter('responseMode') === 'onReceived';
	if (!applies) return await work();
	const memory = context.getWorkflowStaticData('node');
	if (isRemembered(memory, messageId)) {
		throw new Answer(200, `The message '${messageId}' was received before.`);
	}
	await work();
	remember(memory, messageId);
	// n8n 2.41 makes a second workflow of the same static data while it stores the execution, which
	// marks them as unchanged, and would then not save them. It saves before it answers.
	void sleep(0).then(() => remember(memory, messageId));
}
