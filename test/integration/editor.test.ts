/** What the nodes do while somebody works in the editor: the list of orders, and the start and end of listening. */
import { HookContext, LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, INodeListSearchResult, IWebhookData, IWorkflowBase } from 'n8n-workflow';

import { workflowOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 120 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

function parts(workflowData: IWorkflowBase) {
	const { engine } = setting;
	const workflow = new Workflow({ ...workflowData, nodeTypes: engine.nodeTypes });
	const node = Object.values(workflow.nodes)[0];
	const type = engine.nodeTypes.getByNameAndVersion(node.type);
	return { workflow, node, type, additionalData: engine.additionalData(workflowData) };
}

describe('the list of orders', () => {
	async function search(filter?: string, token?: string, fields: IDataObject = {}) {
		const credential = setting.credential(fields as Parameters<Setting['credential']>[0]);
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', {}, credential),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		return await type.methods!.listSearch!.searchOrders.call(context, filter, token);
	}

	test('shows number, supplier and status, and its value is the order id', async () => {
		const order = setting.sandbox.orders.list()[4];
		const { purchaseOrderNumber, supplierAccountNumber } = order.buyerOrder;
		const { results } = await search(purchaseOrderNumber);
		expect(results).toMatchObject([
			{
				name: `${purchaseOrderNumber} (supplier ${supplierAccountNumber}, ${order.status.processStatus})`,
				value: order.orderId,
			},
		]);
	});

	test('goes on page by page until all orders were shown once', async () => {
		const shown: unknown[] = [];
		let page: INodeListSearchResult | undefined;
		do {
			page = await search('', page?.paginationToken);
			shown.push(...page.results.map(({ value }) => value));
		} while (page.paginationToken !== undefined);
		expect(shown.sort()).toEqual(
			setting.sandbox.orders
				.list()
				.map(({ orderId }) => orderId)
				.sort(),
		);
	});

	test('says for API v1 what to choose in its place', async () => {
		await expect(search('', undefined, { apiVersion: 'v1' })).rejects.toThrow(
			"API v1 has no search of orders. Choose 'By ID' or 'By Purchase Order Number'.",
		);
	});
});

describe('the list of shipments', () => {
	test('shows despatch advice, order and status, and its value is the shipment id', async () => {
		const credential = setting.credential();
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', {}, credential),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		const shipment = setting.sandbox.shipments.list()[0];
		const [{ purchaseOrderNumber, supplierLine }] = shipment.lines;
		const { results } = await type.methods!.listSearch!.searchShipments.call(context);
		expect(results).toContainEqual({
			name: `${supplierLine.despatchAdviceNumber} (order ${purchaseOrderNumber}, ${shipment.processStatus})`,
			value: shipment.id,
		});
		expect(results).toHaveLength(setting.sandbox.shipments.list().length);
	});
});

describe('the list of companies', () => {
	test('names the own company and those for which the user is authorised', async () => {
		const credential = setting.credential();
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', {}, credential),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		const { companyId } = setting.sandbox.users.buyer;
		const own = { name: `Your company (${companyId})`, value: companyId };
		const companies = await type.methods!.loadOptions!.getCompanies.call(context);
		expect(companies).toContainEqual(own);
		const { results } = await type.methods!.listSearch!.searchCompanies.call(context);
		expect([{ name: 'All Companies', value: '' }, ...results]).toEqual(companies);
	});

	test('says for API v1 what to do in its place', async () => {
		const credential = setting.credential({ apiVersion: 'v1' });
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', {}, credential),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		await expect(type.methods!.loadOptions!.getCompanies.call(context)).rejects.toThrow(
			/API v1 has no list of companies/,
		);
	});
});

describe('the columns of rows', () => {
	test.each([
		['order', 'send', 'purchaseOrderNumber', 'deliveryPosition'],
		['order', 'sendResponse', 'purchaseOrderNumber', 'reason'],
		['shipment', 'sendDespatchAdvice', 'despatchAdviceNumber', 'despatchQuantity'],
		['forecast', 'send', 'forecastNumber', 'quantity'],
		['forecast', 'sendSlimstock', 'forecastNumber', 'M35'],
	])('of %s: %s begin with %s and end with %s', async (resource, operation, first, last) => {
		const credential = setting.credential();
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', { resource, operation }, credential),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		const { fields } = await type.methods!.resourceMapping!.getColumns.call(context);
		expect(fields[0]).toMatchObject({ id: first, required: true, display: true });
		expect(fields.at(-1)).toMatchObject({ id: last });
		expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
	});
});

describe('listening', () => {
	function listen(parameters: Parameters<typeof workflowOf>[1], fields: IDataObject = {}) {
		const credential = setting.credential(fields as Parameters<Setting['credential']>[0]);
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloudTrigger', parameters, credential),
		);
		const webhookData = { webhookDescription: type.description.webhooks![0] } as IWebhookData;
		const context = new HookContext(
			workflow,
			node,
			additionalData,
			'webhook',
			'activate',
			webhookData,
		);
		const log: string[] = [];
		context.logger.info = (message) => void log.push(message);
		const { checkExists, create, delete: remove } = type.webhookMethods!.default!;
		return {
			log,
			checkExists: () => checkExists.call(context),
			create: () => create.call(context),
			delete: () => remove.call(context),
		};
	}

	test('does not claim to know or to have made a registration, and names the portal as its place', async () => {
		const { log, ...methods } = listen({});
		expect(await methods.checkExists()).toBe(false);
		expect(await methods.create()).toBe(false);
		expect(await methods.delete()).toBe(true);
		expect(log).toEqual([
			expect.stringMatching(/must stand in the Tradecloud portal: http.*\/webhook\/a1b2c3$/),
			expect.stringMatching(/Remove its URL from the Tradecloud portal: http.*\/webhook\/a1b2c3$/),
		]);
	});

	const entraJwt = { authentication: 'entraJwt' };

	test('begins with OAuth 2.0 without asking the authority, which may be out of reach at that moment', async () => {
		const entraAuthority = 'https://login.example/v2.0';
		const { create, log } = listen(entraJwt, { entraAuthority, entraAudience: 'api://x' });
		await create();
		expect(log).toEqual([expect.stringMatching(/listens/)]);
	});

	test.each([
		[{}, { webhookPassword: '' }, /'Webhook Username' and 'Webhook Password' must be filled in/],
		[{ authentication: 'bearerAuth' }, { webhookToken: '' }, /'Webhook Token' must be filled in/],
		[
			entraJwt,
			{ entraAudience: 'api://x' },
			/'Entra Authority' and 'Entra Audience' must be filled/,
		],
		[
			entraJwt,
			{ entraAuthority: 'http://login.example', entraAudience: 'api://x' },
			/'Entra Authority' .* is not a web address that begins with https/,
		],
		[{ options: { allowedIps: '1.2.3' } }, {}, /'Allowed IPs' holds '1.2.3'/],
	])(
		'is refused for %j with %j, with which no call could be accepted',
		async (parameters, fields, message) => {
			await expect(listen(parameters, fields).create()).rejects.toThrow(message);
		},
	);
});
