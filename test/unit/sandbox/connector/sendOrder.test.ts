/** A buyer sends orders. */
import { exampleOrder } from '../../../sandbox/data/examples';
import { basic, get, loggedIn, post } from '../../../sandbox/client';
import { issued, lineOf, orderMessage, startSetting, stored, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

const [first, second] = exampleOrder.lines;
const later = [{ position: '1', date: '2026-04-01', quantity: 100 }];

it('a new order is issued and open, and can be fetched', async () => {
	const answer = await setting.send('/order', orderMessage('NEW-1'));
	expect([answer.status, answer.data]).toEqual([202, { ok: true }]);
	expect(await setting.told()).toEqual(['OrderIssuedByBuyer 10 20']);
	const { v2, users } = setting.sandbox;
	const url = `${v2}/order/${users.buyer.companyId}-NEW-1`;
	expect((await get(url, await loggedIn(setting.sandbox))).data).toMatchObject({
		orderId: `${users.buyer.companyId}-NEW-1`,
		version: 1,
		buyerOrder: { ...exampleOrder.order, purchaseOrderNumber: 'NEW-1' },
		supplierOrder: { companyId: users.supplier.companyId },
		status: { processStatus: 'Issued', logisticsStatus: 'Open' },
		lines: [{ deliverySchedule: first.deliverySchedule, prices: first.prices }, {}],
	});
});

it('fields that Tradecloud does not require come through', async () => {
	const order = { ...orderMessage('NEW-2').order, terms: { incoterms: 'EXW' }, labels: ['urgent'] };
	await setting.send('/order', { order, lines: [{ ...first, projectNumber: 'P-7' }] });
	await setting.events();
	expect(stored(setting, 'NEW-2')).toMatchObject({
		buyerOrder: { terms: { incoterms: 'EXW' }, labels: ['urgent'] },
		lines: [{ buyerLine: { projectNumber: 'P-7' } }],
	});
});

it('the same order again touches nothing', async () => {
	const before = structuredClone(await issued(setting, 'SAME-1'));
	expect((await setting.send('/order', orderMessage('SAME-1'))).status).toBe(202);
	expect(await setting.told()).toEqual([]);
	expect(stored(setting, 'SAME-1')).toEqual(before);
});

it('a changed line is told alone, and issued again', async () => {
	await issued(setting, 'CHANGED-1');
	await setting.send('/order/indicators', {
		order: { purchaseOrderNumber: 'CHANGED-1', indicators: { confirmed: true } },
	});
	await setting.events();
	const lines = [{ ...first, deliverySchedule: later }, second];
	await setting.send('/order', orderMessage('CHANGED-1', lines));
	expect(await setting.told()).toEqual(['OrderLinesUpdatedByBuyer 10']);
	expect(lineOf(setting, 'CHANGED-1', '10')).toMatchObject({
		deliverySchedule: later,
		status: { processStatus: 'Issued' },
	});
	expect(lineOf(setting, 'CHANGED-1', '20').status.processStatus).toBe('Confirmed');
	expect(stored(setting, 'CHANGED-1').status.processStatus).toBe('Issued');
});

it('another text on a line leaves its status', async () => {
	await issued(setting, 'TEXT-1');
	await setting.send('/order/indicators', {
		order: { purchaseOrderNumber: 'TEXT-1', indicators: { confirmed: true } },
	});
	await setting.send('/order', orderMessage('TEXT-1', [{ ...first, description: 'By truck' }]));
	await setting.events();
	expect(lineOf(setting, 'TEXT-1', '10')).toMatchObject({
		buyerLine: { description: 'By truck' },
		status: { processStatus: 'Confirmed' },
	});
});

it('an added line is told as issued; lines that are not sent stay', async () => {
	await issued(setting, 'ADDED-1');
	await setting.send('/order', orderMessage('ADDED-1', [{ ...first, position: '30' }]));
	expect(await setting.told()).toEqual(['OrderLinesIssuedByBuyer 30']);
	expect(stored(setting, 'ADDED-1').lines).toHaveLength(3);
});

it('a change of the header alone is told without lines', async () => {
	await issued(setting, 'HEADER-1');
	const { order } = orderMessage('HEADER-1');
	await setting.send('/order', { order: { ...order, description: 'Urgent' }, lines: [] });
	expect(await setting.told()).toEqual(['OrderLinesUpdatedByBuyer']);
	expect(stored(setting, 'HEADER-1')).toMatchObject({
		version: 2,
		buyerOrder: { description: 'Urgent' },
	});
});

it('with one delivery a line it is the same order, and repeating it is as safe', async () => {
	const { deliverySchedule, ...line } = first;
	const [{ date, quantity }] = deliverySchedule;
	const body = orderMessage('SINGLE-1', [{ ...line, scheduledDelivery: { date, quantity } }]);
	await setting.send('/order/single-delivery', body);
	await setting.send('/order/single-delivery', body);
	expect(await setting.told()).toEqual(['OrderIssuedByBuyer 10']);
	expect(lineOf(setting, 'SINGLE-1', '10')).toMatchObject({ deliverySchedule });
});

it('a token is as good as Basic, the role integration is needed with either', async () => {
	const { sandbox } = setting;
	const url = `${sandbox.v2}/api-connector/order`;
	const { noRole } = sandbox.users;
	const wrong = { ...noRole, password: 'wrong' };
	const headers = [await loggedIn(sandbox), basic(noRole), await loggedIn(sandbox, noRole)];
	const answers = [...headers, basic(wrong), {}].map((given) =>
		post(url, orderMessage('TOKEN-1'), given),
	);
	const statuses = (await Promise.all(answers)).map(({ status }) => status);
	expect(statuses).toEqual([202, 403, 403, 401, 401]);
	await setting.events();
});

it('a supplier may not send one', async () => {
	const { supplier } = setting.sandbox.users;
	const answer = await setting.send('/order', orderMessage('NOT-1'), supplier);
	expect([answer.status, answer.data]).toEqual([403, { error: 'Only a buyer may do this' }]);
});
