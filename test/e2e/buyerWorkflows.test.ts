/** The ready-made workflows for buyers at work: answers, receipts, splits, forecasts, and what is overdue. */
import type { IDataObject } from 'n8n-workflow';

import { storeOrder } from '../sandbox/build';
import { AtWork } from './harness/atWork';
import { submitFile } from './harness/form';
import { workflowOf } from './harness/installation';
import { describeOfN8n2 } from './harness/n8nVersion';
import { PublishedWorkflow } from './harness/publishedWorkflow';

const login = { username: 'purchasing', password: 'upload:secret' };
const buyerAccountNumber = 'B-20001';

let work: AtWork;
beforeAll(async () => {
	work = await AtWork.as('buyer');
	work.credentials.httpBasicAuth = await work.basicAuth(login);
}, 900_000);
afterEach(() => work.sandbox.reset());
afterAll(async () => await work?.close());

/** The supplier's answer to the first line of an order. */
async function respond(purchaseOrderNumber: string, answer: object): Promise<void> {
	await work.send('supplier', '/api-connector/order-response', {
		order: { buyerAccountNumber, purchaseOrderNumber },
		lines: [{ purchaseOrderLinePosition: '10', ...answer }],
	});
}

test('answers of suppliers come by e-mail without a webhook, and what the buyer did does not', async () => {
	storeOrder(work.sandbox, { purchaseOrderNumber: 'PO-6001', lines: [{}, {}] });
	const { lastUpdatedAt } = storeOrder(work.sandbox, { purchaseOrderNumber: 'PO-6002' });
	await respond('PO-6001', { deliverySchedule: [{ date: '2026-03-09', quantity: 70 }] });
	storeOrder(work.sandbox, { purchaseOrderNumber: 'PO-6003' });
	const workflow = await work.publish('polled-answers-to-mail', {
		'Tradecloud Poll Trigger': {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			startFrom: 'date',
			startDate: lastUpdatedAt,
		},
		'Send e-mail': { toEmail: 'purchasing@buyer.example' },
	});
	await workflow.nextExecution();
	const { to, text } = await work.mails.message('Answer to purchase order PO-6001');
	expect(to).toMatchObject({ text: 'purchasing@buyer.example' });
	expect(text?.trim()).toBe(
		'Supplier S-10010 answered purchase order PO-6001:\n\n' +
			'• 10 Hex nut M8: changes proposed, 70 on 2026-03-09',
	);
	expect(work.mails.inbox).toHaveLength(1);
});

test('goods receipts in the sheet are sent with the earlier ones of their lines, and counted once', async () => {
	for (const purchaseOrderNumber of ['PO-6010', 'PO-6011']) {
		storeOrder(work.sandbox, { purchaseOrderNumber, lines: [{}, {}] });
	}
	const row = (row_number: number, number: string, position: string, own: IDataObject) => ({
		row_number,
		'Purchase Order Number': number,
		Position: position,
		'Delivery Position': '1',
		'Delivery Date': '2026-03-02',
		Quantity: 40,
		Result: '',
		...own,
	});
	const sent = 'Sent 2026-03-02 12:00';
	work.services.holds('read-rows', [
		row(2, 'PO-6010', '10', { Result: sent }),
		row(3, 'PO-6010', '20', { Result: sent }),
		row(4, 'PO-6010', '10', {
			'Delivery Position': '2',
			'Delivery Date': '2026-03-05',
			Quantity: 60,
		}),
		row(5, 'PO-6011', '10', { Quantity: 'all' }),
		row(6, '', '10', {}),
	]);
	const workflow = await work.publish('goods-receipts-from-sheet');
	const results = async () => {
		const before = work.services.received('write-results').length;
		await workflow.runFrom('Start');
		const written = work.services.received('write-results').slice(before) as IDataObject[];
		return written.sort((one, other) => Number(one.row_number) - Number(other.row_number));
	};
	await workflow.runFrom('Start');
	expect(await results()).toEqual([
		{ row_number: 4, Result: expect.stringMatching(/^Sent \d{4}-/) as string },
		{ row_number: 5, Result: expect.stringContaining('"all", not a number') as string },
		{
			row_number: 6,
			Result: expect.stringContaining("'Purchase Order Number' is empty") as string,
		},
	]);
	const [line, other] = work.order('PO-6010').lines;
	expect(line.buyerLine.deliveryHistory).toEqual([
		{ position: '1', date: '2026-03-02', quantity: 40 },
		{ position: '2', date: '2026-03-05', quantity: 60 },
	]);
	// Nothing new was received of it.
	expect(other.buyerLine.deliveryHistory).toEqual([]);
	expect(work.order('PO-6011').lines[0].buyerLine.deliveryHistory).toEqual([]);

	const inDutch = (row_number: number, Bestelnummer: string, Result: string) =>
		({ row_number, Bestelnummer, Positie: 10, 'Delivery Position': 1, Leverdatum: '2026-03-02', Aantal: 5, Result }); // prettier-ignore
	work.services.holds('read-rows', [inDutch(2, 'PO-6010', sent), inDutch(3, 'PO-6011', '')]);
	expect(await results()).toEqual([
		{ row_number: 3, Result: expect.stringMatching(/^Sent \d{4}-/) as string },
	]);
	expect(work.order('PO-6011').lines[0].buyerLine.deliveryHistory).toMatchObject([{ quantity: 5 }]);
});

test('each buyer gets one e-mail with the lines that are overdue or not confirmed', async () => {
	const contact = { email: 'j.jansen@buyer.example' };
	const wanted = { purchaseOrderNumber: 'PO-6020', buyerOrder: { contact } };
	storeOrder(work.sandbox, {
		...wanted,
		lines: [
			{ processStatus: 'Confirmed', isOverdue: true },
			{ processStatus: 'Confirmed' },
			{ inProgressStatus: 'OpenSupplierProposal', isOverdue: true },
			{},
		],
	});
	const workflow = await work.publish('overdue-lines-to-buyers');
	await workflow.runFrom('Every Monday');
	const mail = await work.mails.message('3 order lines are overdue or not confirmed');
	expect(mail.to).toMatchObject({ text: contact.email });
	expect(mail.text?.trim().split('\n')).toEqual([
		'• PO-6020 line 10, supplier S-10010, Hex nut M8: overdue; 100 on 2026-03-02',
		'• PO-6020 line 30, supplier S-10010, Hex nut M8: overdue; the supplier proposes changes; 100 on 2026-03-02',
		'• PO-6020 line 40, supplier S-10010, Hex nut M8: not answered yet; 100 on 2026-03-02',
	]);
	const others = work.mails.inbox.filter(({ text }) => text?.includes('PO-2026-'));
	expect(others.length).toBeGreaterThan(0);
	expect(others.filter(({ text }) => text?.includes('PO-6020'))).toEqual([]);
});

describe('a split delivery', () => {
	test('gets a position once it is agreed, and nothing is reopened', async () => {
		storeOrder(work.sandbox, { purchaseOrderNumber: 'PO-6030' });
		const { id } = work.order('PO-6030');
		const workflow = await work.publish('split-deliveries');
		const parts = [
			{ position: '1', date: '2026-03-02', quantity: 60 },
			{ date: '2026-03-09', quantity: 30 },
			{ date: '2026-03-16', quantity: 10 },
		];
		await respond('PO-6030', { deliverySchedule: parts, reason: 'In three parts' });
		await work.send('approver', `/order/${id}/requests/buyer/approve`, { linePositions: ['10'] });
		const before = structuredClone(work.order('PO-6030').lines[0].prices);
		const approved = work.event('PO-6030', 'OrderChangesProposalApprovedByBuyer');
		for (let times = 1; times <= 2; times += 1) {
			await workflow.hears(approved);
			const [{ deliverySchedule, prices, status }] = work.order('PO-6030').lines;
			expect(
				deliverySchedule.map(({ position, date, quantity }) => [position, date, quantity]),
			).toEqual([
				['1', '2026-03-02', 60],
				['2', '2026-03-09', 30],
				['3', '2026-03-16', 10],
			]);
			expect(status).toMatchObject({ processStatus: 'Confirmed' });
			expect(status.inProgressStatus).toBeUndefined();
			expect(prices).toEqual(before);
		}
		const sent = work.sandbox.calls.filter(({ path }) => path.endsWith('/api-connector/order'));
		expect(sent).toHaveLength(1);
	});
});

describeOfN8n2('with a data table (made by hand in n8n 1)', () => {
	test('a forecast is sent once, however often its file is uploaded', async () => {
		const workflow = await work.publish('forecast-from-csv');
		await workflow.runFrom('Create the table once');
		const form = workflow.url.replace('/webhook/', '/form/');
		const titles =
			'Forecast Number,Supplier Account Number,Item Number,Item Name,Purchase Unit of Measure,Start Date,End Date,Quantity';
		const row = (supplier: string, month: string, quantity: string) =>
			`FC-1,${supplier},A-4711,Hexagon bolt M8,PCE,2027-${month}-01,2027-${month}-28,${quantity}`;
		const upload = async (...rows: string[]) =>
			await submitFile(form, login, [titles, ...rows].join('\r\n'));
		const first = await upload(
			row('S-10010', '01', '500'),
			row('S-10010', '02', '250'),
			row('S-10020', '01', 'few'),
		);
		expect(first).toContain('Sent: forecast FC-1 to supplier S-10010');
		expect(first).toContain('few');
		const second = await upload(row('S-10010', '01', '500'), row('S-10020', '01', '30'));
		expect(second).toContain('Left out: forecast FC-1 was sent to supplier S-10010 before');
		expect(second).toContain('Sent: forecast FC-1 to supplier S-10020');
		work.sandbox.fault({ path: '^/api-connector/forecast$', after: true, reset: true });
		const unanswered = await upload(row('S-10030', '01', '20'));
		expect(unanswered).toContain('may have been processed');
		expect(await upload(row('S-10030', '01', '20'))).not.toContain('Sent: ');
		const third = await upload(row('S-10010', '01', '500'), row('S-10020', '01', '30'));
		expect(third).not.toContain('Sent: ');
		expect(work.sandbox.forecasts.map(({ body }) => body.header)).toMatchObject([
			{ supplierAccountNumber: 'S-10010' },
			{ supplierAccountNumber: 'S-10020' },
			{ supplierAccountNumber: 'S-10030' },
		]);
	});

	test('what failed is collected, and told in one e-mail', async () => {
		const collect = await work.publish('collect-failures', {
			'Send list': { toEmail: 'purchasing@buyer.example' },
		});
		await collect.runFrom('Create the table once');
		const failing = await work.publish('order-to-message', {}, { errorWorkflow: collect.id });
		work.sandbox.fault({ path: '^/order/', status: 400, body: '{"message":"Not this one"}' });
		await failing.isTold(work.event('PO-2026-0001', 'OrderLinesUpdatedByBuyer'));
		await collect.nextExecution();
		const message = "Order 'PO-9' was not sent";
		const calling = workflowOf('Orders from a sheet', [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'Collect',
				type: 'n8n-nodes-base.executeWorkflow',
				typeVersion: 1.2,
				parameters: {
					workflowId: { __rl: true, mode: 'id', value: collect.id },
					workflowInputs: {
						mappingMode: 'defineBelow',
						value: { workflow: 'Orders from a sheet', node: 'Send orders', message, link: '' },
						matchingColumns: [],
						schema: [],
					},
				},
			},
		]);
		await (await PublishedWorkflow.of(work.installation, calling)).runFrom('Start');
		await collect.nextExecution();

		await collect.runFrom('Every hour');
		const { to, text } = await work.mails.message('Tradecloud in n8n: 2 failed');
		expect(to).toMatchObject({ text: 'purchasing@buyer.example' });
		const [first, second] = (text ?? '').trim().split('\n');
		expect(first).toMatch(
			/purchase order, Get order: .*Not this one.* http:\/\/127\.0\.0\.1:\d+\/workflow\/\w+\/executions\/\d+$/,
		);
		expect(second).toContain(`Orders from a sheet, Send orders: ${message}`);
		await collect.runFrom('Every hour');
		expect(work.mails.inbox.filter(({ subject }) => subject?.includes('failed'))).toHaveLength(1);
	});
});
