/** Rules: polling for what has changed. */
import type { Client } from '../client';
import { answered, at, has, holds, is, listAt, textAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { idsOf, page as pageOf, type World } from '../world';

const page = 'api/polling/README.md';
const evidence = 'documented';
const usedBy = [parts.pollPage];
const buyer = ['buyer'] as const;
const path = '/order-search/poll';
/** All that was changed after a time stamp. */
async function poll(client: Client, filters: object, limit = 100): Promise<unknown> {
	const reply = await client.post(path, { filters, offset: 0, limit });
	answered('the poll', reply, 200);
	return reply.data;
}
/** Two orders, one after the other, and the time stamp before both. */
async function twoOrders(world: World) {
	const before = await TestOrder.issued(world);
	const lastUpdatedAfter = textAt(await before.read(), 'lastUpdatedAt');
	const first = await TestOrder.issued(world);
	const second = await TestOrder.issued(world);
	const filters = { lastUpdatedAfter };
	const both = (ids: string[]) => ids.includes(first.id) && ids.includes(second.id);
	const read = async () =>
		idsOf(await pageOf(world.buyer, path, { filters, offset: 0, limit: 100 }));
	await world.until('both orders in a poll', read, both);
	return { before, first, second, filters };
}
const shared = (world: World) => world.once('two orders to poll', () => twoOrders(world));
export const polling: readonly Rule[] = [
	{
		page,
		sentence: 'A poll is a POST, answered with data, total and lastUpdatedAt',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			has('the answer', await poll(world.buyer, filters), 'data', 'total', 'lastUpdatedAt');
		},
	},
	{
		page: 'order/buyer/receive/README.md',
		sentence: 'The orders of a poll have an id, and all their fields as when they are fetched',
		evidence,
		usedBy: [parts.poll, parts.order],
		needs: buyer,
		async check(world) {
			const { filters, first } = await shared(world);
			const orders = listAt(await poll(world.buyer, filters), 'data');
			const found = orders.find((order) => at(order, 'id') === first.id);
			holds('the order', found, await first.read());
		},
	},
	{
		page,
		sentence: 'A poll has what was changed after lastUpdatedAfter, and nothing before',
		evidence,
		usedBy: [parts.poll],
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			for (const order of listAt(await poll(world.buyer, filters), 'data')) {
				const changed = textAt(order, 'lastUpdatedAt');
				const isAfter = Date.parse(changed) >= Date.parse(filters.lastUpdatedAfter);
				is('lastUpdatedAt', changed, `after ${filters.lastUpdatedAfter}`, isAfter);
			}
		},
	},
	{
		page,
		sentence: 'What was changed exactly at lastUpdatedAfter does not come again',
		evidence: 'guess',
		ifWrong:
			'It comes again with each poll, and is left out: the trigger remembers what it has read since then.',
		usedBy: [parts.position],
		needs: buyer,
		async check(world) {
			const { filters, before } = await shared(world);
			const ids = idsOf(listAt(await poll(world.buyer, filters), 'data'));
			is('the ids', ids, `without ${before.id}`, !ids.includes(before.id));
		},
	},
	{
		page,
		sentence: 'lastUpdatedAt of the answer is that of its latest change',
		evidence: 'sample',
		usedBy: [parts.position],
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			const found = await poll(world.buyer, filters);
			const stamps = listAt(found, 'data').map((order) => textAt(order, 'lastUpdatedAt'));
			const latest = stamps.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
			holds('the answer', found, { lastUpdatedAt: latest });
		},
	},
	{
		page,
		sentence: 'A poll has the longest unchanged orders first',
		evidence: 'guess',
		ifWrong: 'Nothing is lost: what a page may have passed over is read again.',
		usedBy: [parts.poll],
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			const stamps = listAt(await poll(world.buyer, filters), 'data').map((order) =>
				Date.parse(textAt(order, 'lastUpdatedAt')),
			);
			holds(
				'the time stamps',
				stamps,
				[...stamps].sort((a, b) => a - b),
			);
		},
	},
	{
		page: 'order/buyer/receive/README.md',
		sentence: 'total counts all matches, whatever the page',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			const found = await poll(world.buyer, filters, 1);
			const total = Number(at(found, 'total'));
			is('total', total, 'two or more', total >= 2);
			is('data', listAt(found, 'data').length, '1', listAt(found, 'data').length === 1);
		},
	},
	{
		page,
		sentence: 'A page begins at offset',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			const pageAt = (offset: number) =>
				pageOf(world.buyer, path, { filters, offset, limit: 1 }).then(idsOf);
			const [[one], [two]] = [await pageAt(0), await pageAt(1)];
			is('the second page', two, 'another order', one !== two);
		},
	},
	{
		page,
		sentence: 'A page has at most 100 orders, also where more are asked for',
		evidence: 'guess',
		ifWrong: 'Nothing: the node asks for 100.',
		usedBy,
		needs: buyer,
		async check({ buyer: client }) {
			const body = { filters: {}, offset: 0, limit: 101 };
			const reply = await client.post(path, body);
			const orders = listAt(reply.data, 'data').length;
			is(
				'the answer',
				[reply.status, orders],
				'400, or 100 orders',
				reply.status === 400 || orders <= 100,
			);
		},
	},
	{
		page,
		sentence: 'status.processStatus filters by the status of the order, with one status or several',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const { filters } = await shared(world);
			const confirmed = await TestOrder.confirmed(world);
			const { first } = await shared(world);
			const withStatus = async (...processStatus: string[]) =>
				idsOf(listAt(await poll(world.buyer, { ...filters, status: { processStatus } }), 'data'));
			const isFound = (ids: string[]) => ids.includes(confirmed.id) && !ids.includes(first.id);
			await world.until('the confirmed order only', () => withStatus('Confirmed'), isFound);
			const both = await withStatus('Confirmed', 'Issued');
			is('the ids', both, 'both orders', both.includes(confirmed.id) && both.includes(first.id));
		},
	},
	{
		page: 'SDK: order-search/PollOrders',
		sentence: 'companyId filters by the user’s company',
		evidence: 'sample',
		usedBy,
		needs: buyer,
		async check(world) {
			const { filters, first } = await shared(world);
			const { companyId } = await world.buyer.claims();
			const ids = idsOf(listAt(await poll(world.buyer, { ...filters, companyId }), 'data'));
			is('the ids', ids, `with ${first.id}`, ids.includes(first.id));
		},
	},
];
