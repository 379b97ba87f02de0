/** A buyer answers a supplier's proposals and reopen requests. */
import { loggedIn, post } from '../../../sandbox/client';
import type { User } from '../../../sandbox';
import { issued, lineOf, startSetting, stored, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

async function answer(
	decision: 'approve' | 'reject',
	orderId: string,
	body: object,
	user: User = setting.sandbox.users.approver,
) {
	const url = `${setting.sandbox.v2}/order/${orderId}/requests/buyer/${decision}`;
	return await post(url, body, await loggedIn(setting.sandbox, user));
}

/** An order of which the supplier would deliver both lines in April. */
async function proposed(purchaseOrderNumber: string): Promise<string> {
	const { orderId } = await issued(setting, purchaseOrderNumber);
	const order = { buyerAccountNumber: 'B-20001', purchaseOrderNumber };
	const deliverySchedule = [{ date: '2026-04-01', quantity: 10 }];
	const lines = ['10', '20'].map((purchaseOrderLinePosition) => ({
		purchaseOrderLinePosition,
		deliverySchedule,
	}));
	await setting.send('/order-response', { order, lines }, setting.sandbox.users.supplier);
	await setting.events();
	return orderId;
}

it('to approve takes over the proposed values and confirms these lines alone', async () => {
	const orderId = await proposed('YES-1');
	const { version } = stored(setting, 'YES-1');
	const given = await answer('approve', orderId, { linePositions: ['20'], version });
	expect(given.status).toBe(200);
	expect(await setting.told()).toEqual(['OrderChangesProposalApprovedByBuyer 20']);
	expect(lineOf(setting, 'YES-1', '20')).toMatchObject({
		status: { processStatus: 'Confirmed', logisticsStatus: 'Open' },
		deliverySchedule: [{ date: '2026-04-01', quantity: 10 }],
		confirmedLine: { deliverySchedule: [{ date: '2026-04-01' }] },
		supplierLine: { requests: { proposal: { status: 'Approved' } } },
	});
	expect(lineOf(setting, 'YES-1', '10').status.inProgressStatus).toBe('OpenSupplierProposal');
});

it('to reject keeps the old values', async () => {
	const orderId = await proposed('NO-1');
	await answer('reject', orderId, { linePositions: ['10', '20'], reason: 'Too late' });
	expect(await setting.told()).toEqual(['OrderChangesProposalRejectedByBuyer 10 20']);
	expect(stored(setting, 'NO-1')).toMatchObject({ reason: 'Too late' });
	const line = lineOf(setting, 'NO-1', '10');
	expect(line.status.inProgressStatus).toBe('RejectedSupplierProposal');
	expect(line.deliveryScheduleIncludingRequests).toEqual(line.deliverySchedule);
});

it.each([
	['approve', 'OrderLinesReopenRequestApprovedByBuyer'],
	['reject', 'OrderLinesReopenRequestRejectedByBuyer'],
] as const)('a reopen request of the supplier is answered by %s too', async (decision, event) => {
	const open = setting.sandbox.orders
		.list()
		.flatMap(({ orderId, lines }) => lines.map((line) => ({ orderId, line })))
		.find(({ line }) => line.status.inProgressStatus === 'OpenSupplierReopenRequest');
	const { orderId, line } = open!;
	const { position } = line.buyerLine;
	const given = await answer(decision, orderId, { linePositions: [position] });
	expect(given.status).toBe(200);
	expect(await setting.told()).toEqual([`${event} ${position}`]);
	expect(line.status.processStatus).toBe('Confirmed');
});

it('an old version, or nothing open on a line, is answered with 409 and changes nothing', async () => {
	const orderId = await proposed('STALE-1');
	const stale = await answer('approve', orderId, { linePositions: ['10'], version: 1 });
	expect(stale.status).toBe(409);
	await answer('approve', orderId, { linePositions: ['10'] });
	await setting.events();
	const nothing = await answer('reject', orderId, { linePositions: ['10', '20'] });
	expect([nothing.status, nothing.data.error]).toEqual([409, 'Line 10 has no open request']);
	expect(await setting.told()).toEqual([]);
});

it('the own reopen request of a buyer is not its to answer', async () => {
	const open = setting.sandbox.orders
		.list()
		.flatMap(({ orderId, lines }) => lines.map((line) => ({ orderId, line })))
		.find(({ line }) => line.status.inProgressStatus === 'OpenBuyerReopenRequest');
	const linePositions = [open!.line.buyerLine.position];
	expect((await answer('approve', open!.orderId, { linePositions })).status).toBe(409);
});

it('it takes a user with the role buyer, an order and a line', async () => {
	const orderId = await proposed('WHO-1');
	const { buyer, supplier } = setting.sandbox.users;
	const body = { linePositions: ['10'] };
	const answers = [
		await answer('approve', orderId, body, buyer),
		await answer('approve', orderId, body, supplier),
		await answer('approve', 'unknown', body),
		await answer('approve', orderId, { linePositions: ['99'] }),
		await answer('approve', orderId, { linePositions: [] }),
	];
	expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 404, 400]);
});
