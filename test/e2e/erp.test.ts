/** The ready-made workflows for an ERP at work, with a real one: Tryton. */
import type { INodeParameters } from 'n8n-workflow';

import { AtWork } from './harness/atWork';
import type { PublishedWorkflow } from './harness/publishedWorkflow';
import { assigned } from './harness/readyMade';
import { Tryton } from './harness/tryton';

const buyerAccountNumber = 'B-20001';

let work: AtWork;
let tryton: Tryton;
let supplier: number;
beforeAll(async () => {
	[work, tryton] = await Promise.all([AtWork.as('buyer'), Tryton.start()]);
	supplier = await tryton.supplier('S-10010');
	work.credentials.httpBasicAuth = await work.basicAuth(tryton.login);
}, 900_000);
afterEach(() => work.sandbox.reset());
afterAll(async () => await Promise.all([work?.close(), tryton?.close()]));

/** What the user enters in the step "Settings". */
const settings = (workflow: string): INodeParameters =>
	assigned(workflow, 'Settings', { url: tryton.url });

const outward = 'tryton-purchases-to-tradecloud';
const inward = 'confirmations-to-tryton';

describe('purchases of the ERP', () => {
	let workflow: PublishedWorkflow;
	beforeAll(async () => {
		workflow = await work.publish(outward, { Settings: settings(outward) });
	});
	const sent = () => work.sandbox.calls.filter(({ path }) => path.endsWith('/api-connector/order'));

	test('become purchase orders, each once', async () => {
		const purchase = await tryton.purchase(supplier, [
			{ quantity: 1000, unitPrice: 0.25, date: '2027-01-31' },
			{ quantity: 12, unitPrice: 3.125, date: '2027-02-14' },
		]);
		await workflow.runFrom('Every five minutes');
		const { buyerOrder, lines } = work.order(purchase.number);
		expect(buyerOrder).toMatchObject({ supplierAccountNumber: 'S-10010' });
		expect(
			lines.map(({ buyerLine, deliverySchedule: [{ date, quantity }], prices }) => ({
				position: buyerLine.position,
				item: [buyerLine.item.number, buyerLine.item.name],
				delivery: [date, quantity],
				price: prices.netPrice?.priceInTransactionCurrency,
			})),
		).toEqual([
			{
				position: String(purchase.lineIds[0]),
				item: ['A-4711', 'Hexagon bolt M8'],
				delivery: ['2027-01-31', 1000],
				price: { value: 0.25, currencyIso: 'EUR' },
			},
			{
				position: String(purchase.lineIds[1]),
				item: ['A-4711', 'Hexagon bolt M8'],
				delivery: ['2027-02-14', 12],
				price: { value: 3.125, currencyIso: 'EUR' },
			},
		]);
		expect(await tryton.notes(purchase)).toEqual(['Sent to Tradecloud']);
		await workflow.runFrom('Every five minutes');
		expect(sent()).toHaveLength(1);
	});

	test('that Tradecloud does not take are tried again, and hold up no other', async () => {
		const date = '2027-03-01';
		const unknown = await tryton.supplier('S-00000');
		const refused = await tryton.purchase(unknown, [{ quantity: 1, unitPrice: 1, date }]);
		const taken = await tryton.purchase(supplier, [{ quantity: 1, unitPrice: 1, date }]);
		await expect(workflow.runFrom('Every five minutes')).rejects.toThrow(
			`Tradecloud rejected order '${refused.number}'`,
		);
		expect(await tryton.notes(refused)).toEqual([]);
		expect(await tryton.notes(taken)).toEqual(['Sent to Tradecloud']);
		await tryton.call('model.party.party.write', [unknown], { code: 'S-10020' });
		await workflow.runFrom('Every five minutes');
		expect(work.order(refused.number).buyerOrder.supplierAccountNumber).toBe('S-10020');
		expect(await tryton.notes(refused)).toEqual(['Sent to Tradecloud']);
	});
});

test('what the ERP refuses is told, although it answers 200', async () => {
	const credential = await work.basicAuth({ username: 'stranger', password: 'only:Looking-42' });
	await tryton.call('model.res.user.create', [
		{ name: 'Stranger', login: 'stranger', password: 'only:Looking-42' },
	]);
	const { httpBasicAuth: purchaser } = work.credentials;
	work.credentials.httpBasicAuth = credential;
	const workflow = await work.publish(outward, { Settings: settings(outward) });
	work.credentials.httpBasicAuth = purchaser;
	await expect(workflow.runFrom('Every five minutes')).rejects.toThrow(/Tryton: .*not allowed/);
});

test('what a supplier confirms comes into the ERP, and a purchaser hears of what differs', async () => {
	const { number, lineIds } = await tryton.purchase(supplier, [
		{ quantity: 100, unitPrice: 2, date: '2027-04-01' },
		{ quantity: 100, unitPrice: 2, date: '2027-04-01' },
		{ quantity: 100, unitPrice: 2, date: '2027-04-01' },
	]);
	const out = await work.publish(outward, { Settings: settings(outward) });
	await out.runFrom('Every five minutes');
	const { id, lastUpdatedAt } = work.order(number);
	const [, later, less] = lineIds.map(String);
	await work.send('supplier', '/api-connector/order-response', {
		order: { buyerAccountNumber, purchaseOrderNumber: number },
		lines: [
			{
				purchaseOrderLinePosition: later,
				deliverySchedule: [{ date: '2027-04-15', quantity: 100 }],
			},
			{
				purchaseOrderLinePosition: less,
				deliverySchedule: [{ date: '2027-04-20', quantity: 60 }],
			},
		],
	});
	const approval = { linePositions: [later, less] };
	await work.send('approver', `/order/${id}/requests/buyer/approve`, approval);

	const back = await work.publish(inward, {
		'Tradecloud Poll Trigger': {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			startFrom: 'date',
			startDate: lastUpdatedAt,
		},
		Settings: settings(inward),
		'Tell purchaser': { toEmail: 'purchasing@buyer.example' },
	});
	await back.nextExecution();
	expect(await Promise.all(lineIds.map(async (line) => await tryton.expectedOn(line)))).toEqual([
		'2027-04-01',
		'2027-04-15',
		'2027-04-20',
	]);
	const mail = await work.mails.message(`Purchase ${number} is confirmed otherwise`);
	expect(mail.text?.trim()).toBe(
		'Hexagon bolt M8\nIn Tryton: 100 at 2\nConfirmed: 60 on 2027-04-20 at 2',
	);
	expect(work.mails.inbox).toHaveLength(1);
});
