/**
 * Polls whose order nobody promises: that the earliest change comes first stood in Tradecloud's manual
 * until June 2025 only. Whatever the order, each change comes once, and reading ends.
 */
import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { Order, SandboxOptions } from '../sandbox';
import { errorOf, jsonOf, workflowOf } from './harness/n8n';
import { Poller } from './harness/poller';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
afterEach(() => setting.close());

async function start(orders: number, pollOrder: SandboxOptions['pollOrder'] = 'unsorted') {
	setting = await startSetting({ orders, pollOrder });
}

function poller(parameters: IDataObject = {}): Poller {
	const all = { startFrom: 'everything', ...parameters } as Parameters<typeof workflowOf>[1];
	return new Poller(setting.engine, workflowOf('tradecloudPollTrigger', all, setting.credential()));
}

const orders = () => setting.sandbox.orders.list();
const polls = () => setting.sandbox.calls.filter(({ path }) => path.endsWith('/poll'));
const stateOf = ({ id, lastUpdatedAt }: Pick<Order, 'id' | 'lastUpdatedAt'>) =>
	`${id} ${lastUpdatedAt}`;
const statesOf = (things: object[]) => (things as Order[]).map(stateOf);

/** Changes an order now and then until it is ended; returns how often it did. */
function changing(everyMilliseconds: number): () => number {
	let changed = 0;
	const timer = setInterval(() => {
		const list = orders();
		setting.sandbox.orders.touch(list[(changed++ * 97) % list.length].id);
	}, everyMilliseconds);
	return () => {
		clearInterval(timer);
		return changed;
	};
}

describe('a poll that lists what was changed at the very time stamp once more', () => {
	test.each(['now', 'everything'])(
		'starting from %s, each change comes once',
		async (startFrom) => {
			await start(5, 'inclusive');
			setting.sandbox.orders.touch(orders()[2].id);
			const trigger = poller({ startFrom });
			expect(await trigger.poll()).toHaveLength(startFrom === 'now' ? 0 : 5);
			expect(await trigger.poll()).toEqual([]);
			const { id } = orders()[0];
			setting.sandbox.orders.touch(id);
			expect(await trigger.poll()).toMatchObject([{ orderId: id }]);
			for (let again = 0; again < 3; again++) expect(await trigger.poll()).toEqual([]);
			setting.sandbox.orders.touch(id);
			expect(await trigger.poll()).toMatchObject([{ orderId: id }]);
		},
	);
});

describe('an order that has nothing to do with time', () => {
	test('all changes come, the earliest first, and then none until there are more', async () => {
		await start(430);
		const trigger = poller();
		const byChange = [...orders()].sort((a, b) => (a.lastUpdatedAt < b.lastUpdatedAt ? -1 : 1));
		expect(statesOf(await trigger.poll())).toEqual(byChange.map(stateOf));
		expect(await trigger.poll()).toEqual([]);
		const changed = orders().slice(100, 320);
		for (const { id } of changed) setting.sandbox.orders.touch(id);
		expect(statesOf(await trigger.poll())).toEqual(changed.map(stateOf));
		expect(await trigger.poll()).toEqual([]);
	});

	test('nothing is lost and nothing comes twice while orders change', async () => {
		await start(330);
		const trigger = poller();
		const end = changing(60);
		const first = await trigger.poll();
		expect(end()).toBeGreaterThan(0);
		const states = statesOf([...first, ...(await trigger.pollAll()).flat()]);
		expect(new Set(states).size).toBe(states.length);
		expect(statesOf(orders()).filter((state) => !states.includes(state))).toEqual([]);
	});

	test('nothing is lost while orders come into the status that is asked for, and leave it', async () => {
		await start(330);
		for (const order of orders()) order.status.processStatus = 'Confirmed';
		const trigger = poller({ processStatus: ['Confirmed'] });
		const end = changing(60);
		let left = 0;
		const leaving = setInterval(() => {
			orders()[left].status.processStatus = left++ % 3 === 0 ? 'Completed' : 'Confirmed';
		}, 45);
		const first = await trigger.poll();
		clearInterval(leaving);
		end();
		expect(left).toBeGreaterThan(0);
		const states = statesOf([...first, ...(await trigger.pollAll()).flat()]);
		const confirmed = orders().filter(({ status }) => status.processStatus === 'Confirmed');
		expect(statesOf(confirmed).filter((state) => !states.includes(state))).toEqual([]);
	});

	test('the workflow starts from the last change', async () => {
		await start(230);
		for (const { id } of orders()) setting.sandbox.orders.touch(id);
		const trigger = poller({ startFrom: 'now' });
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	test.each([
		['all', { returnAll: true }, 330],
		['all in some statuses', { returnAll: true, filters: { processStatus: ['Confirmed'] } }, 120],
		['the longest unchanged', { limit: 120 }, 120],
	])('Get Many gives %s', async (_case, parameters, count) => {
		await start(330);
		for (const { status } of orders().slice(120)) status.processStatus = 'Issued';
		for (const { status } of orders().slice(0, 120)) status.processStatus = 'Confirmed';
		const run = await setting.run({ resource: 'order', operation: 'getMany', ...parameters });
		expect(statesOf(jsonOf(run))).toEqual(statesOf(orders().slice(0, count)));
	});
});

describe('an order that is that of the changes but for one of them', () => {
	const first = Date.parse('2026-03-01T00:00:00.000Z');

	/** Lets orders change one after the other as they are listed, and the one at `late` long before its turn. */
	async function startAscendingBut(count: number, late: number, turn: number): Promise<void> {
		await start(count);
		const keyOf = ({ id }: Order) => createHash('sha1').update(id).digest('hex');
		const listed = [...orders()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
		for (const [index, order] of listed.entries()) {
			const time = first + (index === late ? 2 * turn + 1 : 2 * index);
			order.lastUpdatedAt = new Date(time).toISOString();
		}
	}

	test.each([
		['in the first page', 250, 150, 50],
		['in the last page that one poll takes', 700, 650, 550],
	])('it is not lost %s', async (_case, count, late, turn) => {
		await startAscendingBut(count, late, turn);
		const states = statesOf((await poller().pollAll()).flat());
		expect(states.sort()).toEqual(statesOf(orders()).sort());
	});
});

describe('an order that is another within a time stamp with each answer', () => {
	// The last page begins with the last thing of the page before, as it should, but leaves out another one.
	test('it is not lost', async () => {
		await start(150, 'ascending');
		for (const order of orders()) order.lastUpdatedAt = '2026-03-01T00:00:00.000Z';
		const page = (data: object[]) =>
			setting.sandbox.fault({ path: '/poll$', body: JSON.stringify({ data, total: 150 }) });
		page(orders().slice(0, 100));
		page(orders().slice(0, 100));
		page([...orders().slice(99, 149), orders()[7]]);
		expect(statesOf(await poller().poll()).sort()).toEqual(statesOf(orders()).sort());
	});
});

describe('the earliest change first', () => {
	test.each([
		['up to a page', 80, 1],
		['more than a page', 250, 3],
	])('%s is read with no more calls than pages', async (_case, count, calls) => {
		await start(count, 'ascending');
		expect(await poller().poll()).toHaveLength(count);
		expect(polls()).toHaveLength(calls);
	});
});

describe('a list that cannot be read to its end: a clear sentence, and the position stays', () => {
	const sentence = 'Tradecloud did not list all purchase orders that have changed';

	/** What each poll is answered, whatever it asks for. */
	function answer(data: object[], total: number): void {
		const body = JSON.stringify({ data, total, lastUpdatedAt: '2027-01-05T08:00:00.000Z' });
		setting.sandbox.fault({ path: '/poll$', body, times: 1000 });
	}

	test.each([
		['ignores the offset', (data: object[]) => answer(data, 250)],
		['ignores it and lists the latest first', (data: object[]) => answer(data.reverse(), 250)],
		['tells a total that is too large', (data: object[]) => answer(data, 1e9)],
		['lists one thing of a total that is too large', ([thing]: object[]) => answer([thing], 1e9)],
		['lists nothing of its total', () => answer([], 3)],
	])(
		'of Tradecloud that %s',
		async (_case, misbehave) => {
			await start(100);
			const trigger = poller();
			misbehave([...orders()]);
			await expect(trigger.poll()).rejects.toThrow(sentence);
			expect(polls().length).toBeLessThan(80);
			setting.sandbox.reset();
			expect(statesOf(await trigger.poll()).sort()).toEqual(statesOf(orders()).sort());
		},
		60_000,
	);

	test('in Get Many', async () => {
		await start(100);
		answer(orders(), 250);
		const run = await setting.run({ resource: 'order', operation: 'getMany', returnAll: true });
		expect(errorOf(run)).toEqual({
			message: sentence,
			description: expect.stringMatching(/Run the workflow again/) as string,
		});
	}, 60_000);

	test('of another order in each answer', async () => {
		await start(250);
		const list = orders();
		for (let call = 0; call < 200; call++) {
			const data = list.map((_, index) => list[(index * 97 + call * 61) % 250]).slice(0, 100);
			setting.sandbox.fault({ path: '/poll$', body: JSON.stringify({ data, total: 250 }) });
		}
		await expect(poller().poll()).rejects.toThrow(sentence);
		expect(polls().length).toBeLessThan(150);
	}, 60_000);
});
