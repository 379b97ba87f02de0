/** A server with the URLs of one Tradecloud Trigger, which answers with the trigger in n8n-core's webhook context. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, {
	type ErrorRequestHandler,
	type Request,
	type RequestHandler,
	type Response,
} from 'express';
import { WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, IWebhookDescription, IWorkflowBase } from 'n8n-workflow';

import type { Engine } from './n8n';
import type { Stored } from './poller';
import { lookForSecrets } from './secrets';
import { readBody } from './webhookBody';

export interface WebhookServer {
	/** For POST as it is, for GET with `/{orderId}` or a query behind it. */
	url: string;
	/** What the trigger put out, the earliest first. */
	items: IDataObject[];
	/** What it logged, one line each. */
	log: string[];
	/** How n8n stores an execution before it answers; a call is answered 500 where it cannot. */
	store: () => Promise<void>;
	/** What n8n would find in its database after a restart. */
	staticData: () => IDataObject;
	/** What the trigger threw, which the editor shows for a test call. */
	shown: string[];
	close(): Promise<void>;
}

/**
 * Listens on a free loopback port. A call that starts the workflow is answered 200 with `{started: true}`.
 *
 * @param mode `manual` for a test call from the editor
 * @param stored what the triggers of one workflow share
 */
export async function startWebhookServer(
	engine: Engine,
	workflowData: IWorkflowBase,
	mode: 'webhook' | 'manual' = 'webhook',
	stored: Stored = { staticData: '{}' },
): Promise<WebhookServer> {
	const n8n = {
		items: [],
		log: [],
		shown: [],
		store: () => Promise.resolve(),
		staticData: () => JSON.parse(stored.staticData) as IDataObject,
	};
	const answer = answering(engine, workflowData, mode, { n8n, stored });
	const { description } = engine.nodeTypes.getByNameAndVersion('tradecloudTrigger');
	const [post, getByPath, getByQuery] = description.webhooks!;
	const app = express()
		.set('query parser', 'extended')
		.use(lookIntoAnswers, readBody(workflowData.nodes[0].typeVersion))
		.get('/webhook/:orderId', answer(getByPath))
		.get('/webhook', answer(getByQuery))
		.post('/webhook', answer(post))
		.use(refuse);
	const server = await new Promise<Server>((resolve) => {
		const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
	});
	return Object.assign(n8n, {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		close: () => new Promise<void>((resolve) => server.close(() => resolve())),
	});
}

/** Lets the trigger answer calls of one of its webhooks; all share its static data. */
function answering(
	engine: Engine,
	workflowData: IWorkflowBase,
	mode: 'webhook' | 'manual',
	{ n8n, stored }: { n8n: Omit<WebhookServer, 'url' | 'close'>; stored: Stored },
): (webhook: IWebhookDescription) => RequestHandler {
	const type = engine.nodeTypes.getByNameAndVersion('tradecloudTrigger');
	return (webhook) => async (request, response) => {
		// Each call has read them itself, and n8n saves them only once the execution is stored.
		const workflow = new Workflow({
			...workflowData,
			nodeTypes: engine.nodeTypes,
			staticData: n8n.staticData(),
		});
		const context = contextOf(engine, workflowData, workflow, mode, { webhook, request, response });
		context.logger.warn = context.logger.error = (message, metadata) => {
			lookForSecrets('the log', [message, metadata]);
			n8n.log.push(message);
		};
		const { workflowData: output, noWebhookResponse } = await type
			.webhook!.call(context)
			.catch((error: Error) => {
				lookForSecrets('the editor', error);
				n8n.shown.push(error.message);
				response.status(500).json({});
				return { workflowData: undefined, noWebhookResponse: true };
			});
		lookForSecrets('the output of the trigger', output);
		if (noWebhookResponse) return;
		try {
			await n8n.store();
		} catch {
			return void response.status(500).json({});
		}
		stored.staticData = JSON.stringify(workflow.staticData);
		n8n.items.push(...(output?.flat().map(({ json }) => json) ?? []));
		response.json({ started: true });
	};
}

interface Call {
	webhook: IWebhookDescription;
	request: Request;
	response: Response;
}

/** What n8n-core hands to the trigger for a call. */
function contextOf(
	engine: Engine,
	workflowData: IWorkflowBase,
	workflow: Workflow,
	mode: 'webhook' | 'manual',
	{ webhook, request, response }: Call,
): WebhookContext {
	const [node] = Object.values(workflow.nodes);
	const additionalData = {
		...engine.additionalData(workflowData),
		httpRequest: request,
		httpResponse: response,
	};
	const webhookData = {
		httpMethod: request.method as 'GET',
		node: node.name,
		path: webhook.path,
		webhookDescription: webhook,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
	};
	return new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
}

/** A body that cannot be read, or an exception of the trigger, which n8n answers 500. */
const refuse: ErrorRequestHandler = (error: Error & { status?: number }, _, response, next) => {
	if (response.headersSent) return next(error);
	response.status(error.status ?? 500).json({ message: error.message });
};

const lookIntoAnswers: RequestHandler = (_request, response, next) => {
	const end = response.end.bind(response) as (...chunk: unknown[]) => typeof response;
	response.end = (...chunk: unknown[]) => {
		lookForSecrets('an answer', [response.getHeaders(), String(chunk[0])]);
		return end(...chunk);
	};
	next();
};
