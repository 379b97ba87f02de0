/** Rules: searching orders. */
import { line } from '../bodies';
import { at, has, is, listAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { idsOf, page as pageOf, type World } from '../world';

const page = 'SDK: order-search/SearchOrders';
const evidence = 'sample';
const usedBy = [parts.searchFilters];
const buyer = ['buyer'] as const;
const path = '/order-search/search';
/** An order that a search finds. */
export function sample(world: World): Promise<TestOrder> {
	return world.once('an order to search', async () => {
		const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
		const read = () => search(world, { query: order.number });
		await world.until('the order in a search', read, (ids) => ids.includes(order.id));
		return order;
	});
}
async function search(world: World, body: object): Promise<string[]> {
	return idsOf(await pageOf(world.buyer, path, { filters: {}, offset: 0, limit: 100, ...body }));
}
/** A rule that a filter keeps the sample order, and that its opposite drops it. */
function filters(
	sentence: string,
	kept: (world: World) => Promise<object> | object,
	dropped: object,
): Rule {
	return {
		page,
		sentence,
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const { id, number } = await sample(world);
			const own = await search(world, { query: number, filters: await kept(world) });
			is('the ids', own, `with ${id}`, own.includes(id));
			const others = await search(world, { query: number, filters: dropped });
			is('the ids of the others', others, `without ${id}`, !others.includes(id));
		},
	};
}
const nobody = '00000000-0000-4000-8000-000000000000';
export const orderSearch: readonly Rule[] = [
	{
		page,
		sentence: 'A search by purchase order number finds the order, with id and total',
		evidence,
		usedBy: [parts.search, parts.listSearch],
		needs: buyer,
		async check(world) {
			const { number, id } = await sample(world);
			const { data } = await world.buyer.post(path, { query: number, offset: 0, limit: 10 });
			has('the answer', data, 'total');
			is(
				'the ids',
				idsOf(listAt(data, 'data')),
				`with ${id}`,
				idsOf(listAt(data, 'data')).includes(id),
			);
		},
	},
	filters(
		'buyerOrder.companyId filters by a list of buyers',
		async (world) => ({ buyerOrder: { companyId: [(await world.buyer.claims()).companyId] } }),
		{ buyerOrder: { companyId: [nobody] } },
	),
	filters(
		'supplierOrder.companyId filters by a list of suppliers',
		async (world) => {
			const order = await (await sample(world)).read();
			return { supplierOrder: { companyId: [at(order, 'supplierOrder.companyId')] } };
		},
		{ supplierOrder: { companyId: [nobody] } },
	),
	filters(
		'status.processStatus and status.logisticsStatus filter by lists of statuses',
		() => ({ status: { processStatus: ['Issued', 'Confirmed'], logisticsStatus: ['Open'] } }),
		{ status: { processStatus: ['Completed'] } },
	),
	filters(
		'buyerOrder.destination.code filters by a list of destinations',
		() => ({ buyerOrder: { destination: { code: ['N8NTEST-WH7'] } } }),
		{ buyerOrder: { destination: { code: ['N8NTEST-NOWHERE'] } } },
	),
	filters(
		'lastUpdatedSince filters by the time of the last change',
		() => ({ lastUpdatedSince: '2020-01-01T00:00:00.000Z' }),
		{ lastUpdatedSince: '2090-01-01T00:00:00.000Z' },
	),
	filters(
		'indicators.deliveryOverdue filters by what is overdue',
		() => ({ indicators: { deliveryOverdue: false } }),
		{ indicators: { deliveryOverdue: true } },
	),
	{
		page,
		sentence: 'sort is a list of field and order, such as buyerOrder.purchaseOrderNumber, desc',
		evidence,
		usedBy: [parts.search],
		needs: buyer,
		async check(world) {
			await sample(world);
			const sorted = async (order: string) => {
				const sort = [{ field: 'buyerOrder.purchaseOrderNumber', order }];
				return (await search(world, { sort, limit: 1 }))[0];
			};
			const [first, last] = [await sorted('asc'), await sorted('desc')];
			is('the last order', last, 'not the first', first !== last);
		},
	},
	{
		page,
		sentence: 'A search for a number finds longer numbers, too, that begin with it',
		evidence: 'guess',
		ifWrong: 'Nothing: the node compares the numbers of all that is found.',
		usedBy: [parts.orders],
		needs: buyer,
		async check(world) {
			const longer = await TestOrder.planned(world, `${(await sample(world)).number}-A`);
			await longer.send([line('00010')]);
			const read = () => search(world, { query: longer.number.slice(0, -2) });
			await world.until('the longer number', read, (ids) => ids.includes(longer.id));
		},
	},
	{
		page,
		sentence: 'A search cannot go past its 10,000th hit',
		evidence: 'guess',
		ifWrong: 'More than 10,000 orders could be listed; the node stops there and says so.',
		usedBy: [parts.pages],
		needs: buyer,
		async check({ buyer: client }) {
			const { status, data } = await client.post(path, { filters: {}, offset: 10_000, limit: 100 });
			const isEnd = status === 400 || listAt(data, 'data').length === 0;
			is('the answer', status, '400, or no data', isEnd);
		},
	},
];
