/** What the nodes do while somebody works in the editor: the lists of orders, their lines and shipments, and the start and end of listening. */
import { HookContext, LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeListSearchResult,
	IWebhookData,
	IWorkflowBase,
	NodeParameterValueType,
} from 'n8n-workflow';

import { aShipment, anOrder, storeOrder, storeShipment } from '../sandbox/build';
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
		const { orders } = setting.sandbox;
		const order = orders.list().find(({ status }) => status.processStatus === 'InProgress')!;
		const { purchaseOrderNumber, supplierAccountNumber } = order.buyerOrder;
		const { results } = await search(purchaseOrderNumber);
		expect(results).toMatchObject([
			{
				name: `${purchaseOrderNumber} (supplier ${supplierAccountNumber}, In Progress)`,
				value: order.id,
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
				.map(({ id }) => id)
				.sort(),
		);
	});

	test('says for API v1 what to choose in its place', async () => {
		await expect(search('', undefined, { apiVersion: 'v1' })).rejects.toThrow(
			"API v1 has no such list. Choose 'By ID'",
		);
	});
});

describe('the list of fields of orders', () => {
	async function fields(more: Parameters<Setting['credential']>[0]): Promise<unknown[]> {
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', {}, setting.credential(more)),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		const options = await type.methods!.loadOptions!.getOrderFields.call(context);
		return options.map(({ value }) => value);
	}

	test('shows each field of an order by its path, and those of API v1 for that', async () => {
		expect(await fields({})).toEqual(
			expect.arrayContaining([
				'orderId',
				'buyerOrder.purchaseOrderNumber',
				'buyerOrder.supplierParty.names',
				'status.processStatus',
				'lines',
			]),
		);
		expect(await fields({ apiVersion: 'v1' })).toEqual(
			expect.arrayContaining(['orderId', 'code', 'supplierCode', 'versionHash', 'lines']),
		);
	});
});

test.each([
	['getCountries', { name: 'Netherlands (NL)', value: 'NL' }, 251],
	['getCurrencies', { name: 'Swedish Krona (SEK)', value: 'SEK' }, 150],
])('%s shows each by its name and its code', async (name, option, least) => {
	const { workflow, node, type, additionalData } = parts(
		workflowOf('tradecloud', {}, setting.credential()),
	);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	const options = await type.methods!.loadOptions![name].call(context);
	expect(options).toContainEqual(option);
	expect(options.length).toBeGreaterThanOrEqual(least);
	expect(options.every(({ value }) => /^([A-Z]{2,3})?$/.test(String(value)))).toBe(true);
});

describe('the list of open requests', () => {
	async function positions(orderId: NodeParameterValueType): Promise<unknown> {
		const parameters = { resource: 'order', operation: 'approveRequests', orderId };
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloud', parameters, setting.credential()),
		);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		return await type.methods!.loadOptions!.getOpenRequests.call(context);
	}

	test('shows the lines of which the supplier asks something, by id and by number', async () => {
		const { id, lines } = storeOrder(setting.sandbox, {
			purchaseOrderNumber: 'ASKED',
			lines: [{}, { inProgressStatus: 'OpenSupplierProposal' }],
		});
		const { position, item } = lines[1].buyerLine;
		const name = `${position} ${item.name} (Open Supplier Proposal)`;
		for (const value of [id, 'ASKED']) {
			const found = await positions({ __rl: true, mode: 'id', value });
			expect(found).toEqual([{ name, value: position }]);
		}
	});

	test('is empty before an order is chosen', async () => {
		expect(await positions({ __rl: true, mode: 'list', value: '' })).toEqual([]);
		expect(setting.sandbox.calls).toEqual([]);
	});
});

/** What a list of the editor shows. */
async function listed(name: string, filter?: string) {
	const { workflow, node, type, additionalData } = parts(
		workflowOf('tradecloud', {}, setting.credential()),
	);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await type.methods!.listSearch![name].call(context, filter);
}

describe('the list of shipments', () => {
	test('shows number, order and status, and its value is the shipment id', async () => {
		const order = anOrder({ purchaseOrderNumber: 'PO-77' });
		const shipment = storeShipment(setting.sandbox, { order, shipmentNumber: 'SH-77' });
		expect((await listed('searchShipments', 'SH-77')).results).toEqual([
			{ name: 'SH-77 (order PO-77, Issued)', value: shipment.id },
		]);
		const { results } = await listed('searchShipments');
		expect(results).toHaveLength(setting.sandbox.shipments.list().length);
		expect(setting.sandbox.calls.at(-1)?.body).toMatchObject({
			sort: { field: 'departureDate', order: 'asc' },
		});
	});

	test('shows the orders of what travels in packages too', async () => {
		const shipment = aShipment({
			order: anOrder({ purchaseOrderNumber: 'PO-78' }),
			inPackage: ['10'],
			shipmentNumber: 'SH-78',
		});
		const more = aShipment({ order: anOrder({ purchaseOrderNumber: 'PO-79' }) }).lines;
		setting.sandbox.shipments.put({ ...shipment, lines: more });
		expect((await listed('searchShipments', 'SH-78')).results).toMatchObject([
			{ name: 'SH-78 (orders PO-79 and 1 more, Issued)' },
		]);
	});
});

describe('the list of order lines', () => {
	test('shows order, position, item and status, and its value is the id of the line', async () => {
		const { id } = storeOrder(setting.sandbox, { purchaseOrderNumber: 'PO-99' });
		expect((await listed('searchOrderLines', 'PO-99')).results).toEqual([
			{ name: 'PO-99 line 10 (Hex nut M8, Issued)', value: `${id}-10` },
		]);
	});
});

describe('the columns of rows', () => {
	test.each([
		['order', 'send', 'purchaseOrderNumber', 'priceUnitQuantity', 'grossPrice'],
		['order', 'sendResponse', 'purchaseOrderNumber', 'reason', 'salesOrderNumber'],
		['order', 'setIndicators', 'purchaseOrderNumber', 'indicators', 'companyId'],
		['order', 'addDeliveries', 'purchaseOrderNumber', 'quantity', 'companyId'],
		['order', 'setDeliveryHistory', 'purchaseOrderNumber', 'quantity', 'companyId'],
		['order', 'attachDocuments', 'purchaseOrderNumber', 'documentObjectId', 'documentUrl'],
		[
			'shipment',
			'sendDespatchAdvice',
			'despatchAdviceNumber',
			'despatchQuantity',
			'buyerItemNumber',
		],
		['forecast', 'send', 'forecastNumber', 'quantity', 'companyId'],
		['forecast', 'sendSlimstock', 'forecastNumber', 'M11', 'M35'],
	])(
		'of %s: %s begin with %s, show as the last %s, and offer %s',
		async (resource, operation, first, last, more) => {
			const credential = setting.credential();
			const { workflow, node, type, additionalData } = parts(
				workflowOf('tradecloud', { resource, operation }, credential),
			);
			const context = new LoadOptionsContext(workflow, node, additionalData, '');
			const { fields } = await type.methods!.resourceMapping!.getColumns.call(context);
			expect(fields[0]).toMatchObject({ id: first, required: true, display: true });
			expect(fields.filter(({ removed }) => !removed).at(-1)).toMatchObject({ id: last });
			expect(fields).toContainEqual(expect.objectContaining({ id: more, removed: true }));
			expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
		},
	);
});

describe('listening', () => {
	function listen(
		parameters: Parameters<typeof workflowOf>[1],
		fields: IDataObject = {},
		own: Partial<INode> = {},
	) {
		const credential = setting.credential(fields as Parameters<Setting['credential']>[0]);
		const { workflow, node, type, additionalData } = parts(
			workflowOf('tradecloudTrigger', parameters, credential, own),
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
			expect.stringMatching(/Enter its URL in the Tradecloud portal: http.*\/webhook\/a1b2c3$/),
			expect.stringMatching(/Remove its URL from the Tradecloud portal: http.*\/webhook\/a1b2c3$/),
		]);
	});

	const entraJwt = { authentication: 'entraJwt' };

	test('begins with OAuth 2.0 without asking the authority, which may be out of reach at that moment', async () => {
		const entraAuthority = 'https://login.example/v2.0';
		const { create, log } = listen(entraJwt, { entraAuthority, entraAudience: 'api://x' });
		await create();
		expect(log).toEqual([expect.stringMatching(/is listening/)]);
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
		[{ options: { allowedIps: ',' } }, {}, /'Allowed IPs' holds no IP address/],
		[{ options: { allowedIps: '={{ null }}' } }, {}, /'Allowed IPs' gives no text/],
		[{ events: '={{ 7 }}' }, {}, /'Events' gives something other than names of events/],
		[
			{ ...entraJwt, options: { oauthRole: '={{ null }}' } },
			{ entraAuthority: 'https://login.example', entraAudience: 'api://x' },
			/'OAuth Role' gives no text/,
		],
	])(
		'is refused for %j with %j, with which no call could be accepted',
		async (parameters, fields, message) => {
			await expect(listen(parameters, fields).create()).rejects.toThrow(message);
		},
	);

	// n8n would publish it, and answer every call 404.
	test('is refused for a node without a webhook id, as a workflow of another origin may hold', async () => {
		const { create } = listen({}, {}, { webhookId: undefined });
		await expect(create()).rejects.toMatchObject({
			message: 'This node has no address at which Tradecloud could call it',
			description: expect.stringMatching(/Copy the node, paste it/) as string,
		});
	});
});
