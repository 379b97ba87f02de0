/** What a newcomer meets in n8n's editor, from the list of nodes on. */
import { Editor } from './harness/editor';
import { install, type Installation } from './harness/installation';

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
