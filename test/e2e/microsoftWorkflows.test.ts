/** The ready-made workflows with Excel, Teams and Outlook at work: n8n's own nodes, before a stand-in for Microsoft Graph. */
import type { IDataObject } from 'n8n-workflow';

import { storeOrder } from '../sandbox/build';
import { AtWork } from './harness/atWork';
import { startGraph, type Graph } from './harness/graph';
import { press } from './harness/mailServer';
import { sheetRow } from './harness/sheetRow';

const buyerAccountNumber = 'B-20001';
const chosen = (value: string) => ({ __rl: true, mode: 'list', value });
const sheet = { workbook: chosen('01WORKBOOK'), worksheet: chosen('{00000000-0001}') };

let work: AtWork;
let graph: Graph;
beforeAll(async () => {
	[work, graph] = await Promise.all([AtWork.as('approver'), startGraph()]);
	const types = ['microsoftExcelOAuth2Api', 'microsoftTeamsOAuth2Api', 'microsoftOutlookOAuth2Api'];
	const data = {
		graphApiBaseUrl: graph.url,
		oauthTokenData: { access_token: 'none', token_type: 'Bearer' },
	};
	const references = await work.installation.n8n.importCredentials(
		types.map((type) => ({ name: type, type, data })),
	);
	for (const [index, type] of types.entries()) work.credentials[type] = references[index];
}, 900_000);
afterEach(() => work.sandbox.reset());
afterAll(async () => await Promise.all([work?.close(), graph?.close()]));

/** The supplier proposes another date for the first line of an order. */
async function propose(purchaseOrderNumber: string): Promise<object> {
	const line = {
		purchaseOrderLinePosition: '10',
		deliverySchedule: [{ date: '2026-03-09', quantity: 100 }],
		reason: 'No steel',
	};
	await work.send('supplier', '/api-connector/order-response', {
		order: { buyerAccountNumber, purchaseOrderNumber },
		lines: [line],
	});
	return work.event(purchaseOrderNumber, 'OrderChangesProposedBySupplier');
}

test("a supplier's answer is posted to Teams", async () => {
	storeOrder(work.sandbox, { purchaseOrderNumber: 'PO-5001', lines: [{}, {}] });
	const workflow = await work.publish('order-response-to-teams', {
		'Post to Teams': {
			teamId: chosen('61165b04-e4cc-4026-b43f-926b4e2a7182'),
			channelId: chosen('19:purchasing@thread.tacv2'),
		},
	});
	await workflow.hears(await propose('PO-5001'));
	expect(graph.messages).toEqual([
		expect.stringMatching(
			/^Changes proposed: purchase order PO-5001, supplier S-10010\n• 10 Hex nut M8: 100 on 2026-03-09\nhttps:\/\/portal\.tradecloud1\.com\/\S+$/,
		),
	]);
});

test('each order line is a row of the workbook, updated where it is there already', async () => {
	const { id, lines } = storeOrder(work.sandbox, {
		purchaseOrderNumber: 'PO-5002',
		lines: [{}, { item: { number: '00471', name: '=HYPERLINK("https://supplier.example")' } }],
	});
	const titles = ['Order Line', 'Purchase Order Number', 'Item Name', 'Quantity', 'Status', 'Note'];
	graph.sheet.splice(0, Infinity, titles, ['other', 'PO-4999', 'Bolt', 5, 'Issued', 'ours']);
	const workflow = await work.publish('order-lines-to-excel', { 'Write rows': sheet });
	await workflow.hears(work.event('PO-5002', 'OrderIssuedByBuyer'));
	graph.sheet[2][5] = 'call them';
	work.sandbox.orders.updateLines(id, ['10'], (line) => {
		line.deliverySchedule = [{ ...line.deliverySchedule[0], quantity: 0.5 }];
	});
	await workflow.hears(work.event('PO-5002', 'OrderLinesUpdatedBySupplier'));
	expect(graph.sheet).toEqual([
		titles,
		['other', 'PO-4999', 'Bolt', 5, 'Issued', 'ours'],
		[lines[0].id, 'PO-5002', 'Hex nut M8', 0.5, 'Issued', 'call them'],
		[lines[1].id, 'PO-5002', ' =HYPERLINK("https://supplier.example")', 100, 'Issued', ''],
	]);
});

test('rows of the workbook become orders, and each row says what became of it', async () => {
	const row = (number: string, position: string, own: IDataObject) => ({
		...(sheetRow(number, position) as IDataObject),
		'Remark of the purchasing department': undefined,
		// As Excel keeps 31 January 2027.
		'Delivery Date': 46_418,
		Result: '',
		...own,
	});
	const rows = [
		row('PO-5010', '10', {}),
		row('PO-5011', '10', { 'Delivery Date': 'soon' }),
		row('PO-5010', '20', {}),
		row('PO-5012', '10', { Result: 'Sent 2026-01-01 12:00' }),
	];
	const titles = Object.keys(rows[0]).filter((title) => !title.startsWith('Remark'));
	const cells = rows.map((own: IDataObject) => titles.map((title) => own[title] as string));
	graph.sheet.splice(0, Infinity, titles, ...cells);
	const workflow = await work.publish('excel-rows-to-orders', {
		'Read rows': sheet,
		'Write results': sheet,
	});
	await workflow.runFrom('Start');
	expect(graph.sheet.slice(1).map((own) => own.at(-1))).toEqual([
		expect.stringMatching(/^Sent \d{4}-/),
		expect.stringContaining('"soon", not a date'),
		expect.stringMatching(/^Sent \d{4}-/),
		'Sent 2026-01-01 12:00',
	]);
	expect(
		work
			.order('PO-5010')
			.lines.map(({ buyerLine, deliverySchedule: [{ date }] }) => [buyerLine.position, date]),
	).toEqual([
		['10', '2027-01-31'],
		['20', '2027-01-31'],
	]);
	expect(work.sandbox.orders.byNumber('PO-5011')).toBeUndefined();
	expect(work.sandbox.orders.byNumber('PO-5012')).toBeUndefined();
});

test('a proposal is approved from an e-mail in Outlook', async () => {
	storeOrder(work.sandbox, { purchaseOrderNumber: 'PO-5020' });
	const toRecipients = 'purchaser@buyer.example';
	const workflow = await work.publish('proposal-to-approval-outlook', {
		'Ask purchaser': { toRecipients },
		'Tell purchaser': { toRecipients },
	});
	await workflow.isTold(await propose('PO-5020'));
	const mail = await graph.mail('PO-5020');
	expect(mail.to).toBe(toRecipients);
	expect(mail.html).toContain('Proposed: 100 on 2026-03-09');
	await press('Approve', mail);
	await workflow.nextExecution();
	expect(work.order('PO-5020').lines[0]).toMatchObject({
		status: { processStatus: 'Confirmed' },
		deliverySchedule: [{ date: '2026-03-09', quantity: 100 }],
	});
	expect(graph.mails).toHaveLength(1);
});
