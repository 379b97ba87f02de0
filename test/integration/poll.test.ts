/** The polling trigger: where it begins, what it emits, and that no change is lost on the way. */
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Order } from '../sandbox';
import { startEngine, workflowOf } from './harness/n8n';
import { Poller } from './harness/poller';
import { startSetting, type Setting } from './harness/setting';

const day = 24 * 60 * 60 * 1000;

let setting: Setting;
beforeEach(async () => (setting = await startSetting({ orders: 12 })));
afterEach(() => setting.close());

interface Choice {
	resource?: string;
	processStatus?: string[];
	companyId?: string;
	startFrom?: string;
	startDate?: string;
	skipOwnRequests?: string;
	changedLinesOnly?: boolean;
	output?: string;
}

function poller(choice: Choice = {}, fields: ICredentialDataDecryptedObject = {}): Poller {
	const parameters = { startFrom: 'everything', ...choice };
	const credential = setting.credential(fields);
	return new Poller(setting.engine, workflowOf('tradecloudPollTrigger', parameters, credential));
}

const orders = () => setting.sandbox.orders.list();
const polls = () => setting.sandbox.calls.filter(({ path }) => path.endsWith('/poll'));
const idsOf = (things: IDataObject[]) => things.map(({ orderId }) => orderId);
const idsOfAll = () => orders().map(({ id }) => id);
/** What the trigger makes of an order of the API, which has its id in `id`. */
const emitted = (order: Order) => ({ orderId: order.id, ...order });
const statesOf = (things: object[]) =>
	(things as Order[]).map(({ id, lastUpdatedAt }) => `${id} ${lastUpdatedAt}`);
const lastUpdatedAfter = ({ state }: Poller) => (state.position as IDataObject).lastUpdatedAfter;
/** Polls overlap by so much. */
const minuteBefore = (stamp: string) => new Date(Date.parse(stamp) - 60_000).toISOString();
const touch = ({ id }: Pick<Order, 'id'>) => setting.sandbox.orders.touch(id);

/** Replaces the sandbox by one with so many orders. */
async function withOrders(count: number): Promise<void> {
	await setting.close();
	setting = await startSetting({ orders: count });
}

describe('the first poll', () => {
	test('emits nothing that was there before, when it starts from now', async () => {
		const trigger = poller({ startFrom: 'now' });
		expect(await trigger.poll()).toEqual([]);
		touch(orders()[3]);
		expect(await trigger.poll()).toEqual([emitted(orders()[3])]);
	});

	// manual: api/polling/README.md
	test('takes its start from the last change in Tradecloud and not from the clock', async () => {
		const [first, second] = orders();
		touch(first);
		second.lastUpdatedAt = first.lastUpdatedAt.replace('Z', '456Z');
		const trigger = poller({ startFrom: 'now' });
		await trigger.poll();
		expect(lastUpdatedAfter(trigger)).toBe(minuteBefore(first.lastUpdatedAt));
		expect(setting.sandbox.calls.map(({ path }) => path)).not.toContainEqual(
			expect.stringMatching(/search$/),
		);
	});

	test.each([12, 240, 20 * 24])(
		'finds the last change where nothing has changed for %d hours',
		async (hours) => {
			const changed = orders()[4];
			touch(changed);
			const now = Date.now();
			const clock = jest.spyOn(Date, 'now').mockReturnValue(now + hours * 3_600_000);
			const trigger = poller({ startFrom: 'now' });
			await trigger.poll();
			clock.mockRestore();
			expect(lastUpdatedAfter(trigger)).toBe(minuteBefore(changed.lastUpdatedAt));
		},
	);

	test('reads the changes of the last time to their end, to find the last one', async () => {
		await withOrders(230);
		for (const order of orders().slice(0, 220)) touch(order);
		const trigger = poller({ startFrom: 'now' });
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('emits the first order of a company that had none, when it starts from now', async () => {
		await withOrders(0);
		const trigger = poller({ startFrom: 'now' });
		expect(await trigger.poll()).toEqual([]);
		const other = await startSetting({ orders: 1 });
		const [order] = other.sandbox.orders.list();
		setting.sandbox.orders.put(order);
		touch(order);
		await other.close();
		expect(idsOf(await trigger.poll())).toEqual(idsOfAll());
	});

	test('emits all orders, the oldest change first, when it starts from everything', async () => {
		expect(await poller().poll()).toEqual(orders().map(emitted));
	});

	test('emits what was changed after a date, in the time zone of the workflow', async () => {
		const since = '2026-01-05T09:00:00';
		const changes = await poller({ startFrom: 'date', startDate: since }).poll();
		const inNewYork = '2026-01-05T14:00:00.000Z';
		const later = orders().filter(({ lastUpdatedAt }) => lastUpdatedAt > inNewYork);
		expect(changes).toEqual(later.map(emitted));
		expect(polls()[0].body).toMatchObject({ filters: { lastUpdatedAfter: inNewYork } });
	});

	test.each([
		['', "'Start Date' is empty"],
		['last week', "'Start Date' holds 'last week', which is not a time"],
		['2026-13-45T08:00:00Z', "'Start Date' holds '2026-13-45T08:00:00Z', which is not a time"],
	])('names a start date %j', async (startDate, message) => {
		await expect(poller({ startFrom: 'date', startDate }).poll()).rejects.toThrow(message);
	});

	test('says that API v1 has no polling', async () => {
		await expect(poller({}, { apiVersion: 'v1' }).poll()).rejects.toThrow(
			'Polling exists only in Tradecloud One (API v2), and the credential is one of Tradecloud Legacy (API v1)',
		);
	});

	test('is one again after another choice of where to start', async () => {
		const credential = setting.credential();
		const workflow = workflowOf('tradecloudPollTrigger', { startFrom: 'now' }, credential);
		const trigger = new Poller(setting.engine, workflow);
		await trigger.poll();
		workflow.nodes[0].parameters.startFrom = 'everything';
		expect(await trigger.activate('update')).toEqual(orders().map(emitted));
	});
});

describe('the position', () => {
	test('stays after an empty answer', async () => {
		const trigger = poller();
		await trigger.poll();
		const before = trigger.saved;
		expect(await trigger.poll()).toEqual([]);
		expect(trigger.saved).toBe(before);
	});

	test('stays after a poll that did not succeed, and the next one catches up', async () => {
		await withOrders(250);
		const trigger = poller({ startFrom: 'date', startDate: '2026-01-05T08:00:00Z' });
		await trigger.pollAll();
		const before = trigger.state;
		const changed = orders().slice(20, 200);
		changed.forEach(touch);
		setting.sandbox.reset();
		setting.sandbox.fault({ path: '/poll$', headers: { 'x-page': '1' } });
		setting.sandbox.fault({ path: '/poll$', status: 403 });
		await expect(trigger.poll()).rejects.toThrow('Tradecloud does not allow this');
		expect(polls().map(({ status }) => status)).toEqual([200, 403]);
		expect(trigger.state).toEqual(before);
		expect(await trigger.poll()).toEqual(changed.map(emitted));
	});

	test('needs little room, however much was changed at once', async () => {
		await withOrders(600);
		const trigger = poller({ startFrom: 'now' });
		await trigger.poll();
		for (const count of [600, 1, 300]) {
			orders().slice(0, count).forEach(touch);
			await trigger.poll();
		}
		expect(trigger.saved.length).toBeLessThan(16_000);
	});
});

describe('no change is lost', () => {
	test('when orders change while pages are read, and none comes twice in the same state', async () => {
		await withOrders(450);
		const trigger = poller();
		let changed = 0;
		const timer = setInterval(() => {
			const list = orders();
			if (changed < 40) touch(list[(changed++ * 97) % list.length]);
		}, 10);
		const first = await trigger.poll();
		clearInterval(timer);
		const later = (await trigger.pollAll()).flat();
		expect(changed).toBeGreaterThan(5);
		const states = statesOf([...first, ...later]);
		expect(new Set(states).size).toBe(states.length);
		const current = statesOf(orders());
		expect(current.filter((state) => !states.includes(state))).toEqual([]);
	});

	test('when a whole page and its edge have the same time stamp', async () => {
		await withOrders(330);
		for (const order of orders().slice(60, 290)) order.lastUpdatedAt = '2026-03-01T00:00:00.000Z';
		const changes = await poller().poll();
		expect(idsOf(changes).sort()).toEqual(idsOfAll().sort());
	});

	test('when orders of one time stamp change while they are read', async () => {
		await withOrders(330);
		for (const order of orders()) order.lastUpdatedAt = '2026-03-01T00:00:00.000Z';
		const trigger = poller();
		const list = [...orders()];
		let changed = 0;
		const reading = setInterval(() => {
			if (polls().length > 1 && changed < 20) touch(list[changed++]);
		}, 5);
		const first = await trigger.poll();
		clearInterval(reading);
		expect(changed).toBeGreaterThan(0);
		const all = [...first, ...(await trigger.pollAll()).flat()];
		expect(new Set(idsOf(all))).toEqual(new Set(idsOfAll()));
	});

	test('when thousands wait after a long stand-still: each poll emits a bounded number, in order', async () => {
		await withOrders(1_730);
		const trigger = poller();
		const polls = await trigger.pollAll();
		expect(polls.length).toBeGreaterThan(2);
		expect(Math.max(...polls.map(({ length }) => length))).toBeLessThanOrEqual(600);
		expect(idsOf(polls.flat())).toEqual(idsOfAll());
	});

	test('when more orders than one poll emits share a time stamp', async () => {
		await withOrders(760);
		for (const order of orders().slice(20, 740)) order.lastUpdatedAt = '2026-03-01T00:00:00.000Z';
		const changes = (await poller().pollAll()).flat();
		expect(changes).toHaveLength(760);
		expect(new Set(idsOf(changes))).toEqual(new Set(idsOfAll()));
	});

	test('when n8n ends after it has saved the position and before it has run the workflow', async () => {
		const trigger = poller();
		await trigger.poll();
		touch(orders()[5]);
		expect(await trigger.poll()).toHaveLength(1);
		expect(await trigger.restart(await anotherProcess())).toEqual([emitted(orders()[5])]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('when n8n ends while it repeats that', async () => {
		const trigger = poller();
		await trigger.poll();
		touch(orders()[5]);
		await trigger.poll();
		await trigger.restart(await anotherProcess());
		expect(await trigger.restart(await anotherProcess())).toEqual([emitted(orders()[5])]);
	});

	test('and a restart long after the last emission repeats nothing', async () => {
		const trigger = poller();
		await trigger.poll();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + day);
		expect(await trigger.restart(await anotherProcess())).toEqual([]);
		clock.mockRestore();
	});
});

/** The package as another process of n8n loads it. */
async function anotherProcess(): Promise<Setting['engine']> {
	return await startEngine(setting.engine.credentials);
}

test('n8n begins a poll while the last one is under way: it emits nothing', async () => {
	const trigger = poller({ startFrom: 'now' });
	await trigger.poll();
	orders().forEach(touch);
	setting.sandbox.fault({ path: '/poll$', delayMs: 300 });
	await Promise.all([trigger.poll(), trigger.poll()]);
	expect(trigger.executions).toBe(1);
	expect(await trigger.poll()).toEqual([]);
});

describe('what is chosen', () => {
	test('orders by their process status and company', async () => {
		const { companyId } = orders()[0].buyerOrder;
		await poller({ processStatus: ['Confirmed', 'InProgress'], companyId }).poll();
		expect(polls()[0].body).toMatchObject({
			filters: { status: { processStatus: ['Confirmed', 'InProgress'] }, companyId },
		});
	});

	test('orders in single delivery form', async () => {
		const [order] = await poller({ resource: 'singleDeliveryOrder' }).poll();
		expect(order).toMatchObject({
			orderId: orders()[0].id,
			lines: expect.arrayContaining([
				expect.objectContaining({
					statusLine: expect.objectContaining({
						scheduledDelivery: expect.anything() as object,
					}) as object,
				}),
			]) as object,
		});
	});

	const shipments = () => setting.sandbox.shipments.list();

	// SDK: PollShipments knows a filter for the buyer only.
	test.each(['buyer', 'supplier'] as const)(
		'shipments of a company that is their %s',
		async (side) => {
			const { username, password, companyId } = setting.sandbox.users[side];
			const trigger = poller({ resource: 'shipment', companyId }, { username, password });
			const own = shipments().filter(
				(shipment) => shipment[`${side}Shipment`].companyId === companyId,
			);
			expect(idsOf(await trigger.poll())).toHaveLength(own.length);
			expect(own.length).toBeGreaterThan(0);
			const [shipment] = own;
			setting.sandbox.shipments.touch(shipment.id);
			expect(await trigger.poll()).toEqual([{ shipmentId: shipment.id, ...shipment }]);
		},
	);

	test('no shipments of another company', async () => {
		const companyId = '00000000-0000-4000-8000-000000000000';
		const trigger = poller({ resource: 'shipment', companyId });
		expect(await trigger.poll()).toEqual([]);
		const { lastUpdatedAt } = shipments().at(-1)!.meta;
		expect(lastUpdatedAfter(trigger)).toBe(minuteBefore(lastUpdatedAt));
	});

	test('shipments, and their changes', async () => {
		const trigger = poller({ resource: 'shipment' });
		expect(await trigger.poll()).toEqual(
			shipments().map((shipment) => ({ shipmentId: shipment.id, ...shipment })),
		);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('own requests', () => {
	const statuses: [string, string, boolean][] = [
		['buyer', 'OpenBuyerReopenRequest', true],
		['buyer', 'OpenBuyerReconfirmationRequest', true],
		['buyer', 'OpenSupplierProposal', false],
		['supplier', 'OpenSupplierProposal', true],
		['supplier', 'OpenSupplierReopenRequest', true],
		['supplier', 'OpenSupplierShipmentRescheduleRequest', true],
		['supplier', 'OpenBuyerReopenRequest', false],
		['none', 'OpenBuyerReopenRequest', false],
	];

	function withRequest(inProgressStatus: string, count?: number): Order {
		const order = orders().find(({ lines }) => lines.length > 1)!;
		for (const line of order.lines.slice(0, count)) {
			Object.assign(line.status, { inProgressStatus });
		}
		touch(order);
		return order;
	}

	test.each(statuses)(
		'of the %s: a line with %s is left out: %s',
		async (side, status, isLeftOut) => {
			for (const { lines } of orders())
				for (const { status } of lines) delete status.inProgressStatus;
			const order = withRequest(status, 1);
			const last = (await poller({ skipOwnRequests: side }).poll()).at(-1);
			expect(last?.lines).toEqual(isLeftOut ? order.lines.slice(1) : order.lines);
		},
	);

	test('leave out an order of which every line has one, and come when the request is closed', async () => {
		const trigger = poller({ startFrom: 'now', skipOwnRequests: 'buyer' });
		await trigger.poll();
		const order = withRequest('OpenBuyerReopenRequest');
		expect(await trigger.poll()).toEqual([]);
		for (const { status } of order.lines) delete status.inProgressStatus;
		touch(order);
		expect(await trigger.poll()).toEqual([emitted(order)]);
	});

	// manual: api/polling/echo.md, option 1
	test('the simpler way: all lines in progress are left out, and orders that have no others', async () => {
		const processStatusOf = ({ status }: { status: { processStatus: string } }) =>
			status.processStatus;
		const [order, other] = orders().filter(({ lines }) => lines.length > 1);
		for (const line of order.lines) line.status.processStatus = 'Confirmed';
		order.lines[1].status.processStatus = 'InProgress';
		for (const line of other.lines) line.status.processStatus = 'InProgress';
		const changes = await poller({ skipOwnRequests: 'inProgress' }).poll();
		const linesOf = (id: string) =>
			changes.find(({ orderId }) => orderId === id)?.lines as unknown as Order['lines'];
		expect(linesOf(order.id)).toEqual(order.lines.filter((line) => line !== order.lines[1]));
		expect(linesOf(other.id)).toBeUndefined();
		const lines = changes.flatMap(({ lines }) => lines as unknown as Order['lines']);
		expect(lines.map(processStatusOf)).not.toContain('InProgress');
	});
});

describe('changed lines only', () => {
	const changedLinesOnly = true;

	test('leaves out the lines that did not change since the last poll', async () => {
		const trigger = poller({ startFrom: 'now', changedLinesOnly });
		await trigger.poll();
		const order = orders().find(({ lines }) => lines.length > 1)!;
		const [, line] = order.lines;
		setting.sandbox.orders.touch(order.id, [line.buyerLine.position]);
		expect(await trigger.poll()).toEqual([{ ...emitted(order), lines: [line] }]);
	});

	test('emits an order of which only the header changed with no line', async () => {
		const trigger = poller({ startFrom: 'now', changedLinesOnly });
		await trigger.poll();
		const [order] = orders();
		setting.sandbox.orders.touch(order.id, []);
		expect(await trigger.poll()).toEqual([{ ...emitted(order), lines: [] }]);
	});

	test('leaves an order out whose only change is an own request', async () => {
		const trigger = poller({ startFrom: 'now', changedLinesOnly, skipOwnRequests: 'buyer' });
		await trigger.poll();
		const order = orders().find(({ lines }) => lines.length > 1)!;
		order.lines[0].status.inProgressStatus = 'OpenBuyerReopenRequest';
		setting.sandbox.orders.touch(order.id, [order.lines[0].buyerLine.position]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('leaves out the lines of a shipment, those in load carriers too', async () => {
		const trigger = poller({ resource: 'shipment', startFrom: 'now', changedLinesOnly });
		await trigger.poll();
		const [shipment] = shipmentsWithTwoLines();
		const lastUpdatedAt = new Date().toISOString();
		shipment.meta.lastUpdatedAt = lastUpdatedAt;
		const lines = [...shipment.lines, ...shipment.loadCarriers.flatMap((carrier) => carrier.lines)];
		lines.at(-1)!.meta = { lastUpdatedAt };
		const [changed] = await trigger.poll();
		const emittedLines = [
			...(changed.lines as unknown as object[]),
			...(changed.loadCarriers as unknown as { lines: object[] }[]).flatMap(({ lines }) => lines),
		];
		expect(emittedLines).toEqual([lines.at(-1)]);
	});

	function shipmentsWithTwoLines() {
		return setting.sandbox.shipments
			.list()
			.filter(
				({ lines, loadCarriers }) =>
					lines.length + loadCarriers.flatMap((carrier) => carrier.lines).length > 1,
			);
	}

	// An order that waits may change again before its turn, and its earlier change must not be forgotten.
	test('leaves out no line that changed while more waited than one poll emits', async () => {
		await withOrders(650);
		const trigger = poller({
			startFrom: 'date',
			startDate: '2026-01-01T00:00:00Z',
			changedLinesOnly,
		});
		const order = orders().find(({ lines }) => lines.length > 1)!;
		setting.sandbox.orders.touch(order.id, [order.lines[0].buyerLine.position]);
		expect(idsOf(await trigger.poll())).not.toContain(order.id);
		const changed = (await trigger.pollAll()).flat().find(({ orderId }) => orderId === order.id);
		expect(changed?.lines).toEqual(order.lines);
	});
});

describe('what the workflow gets', () => {
	test('as rows: one flat item for each line that changed, and of an order without lines nothing', async () => {
		const trigger = poller({ startFrom: 'now', output: 'rows', changedLinesOnly: true });
		await trigger.poll();
		const order = orders().find(({ lines }) => lines.length > 1)!;
		const { position } = order.lines[1].buyerLine;
		setting.sandbox.orders.touch(order.id, [position]);
		expect(await trigger.poll()).toMatchObject([{ orderId: order.id, position }]);
		setting.sandbox.orders.touch(order.id, []);
		expect(await trigger.poll()).toEqual([]);
		expect(trigger.executions).toBe(1);
	});

	test('as rows of shipments', async () => {
		const [row] = await poller({ resource: 'shipment', output: 'rows' }).poll();
		const [{ id: shipmentId }] = setting.sandbox.shipments.list();
		expect(row).toMatchObject({ shipmentId, purchaseOrderNumber: expect.any(String) as string });
	});

	test.each([
		['lines', 'order'],
		['simplified', 'lineCount'],
	])('as %s', async (output, field) => {
		const [item] = await poller({ output }).poll();
		expect(item).toHaveProperty(field);
	});

	test('in the editor too', async () => {
		const shown = await poller({ output: 'rows' }).poll('manual');
		expect(shown).toContainEqual(
			expect.objectContaining({ requestedDate: expect.any(String) as string }),
		);
	});
});

describe('a test in the editor', () => {
	test('shows one order, the last changed one, and moves nothing', async () => {
		const trigger = poller({ startFrom: 'now' });
		await trigger.poll();
		touch(orders()[2]);
		const before = trigger.state;
		expect(await trigger.poll('manual')).toEqual([emitted(orders()[2])]);
		expect(trigger.state).toEqual(before);
		expect(await trigger.poll()).toEqual([emitted(orders()[2])]);
	});

	test('shows the last changed one of those chosen', async () => {
		const confirmed = orders().filter(({ status }) => status.processStatus === 'Confirmed');
		touch(confirmed[1]);
		touch(confirmed[0]);
		touch(orders().find(({ status }) => status.processStatus !== 'Confirmed')!);
		const shown = await poller({ processStatus: ['Confirmed'] }).poll('manual');
		expect(shown).toEqual([emitted(confirmed[0])]);
	});

	test('shows the first one of those chosen, where none has changed for long', async () => {
		const confirmed = orders().filter(({ status }) => status.processStatus === 'Confirmed');
		touch(orders().find(({ status }) => status.processStatus !== 'Confirmed')!);
		const shown = await poller({ processStatus: ['Confirmed'] }).poll('manual');
		expect(shown).toEqual([emitted(confirmed[0])]);
	});

	test('says so where Tradecloud has nothing to show', async () => {
		await withOrders(0);
		await expect(poller().poll('manual')).rejects.toThrow('Tradecloud has nothing to show yet');
	});
});
