/** What a buyer decides about an order that exists: answers to a supplier's requests, reverting, resending. */
import type { NodeParameterValueType } from 'n8n-workflow';

import type { InProgressStatus } from '../sandbox';
import { aShipment, anOrder, storeOrder, storeShipment, type WantedLine } from '../sandbox/build';
import { startReceiver, type Receiver } from '../sandbox/receiver';
import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
let receiver: Receiver;
beforeAll(async () => {
	setting = await startSetting({ orders: 0 });
	receiver = await startReceiver(200);
	const webhook = {
		url: receiver.url,
		method: 'POST' as const,
		authentication: { type: 'none' as const },
	};
	setting.sandbox.webhooks.subscribe(webhook, { kind: 'order' });
	setting.sandbox.webhooks.subscribe(webhook, { kind: 'shipment' });
});
afterEach(async () => {
	await setting.sandbox.webhooks.settled();
	setting.sandbox.reset();
	receiver.received.length = 0;
});
afterAll(() => Promise.all([setting.close(), receiver.close()]));

/** The names of the events that Tradecloud has sent by now. */
async function events(): Promise<string[]> {
	await setting.sandbox.webhooks.settled();
	return receiver.received.map(({ body }) => (JSON.parse(body) as { eventName: string }).eventName);
}

/** An order of one line, of which the supplier asks something. */
function asked(line: WantedLine) {
	const order = storeOrder(setting.sandbox, { lines: [line] });
	const [{ position }] = order.lines.map(({ buyerLine }) => buyerLine);
	const current = () => setting.sandbox.orders.get(order.id)!;
	return { orderId: order.id, position, current };
}

type Operation =
	'approveRequests' | 'rejectRequests' | 'resend' | 'revertCancelled' | 'revertCompleted';

async function decide(
	operation: Operation,
	parameters: Record<string, NodeParameterValueType>,
	user: 'approver' | 'buyer' = 'approver',
) {
	const { username, password } = setting.sandbox.users[user];
	return await setting.run({ resource: 'order', operation, ...parameters }, [{}], {
		credential: { username, password },
	});
}

describe('requests of a supplier', () => {
	test('a proposal that is approved is agreed on', async () => {
		const { current, orderId, position } = asked({ inProgressStatus: 'OpenSupplierProposal' });
		const { supplierLine } = current().lines[0];
		const run = await decide('approveRequests', {
			orderId,
			linePositions: ` ${position} `,
			version: current().version,
		});
		expect(jsonOf(run)).toEqual([{ orderId, ok: true }]);
		expect(current().lines[0]).toMatchObject({
			deliverySchedule: supplierLine.requests.proposal!.deliverySchedule,
			status: { processStatus: 'Confirmed' },
		});
	});

	test.each<[InProgressStatus, string]>([
		['OpenSupplierProposal', 'OrderChangesProposalRejectedByBuyer'],
		['OpenSupplierReopenRequest', 'OrderLinesReopenRequestRejectedByBuyer'],
		['OpenSupplierShipmentRescheduleRequest', 'OrderLinesShipmentRescheduleRejectedByBuyer'],
	])('%s is rejected with a reason, and leaves the line as it was', async (status, event) => {
		const { current, orderId, position } = asked({ inProgressStatus: status });
		const [{ date, quantity }] = current().lines[0].deliverySchedule;
		await decide('rejectRequests', { orderId, linePositions: position, reason: 'Too late' });
		expect(current().lines[0].deliverySchedule).toMatchObject([{ date, quantity }]);
		expect(current().lines[0].status.inProgressStatus).not.toBe(status);
		expect(await events()).toEqual([event]);
		expect(setting.sandbox.calls.at(-1)?.body).toEqual({
			linePositions: [position],
			reason: 'Too late',
		});
	});

	test.each(['id', 'number'])('an order is found by its number under the mode %s', async (mode) => {
		const { orderId, position } = asked({ inProgressStatus: 'OpenSupplierProposal' });
		const value = orderId.slice(37);
		const order = { __rl: true, mode, value };
		const run = await decide('approveRequests', { orderId: order, linePositions: [position] });
		expect(jsonOf(run)).toEqual([{ orderId, ok: true }]);
	});

	test('a rejection is not sent without a reason', async () => {
		const run = await decide('rejectRequests', {
			orderId: 'A',
			linePositions: '10',
			reason: '  ',
		});
		expect(errorOf(run)).toMatchObject({
			message: "'Reason' is empty",
			description: 'Tradecloud requires one: enter why you reject the requests.',
		});
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('an order that has changed since, or a second answer, is refused in Tradecloud’s words', async () => {
		const { current, orderId, position } = asked({ inProgressStatus: 'OpenSupplierProposal' });
		const stale = await decide('approveRequests', { orderId, linePositions: position, version: 1 });
		const { message } = errorOf(stale);
		expect(message).toContain(`rejected the answer to the requests on order '${orderId}': "`);
		expect(message).toMatch(/has version \d+ by now/);
		const { version } = current();
		await decide('approveRequests', { orderId, linePositions: position, version });
		const second = await decide('approveRequests', { orderId, linePositions: position });
		expect(errorOf(second).message).toMatch(/has no open request/);
	});
});

describe('what was cancelled or completed', () => {
	test.each(['Cancelled', 'Completed'] as const)('%s is taken back', async (processStatus) => {
		const { current, orderId, position } = asked({ processStatus });
		const run = await decide(`revert${processStatus}`, {
			orderId,
			linePositions: `={{ ['${position}'] }}`,
			reason: 'A slip',
			version: current().version,
		});
		expect(jsonOf(run)).toEqual([{ orderId, ok: true }]);
		expect(current().lines[0].status).toMatchObject({
			processStatus: 'InProgress',
			inProgressStatus: `Reverted${processStatus}Line`,
		});
		expect(await events()).toEqual([`${processStatus}OrderLinesRevertedByBuyer`]);
	});

	test('is not what is open: this is told', async () => {
		const { orderId, position } = asked({});
		const run = await decide('revertCancelled', { orderId, linePositions: position });
		expect(errorOf(run).message).toBe(
			`Tradecloud rejected the request to restore cancelled lines of order '${orderId}': "Line 10 is not Cancelled"`,
		);
	});
});

describe('once more', () => {
	test('an order comes as an event', async () => {
		const { orderId } = asked({});
		expect(jsonOf(await decide('resend', { orderId }))).toEqual([{ orderId, ok: true }]);
		expect(await events()).toEqual(['OrderResentByBuyer']);
	});

	test('a shipment comes as an event', async () => {
		const { id } = storeShipment(setting.sandbox, { order: anOrder() });
		const run = await setting.run({ resource: 'shipment', operation: 'resend', shipmentId: id });
		expect(jsonOf(run)).toEqual([{ shipmentId: id, ok: true }]);
		expect(await events()).toEqual(['ShipmentResentByBuyer']);
	});

	test('a shipment that does not exist is named', async () => {
		const { id } = aShipment({ order: anOrder(), shipmentNumber: 'SH-404' });
		const run = await setting.run({ resource: 'shipment', operation: 'resend', shipmentId: id });
		expect(errorOf(run).message).toBe(`Tradecloud could not find shipment '${id}'`);
	});
});

const decisions: Operation[] = [
	'approveRequests',
	'rejectRequests',
	'revertCancelled',
	'revertCompleted',
];

describe.each(decisions)('%s', (operation) => {
	const orderId = '00000000-0000-0000-0000-000000000000-A';
	const one = { orderId, linePositions: '10', reason: 'So' };

	test('tells a user whom Tradecloud does not allow it, and who can', async () => {
		const known = asked({});
		const parameters = { ...one, orderId: known.orderId, linePositions: known.position };
		const { message, description } = errorOf(await decide(operation, parameters, 'buyer'));
		expect(message).toBe('Tradecloud does not allow this: "The role buyer is required"');
		expect(description).toMatch(/Tradecloud's permission for this operation[^]*support@/);
	});

	test('is not repeated where no answer comes', async () => {
		setting.sandbox.fault({ path: '^/order/', reset: true });
		const run = await decide(operation, one);
		expect(errorOf(run).description).toMatch(/It may have been processed all the same/);
		expect(setting.sandbox.calls.filter(({ path }) => path.includes('/order/'))).toHaveLength(1);
	});

	test('tells that the order or a line does not exist', async () => {
		expect(errorOf(await decide(operation, one)).message).toBe(
			`Tradecloud could not find order '${orderId}', or one of its lines`,
		);
	});

	test.each([
		['Line Positions', { ...one, linePositions: ' , ' }],
		['Order', { ...one, orderId: ' ' }],
	])("tells that '%s' is empty", async (field, parameters) => {
		expect(errorOf(await decide(operation, parameters)).message).toContain(`'${field}' is empty`);
		expect(setting.sandbox.calls).toEqual([]);
	});
});
