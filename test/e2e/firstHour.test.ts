/** What a newcomer meets in n8n's editor, from the list of nodes on. */
import type { Locator } from 'playwright-core';

import { rememberSecrets } from '../integration/harness/secrets';
import { Editor } from './harness/editor';
import { basic, install, type Installation } from './harness/installation';
import { Newcomer } from './harness/newcomer';

let installation: Installation;
let editor: Editor;
beforeAll(async () => {
	installation = await install();
	editor = await Editor.open(installation.n8n, { width: 1000, height: 700 });
}, 900_000);
afterAll(async () => {
	await editor?.close();
	await installation?.close();
});

describe('the list of nodes', () => {
	beforeAll(async () => await editor.beginWorkflow());

	test.each([
		'tradecloud',
		'trade cloud',
		'purchase order',
		'proposal',
		'shipment',
		'forecast',
		'despatch advice',
		'EDI',
		'bestellung',
		'inkooporder',
	])('finds Tradecloud by "%s"', async (text) => {
		const found = (await editor.searchNodes('no such node')).getByText('Tradecloud', {
			exact: true,
		});
		await found.waitFor({ state: 'hidden' });
		await editor.searchNodes(text);
		await found.waitFor();
	});

	test('has one text for all that the package does', async () => {
		const names = await editor.searchNodes('tradecloud');
		await names.getByText('Tradecloud', { exact: true }).waitFor();
		await editor.nodeList.getByText(/^Exchange purchase orders, order responses/).waitFor();
	});

	test('offers one way to start for each thing that users wait for, and then what can be done, orders first', async () => {
		const names = await editor.searchNodes('tradecloud');
		await names.getByText('Tradecloud', { exact: true }).click();
		await names.getByText('Tradecloud Poll', { exact: true }).waitFor({ state: 'hidden' });
		await names.getByText('On any event').waitFor();
		expect(await names.allInnerTexts()).toEqual([
			'On any event',
			'On new order from the buyer',
			'On order changed by the buyer',
			'On answer from the supplier',
			'On proposal from the supplier',
			'On decision of the buyer about a proposal',
			'On lines shipped or delivered',
			'On documents attached',
			'On shipment (despatch advice)',
			'On events that you choose',
		]);
		await editor.nodeList.getByText(/^Actions/).click();
		await names.getByText('Get order', { exact: true }).waitFor();
		expect((await names.allInnerTexts()).slice(10, 13)).toEqual([
			'Get order',
			'Get many orders',
			'Send order',
		]);
	});
});

describe('from the list of nodes to the first order, in less than five minutes', () => {
	let newcomer: Newcomer;
	beforeEach(async () => {
		const { n8n } = installation;
		const credentials = await n8n.session.call<{ id: string }[]>('GET', '/credentials');
		for (const { id } of credentials) await n8n.session.call('DELETE', `/credentials/${id}`);
		await editor.page.goto(`${n8n.url}/workflow/new`);
		newcomer = new Newcomer();
	});
	afterEach(() => {
		process.stderr.write(`${newcomer.account}\n`);
		expect(newcomer.seconds).toBeLessThan(5 * 60);
	});

	/** Adds a node by one of the entries in the list. */
	async function adds(entry: string, group?: RegExp): Promise<void> {
		const { page, nodeList } = editor;
		await newcomer.clicks('+', page.getByTestId('canvas-plus-button'));
		const search = nodeList.getByTestId('node-creator-search-bar');
		await newcomer.types('tradecloud', 'tradecloud', search);
		const names = nodeList.getByTestId('node-creator-item-name');
		await newcomer.clicks('Tradecloud', names.getByText('Tradecloud', { exact: true }));
		if (group) await newcomer.clicks('Actions', nodeList.getByText(group));
		await newcomer.clicks(entry, names.getByText(entry, { exact: true }));
		await newcomer.sees('the panel of the node', editor.panel);
	}

	/** Fills in the credential as the sandbox has it: of Tradecloud itself, nobody chooses an environment. */
	async function connects(more: Record<string, string> = {}): Promise<void> {
		const { sandbox } = installation;
		const { username, password } = sandbox.users.buyer;
		rememberSecrets({ username, password, ...more });
		await newcomer.clicks('Connect to Tradecloud', editor.panel.getByText('Connect to Tradecloud'));
		const form = editor.credentialForm;
		const field = (name: string): Locator => form.getByTestId(`parameter-input-${name}`);
		await newcomer.clicks('Environment', field('environment'));
		const environments = editor.page.locator('.el-select-dropdown__item:visible');
		await newcomer.clicks('Custom', environments.getByText('Custom', { exact: true }));
		for (const [name, value] of Object.entries({
			baseUrl: sandbox.v2,
			username,
			password,
			...more,
		})) {
			await newcomer.types(name, value, field(name).locator('input'));
		}
		await newcomer.clicks('Save', editor.page.getByTestId('credential-save-button'));
		await form.waitFor({ state: 'hidden' });
		await newcomer.clicks('Edit credential', editor.panel.getByTestId('credential-edit-button'));
		await newcomer.sees(
			'Connection tested successfully',
			form.getByText('Connection tested successfully'),
		);
		await newcomer.clicks('×', form.locator('.el-dialog__headerbtn'));
		await form.waitFor({ state: 'hidden' });
	}

	test('by asking for many orders', async () => {
		await adds('Get many orders', /^Actions/);
		await connects();
		await newcomer.clicks('Execute step', editor.panel.getByTestId('node-execute-button'));
		const [{ buyerOrder }] = installation.sandbox.orders.list();
		await newcomer.sees(
			`order ${buyerOrder.purchaseOrderNumber}`,
			editor.output.getByText(buyerOrder.purchaseOrderNumber).first(),
		);
	});

	test('by being called by Tradecloud', async () => {
		const { sandbox } = installation;
		await adds('On any event');
		await connects({ webhookUsername: basic.username, webhookPassword: basic.password });
		const outputs = editor.page.locator('.el-select-dropdown__item:visible');
		await newcomer.clicks('Output', editor.parameter('output'));
		await newcomer.clicks('Event and Order', outputs.getByText('Event and Order', { exact: true }));
		await newcomer.clicks('Webhook URLs', editor.panel.locator('.webhooks .headline'));
		const url = (await editor.panel.locator('.webhook-url').innerText()).trim();
		await newcomer.clicks('the URL, to copy it', editor.panel.locator('.webhook-url'));
		await newcomer.clicks('Execute step', editor.panel.getByTestId('node-execute-button'));
		await editor.listening();
		const [{ id, buyerOrder }] = sandbox.orders.list();
		const event = sandbox.webhooks.orderEvent(id, 'OrderIssuedByBuyer');
		await sandbox.webhooks.send({ url, method: 'POST', authentication: basic }, event);
		await newcomer.sees(
			`order ${buyerOrder.purchaseOrderNumber}`,
			editor.output.getByText(buyerOrder.purchaseOrderNumber).first(),
		);
		const [execution] = await installation.n8n.executions();
		expect(installation.n8n.nodeOutput(execution, 'Tradecloud Trigger')).toMatchObject([
			{ order: { orderId: id, lines: expect.any(Array) as unknown } },
		]);
	});
});
