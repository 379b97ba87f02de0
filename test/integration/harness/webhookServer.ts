/** A server with the URLs of one Tradecloud Trigger, which answers with the trigger in n8n-core's webhook context. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Request, type Response } from 'express';
import { WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, IWebhookDescription, IWorkflowBase } from 'n8n-workflow';
import { Parser } from 'xml2js';

import type { Engine } from './n8n';

/** Bodies as n8n's own parser makes them: XML with all tag names in lower case. */
const xml = new Parser({ async: true, normalize: true, normalizeTags: true, explicitArray: false });

export interface WebhookServer {
	/** For POST as it is, for GET with `/{orderId}` or a query behind it. */
	url: string;
	/** What the trigger put out, the earliest first. */
	items: IDataObject[];
	/** What it logged, one line each. */
	log: string[];
	close(): Promise<void>;
}

/**
 * Listens on a free loopback port. A call that starts the workflow is answered 200 with `{started: true}`.
 *
 * @param mode `manual` for a test call from the editor
 */
export async function startWebhookServer(
	engine: Engine,
	workflowData: IWorkflowBase,
	mode: 'webhook' | 'manual' = 'webhook',
): Promise<WebhookServer> {
	const items: IDataObject[] = [];
	const log: string[] = [];
	let staticData: IDataObject = {};

	const answer = async (request: Request, response: Response, webhook: IWebhookDescription) => {
		await parseBody(request);
		const workflow = new Workflow({ ...workflowData, nodeTypes: engine.nodeTypes, staticData });
		const node = Object.values(workflow.nodes)[0];
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
		const context = new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
		context.logger.warn = (message) => void log.push(message);
		const { workflowData: output, noWebhookResponse } = await type.webhook!.call(context);
		staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		items.push(...(output?.flat().map(({ json }) => json) ?? []));
		if (!noWebhookResponse) response.json({ started: true });
	};

	const type = engine.nodeTypes.getByNameAndVersion('tradecloudTrigger');
	const [post, getByPath, getByQuery] = type.description.webhooks!;
	const app = express()
		.use(express.raw({ type: () => true, limit: '16mb' }))
		.get('/webhook/:orderId', (request, response) => answer(request, response, getByPath))
		.get('/webhook', (request, response) => answer(request, response, getByQuery))
		.post('/webhook', (request, response) => answer(request, response, post));
	const server = await new Promise<Server>((resolve) => {
		const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		items,
		log,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

async function parseBody(request: Request): Promise<void> {
	const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	request.rawBody = raw;
	request.body = {};
	if (raw.length === 0) return;
	const contentType = request.headers['content-type'] ?? '';
	if (contentType.includes('xml'))
		request.body = (await xml.parseStringPromise(raw.toString())) as unknown;
	else if (contentType.includes('json')) request.body = JSON.parse(raw.toString()) as unknown;
	else request.body = raw.toString();
}
