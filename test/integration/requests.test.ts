/** A buyer approves or rejects what a supplier proposes. */
import { orderResponse } from '../../nodes/Tradecloud/model/messages/orderResponse';
import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const proposedDate = '2027-02-07';

/** An issued order for whose first line the supplier has proposed another date. */
async function proposal() {
	const order = setting.sandbox.orders
		.list()
		.find(({ lines }) => lines[0].status.processStatus === 'Issued')!;
	const { position } = order.lines[0].buyerLine;
	const { username, password } = setting.sandbox.users.supplier;
	const body = {
		...orderResponse.example,
		order: {
			buyerAccountNumber: order.supplierOrder.buyerAccountNumber,
			purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
		},
		lines: [
			{
				purchaseOrderLinePosition: position,
				deliverySchedule: [{ position: '1', date: proposedDate, quantity: 7 }],
			},
		],
	};
	const run = await setting.run(
		{ resource: 'order', operation: 'sendResponse', bodyMode: 'json', body: JSON.stringify(body) },
		[{}],
		{ credential: { username, password } },
	);
	expect(jsonOf(run)).toMatchObject([{ ok: true }]);
	const current = () => setting.sandbox.orders.get(order.orderId)!;
	expect(current().lines[0].status.inProgressStatus).toBe('OpenSupplierProposal');
	return { current, orderId: order.orderId, position };
}

async function answer(
	operation: 'approveRequests' | 'rejectRequests',
	parameters: Record<string, string | number>,
	user: 'approver' | 'buyer' = 'approver',
) {
	const { username, password } = setting.sandbox.users[user];
	return await setting.run({ resource: 'order', operation, ...parameters }, [{}], {
		credential: { username, password },
	});
}

test('approving takes over what was proposed', async () => {
	const { current, orderId, position } = await proposal();
	const run = await answer('approveRequests', {
		orderId,
		linePositions: ` ${position} `,
		version: current().version,
	});
	expect(jsonOf(run)).toEqual([expect.objectContaining({ orderId })]);
	expect(current().lines[0]).toMatchObject({
		deliverySchedule: [{ date: proposedDate, quantity: 7 }],
		status: { processStatus: 'Confirmed' },
	});
});

test('rejecting leaves the line as it was, and tells the supplier why', async () => {
	const { current, orderId, position } = await proposal();
	const before = structuredClone(current().lines[0].deliverySchedule);
	await answer('rejectRequests', { orderId, linePositions: position, reason: 'Too late' });
	expect(current().lines[0].deliverySchedule).toEqual(before);
	expect(current().lines[0].status.inProgressStatus).toBe('RejectedSupplierProposal');
	expect(current().reason).toBe('Too late');
});

test('an order that has changed since, or a second answer, is refused in Tradecloud’s words', async () => {
	const { current, orderId, position } = await proposal();
	const stale = await answer('approveRequests', { orderId, linePositions: position, version: 1 });
	expect(errorOf(stale).message).toMatch(
		/does not accept the request for requests of purchase order/,
	);
	expect(errorOf(stale).description).toMatch(/has version \d+ by now/);
	await answer('approveRequests', { orderId, linePositions: position, version: current().version });
	const second = await answer('approveRequests', { orderId, linePositions: position });
	expect(errorOf(second).description).toMatch(/has no open request/);
});

test('a user whom Tradecloud did not authorise is told so', async () => {
	const { orderId, position } = await proposal();
	const run = await answer('approveRequests', { orderId, linePositions: position }, 'buyer');
	expect(errorOf(run).message).toBe(
		'Tradecloud does not let this user do this: the authorisation to answer requests is missing',
	);
});

test('an answer of which no confirmation comes is not repeated', async () => {
	const { orderId, position } = await proposal();
	setting.sandbox.fault({ path: 'requests/buyer/approve$', reset: true, after: true });
	const run = await answer('approveRequests', { orderId, linePositions: position });
	expect(errorOf(run).description).toMatch(/It may have been processed all the same/);
});

test.each(['', ' , '])('line positions %j are named as empty', async (linePositions) => {
	const run = await answer('approveRequests', {
		orderId: 'A',
		linePositions: linePositions || '=',
	});
	expect(errorOf(run).message).toMatch(/'Line Positions' is empty/);
});
