/** Sending in n8n's editor, as a purchaser does it, and the node as a tool of an AI agent. */
import { join } from 'node:path';

import { NodeConnectionTypes, type INodeParameters } from 'n8n-workflow';

import type { Order } from '../sandbox';
import { storeOrder } from '../sandbox/build';
import { Editor } from './harness/editor';
import { install, workflowOf, type Installation, type Step } from './harness/installation';

const images = join(__dirname, '../../docs/images');
const nodeName = 'Tradecloud';
/** Enough for a whole order without scrolling. */
const height = 1700;

let installation: Installation;
let editor: Editor;

beforeAll(async () => {
	installation = await install();
	editor = await Editor.open(installation.n8n, { width: 1440, height });
}, 900_000);
afterAll(async () => {
	await editor?.close();
	await installation?.close();
});

function tradecloud(parameters: INodeParameters): Step {
	return {
		name: nodeName,
		type: 'n8n-nodes-tradecloud.tradecloud',
		typeVersion: 1,
		credentials: { tradecloudApi: installation.credential },
		parameters,
	};
}

const start: Step = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** Opens the Tradecloud node's panel, in a workflow with these steps before it. */
async function open(parameters: INodeParameters, before: Step[] = []): Promise<void> {
	const steps = [start, ...before, tradecloud(parameters)];
	await editor.openWorkflow(await installation.n8n.importWorkflow(workflowOf('Send', steps)));
	await editor.openNode(nodeName);
}

async function expectLabels(...labels: string[]): Promise<void> {
	for (const label of labels) {
		await editor.panel.getByText(label, { exact: true }).first().waitFor();
	}
}

async function expectOutput(text: string): Promise<void> {
	await editor.output.getByText(text).first().waitFor();
}

/** With all columns of the rows, and the fields from the operation on. */
async function rowsPicture(): Promise<void> {
	await editor.input.getByTestId('radio-button-table').click();
	await editor.setHeight(970);
	await editor.widenInput(80);
	await editor.scrollToTop(editor.panel.getByText('Operation', { exact: true }).first());
	await editor.screenshot(editor.panel, join(images, 'send-rows.png'));
	await editor.setHeight(height);
}

function orderOf(number: string): Order | undefined {
	return installation.sandbox.orders.byNumber(number);
}

const headerLabels = [
	'Purchase Order Number',
	'Supplier Account Number',
	'Destination Code',
	'Destination Name',
	'Destination Address Line',
	'Destination Postal Code',
	'Destination City',
	'Destination Country Code',
];
const lineLabels = [
	'Position',
	'Item Number',
	'Item Name',
	'Purchase Unit of Measure',
	'Delivery Date',
	'Quantity',
	'Net Price',
	'Currency',
	'Price Unit of Measure',
	'Price Unit Quantity',
];

/** Searches a list by what is typed, as there are hundreds. */
async function choose(name: string, option: string): Promise<void> {
	const options = await editor.unfold(editor.parameter(name));
	await editor.parameter(name).locator('input').first().fill(option);
	await options.getByText(option, { exact: true }).click();
}

test('an order is filled in field by field and sent', async () => {
	await open({ resource: 'order', operation: 'send' });
	await expectLabels('Single Delivery', ...headerLabels, 'Lines', 'Options');
	await editor.panel.getByText('Add Line', { exact: true }).click();
	await expectLabels(...lineLabels, 'Delivery Position');
	await editor.fillIn({
		purchaseOrderNumber: 'PO-7001',
		supplierAccountNumber: 'S-10010',
		destinationCode: 'NL-01',
		destinationName: 'Warehouse 1',
		destinationAddressLine: 'Industrieweg 12',
		destinationPostalCode: '5600 AA',
		destinationCity: 'Eindhoven',
		position: '10',
		itemNumber: 'A-4711',
		itemName: 'Hexagon bolt M8',
		purchaseUnitOfMeasureIso: 'PCE',
		date: '2027-01-31',
		quantity: '1000',
		price: '0.25',
		priceUnitOfMeasureIso: 'PCE',
		priceUnitQuantity: '1',
		deliveryPosition: '1',
	});
	await editor.parameter('date').locator('input').press('Enter');
	await choose('destinationCountryCodeIso2', 'Netherlands (NL)');
	await choose('currencyIso', 'Euro (EUR)');
	await editor.executeStep();
	await expectOutput('PO-7001');
	expect(orderOf('PO-7001')?.lines).toMatchObject([
		{
			buyerLine: { position: '10', item: { number: 'A-4711' } },
			deliverySchedule: [{ position: '1', date: '2027-01-31', quantity: 1000 }],
			prices: { netPrice: { priceInTransactionCurrency: { value: 0.25, currencyIso: 'EUR' } } },
		},
	]);
});

test('the open requests of an order are chosen from a list', async () => {
	const order = storeOrder(installation.sandbox, {
		purchaseOrderNumber: 'PO-7002',
		lines: [{}, { inProgressStatus: 'OpenSupplierProposal' }],
	});
	const orderId = { __rl: true, mode: 'id', value: 'PO-7002' };
	await open({ resource: 'order', operation: 'approveRequests', orderId });
	const options = await editor.unfold(editor.parameter('linePositions'));
	const { position } = order.lines[1].buyerLine;
	expect(await options.allInnerTexts()).toEqual([
		expect.stringMatching(`^${position} .*\\(Open Supplier Proposal\\)`),
	]);
});

test('the JSON mode starts empty, shows an example, and lists what is missing', async () => {
	await open({ resource: 'order', operation: 'send', bodyMode: 'json' });
	await editor.panel.getByText('"supplierAccountNumber": "S-10010"').waitFor();
	await editor.executeStep();
	await expectOutput('Order was not sent: order.purchaseOrderNumber is missing');
	const description = await editor.output.getByTestId('node-error-description').innerText();
	expect(description).toMatch(/\n• order\.supplierAccountNumber is missing\n/);
	expect(orderOf('PO123456')).toBeUndefined();
});

const sheet = [
	{ Order: 'PO-8001', Supplier: 'S-10010', Pos: 10, Item: 'A-4711', Date: '2027-01-31', Qty: 1000, Price: 0.25 }, // prettier-ignore
	{ Order: 'PO-8001', Supplier: 'S-10010', Pos: 20, Item: 'A-4712', Date: '2027-01-31', Qty: 1000, Price: 0.1 }, // prettier-ignore
	{ Order: 'PO-8002', Supplier: 'S-10020', Pos: 10, Item: 'G-1', Date: '2027-03-15', Qty: 12, Price: 480 }, // prettier-ignore
];

const sheetSteps: Step[] = [
	{
		name: 'Sheet',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ row: sheet }), options: {} },
	},
	{
		name: 'Rows',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'row', options: {} },
	},
];

test('rows: the columns of an order are shown when each is mapped by hand', async () => {
	await open({ resource: 'order', operation: 'send', bodyMode: 'rows' });
	const modes = await editor.unfold(editor.panel.getByTestId('mapping-mode-select'));
	await modes.getByText('Map Each Column Manually').click();
	await expectLabels(...headerLabels, ...lineLabels, 'Delivery Position');
});

test('rows of a sheet become orders', async () => {
	const value = {
		purchaseOrderNumber: '={{ $json.Order }}',
		supplierAccountNumber: '={{ $json.Supplier }}',
		destinationCode: 'NL-01',
		destinationName: 'Warehouse 1',
		destinationAddressLine: 'Industrieweg 12',
		destinationPostalCode: '5600 AA',
		destinationCity: 'Eindhoven',
		destinationCountryCodeIso2: 'NL',
		position: '={{ $json.Pos }}',
		itemNumber: '={{ $json.Item }}',
		itemName: '={{ $json.Item }}',
		purchaseUnitOfMeasureIso: 'PCE',
		date: '={{ $json.Date }}',
		quantity: '={{ $json.Qty }}',
		price: '={{ $json.Price }}',
		currencyIso: 'EUR',
		priceUnitOfMeasureIso: 'PCE',
		priceUnitQuantity: 1,
		deliveryPosition: '1',
	};
	const columns = { mappingMode: 'defineBelow', value };
	await open({ resource: 'order', operation: 'send', bodyMode: 'rows', columns }, sheetSteps);
	await editor.executeStep();
	await expectOutput('PO-8002');
	expect(orderOf('PO-8001')?.lines).toMatchObject([
		{ buyerLine: { position: '10', item: { number: 'A-4711' } } },
		{ buyerLine: { position: '20', item: { number: 'A-4712' } } },
	]);
	expect(orderOf('PO-8002')?.lines).toMatchObject([
		{ buyerLine: { item: { number: 'G-1' } }, deliverySchedule: [{ quantity: 12 }] },
	]);
	await rowsPicture();
});

test('the filter by company offers the company of the user', async () => {
	await open({ resource: 'order', operation: 'getMany' });
	const filters = await editor.unfold(editor.panel.getByTestId('collection-parameter-add').first());
	await filters.getByText('Company Name or ID').click();
	const companies = await editor.unfold(editor.parameter('companyId'));
	await companies.getByText('Your company (Müller & Söhne Maschinenbau B.V.)').waitFor();
});

test.each([
	[
		'order',
		[
			'Get',
			'Get Many',
			'Send',
			'Send Response',
			'Set Indicators',
			'Add Deliveries',
			'Set Delivery History',
			'Attach Documents',
			'Approve Requests',
			'Reject Requests',
			'Revert Cancelled',
			'Revert Completed',
			'Resend',
			'Acknowledge',
		],
	],
	['orderLine', ['Get', 'Get Many']],
	['shipment', ['Get', 'Get Many', 'Send Despatch Advice', 'Resend']],
	['forecast', ['Get Many', 'Send', 'Send Slimstock']],
	['document', ['Download', 'Download Many', 'Get Metadata', 'Upload', 'Delete']],
	['company', ['Get Connections']],
])('the list of operations of the resource %s, each with what it does', async (resource, names) => {
	await open({ resource });
	const operations = await editor.unfold(editor.parameter('operation'));
	expect(await operations.locator('.option-headline').allInnerTexts()).toEqual(names);
	const descriptions = await operations.locator('.option-description').allInnerTexts();
	expect(descriptions).toHaveLength(names.length);
	for (const description of descriptions) expect(description).toMatch(/^[A-Z]\w+ .+ \w+/);
});

describe('as a tool of an AI agent', () => {
	/** Opens the panel of the tool that belongs to an agent. */
	async function openTool(parameters: INodeParameters): Promise<void> {
		const agent: Step = {
			name: 'AI Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: 3.1,
			parameters: { options: {} },
		};
		const workflow = workflowOf('Agent', [start, agent]);
		const type = 'n8n-nodes-tradecloud.tradecloudTool';
		workflow.nodes.push({ ...tradecloud(parameters), type, id: 'tool', position: [240, 240] });
		workflow.connections[nodeName] = {
			ai_tool: [[{ node: agent.name, type: NodeConnectionTypes.AiTool, index: 0 }]],
		};
		await editor.openWorkflow(await installation.n8n.importWorkflow(workflow));
		await editor.openNode(nodeName);
	}

	test('the model defines the order, which the tool fetches', async () => {
		const { id: orderId } = installation.sandbox.orders.list()[0];
		const locator = { __rl: true, mode: 'id', value: '' };
		await openTool({ resource: 'order', operation: 'get', orderId: locator });
		await expectLabels('Tool Description', 'Resource', 'Operation', 'Order', 'Output');
		await editor.panel.getByTestId('from-ai-override-button').click();
		await editor.panel.getByText('Defined automatically by the model').waitFor();
		await editor.executeStep();
		const form = editor.page.getByTestId('fromAiParameters-modal');
		await form.locator('input').fill(orderId);
		await form.getByTestId('execute-workflow-button').click();
		await expectOutput(orderId);
	});

	test('the model can define whose requests are approved, and which', async () => {
		const orderId = { __rl: true, mode: 'id', value: '' };
		await openTool({ resource: 'order', operation: 'approveRequests', orderId });
		await expectLabels('Order', 'Line Positions', 'Order Version');
		expect(await editor.panel.getByTestId('from-ai-override-button').count()).toBe(3);
	});

	test('the model can define every field of an order', async () => {
		await openTool({ resource: 'order', operation: 'send' });
		await editor.panel.getByText(/^This changes something at Tradecloud/).waitFor();
		await expectLabels(...headerLabels);
		const buttons = editor.panel.getByTestId('from-ai-override-button');
		expect(await buttons.count()).toBe(headerLabels.length);
		await editor.panel.getByText('Add Line', { exact: true }).click();
		await expectLabels(...lineLabels);
		expect(await buttons.count()).toBe(headerLabels.length + lineLabels.length + 1);
	});
});
