/** Rules: searching order lines. */
import { answeredIfAllowed, at, has, holds, is, listAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import { sample } from './orderSearch';
import { Differs, type Rule } from '../rule';
import type { World } from '../world';

const evidence = 'sample';
const buyer = ['buyer'] as const;
const nobody = '00000000-0000-4000-8000-000000000000';
export const lineSearch: readonly Rule[] = [
	{
		page: 'SDK: api-connector/SendOrderResponseSearchBatch',
		sentence:
			'A line of a line search has id, orderId, buyerOrder, supplierOrder, buyerLine, deliverySchedule, prices and status',
		evidence,
		usedBy: [parts.search],
		needs: buyer,
		async check(world) {
			const order = await sample(world);
			const read = () => searchLines(world, order);
			const [found] = await world.until('the lines in a search', read, (got) => got.length === 2);
			holds('the line', found, { orderId: order.id });
			has('the line', found, 'id', 'buyerOrder.companyId', 'buyerOrder.purchaseOrderNumber');
			has('the line', found, 'supplierOrder.companyId', 'buyerLine.position', 'deliverySchedule');
			has('the line', found, 'prices', 'status.processStatus', 'status.logisticsStatus');
		},
	},
	{
		page: 'SDK: order-line-search/ExportOrderLines',
		sentence: 'A line search takes filters, a list of sort, offset and limit',
		evidence,
		usedBy: [parts.search],
		needs: buyer,
		async check(world) {
			await sample(world);
			const { companyId } = await world.buyer.claims();
			const reply = await world.buyer.post('/order-line-search/search', {
				filters: { buyerOrder: { companyId: [companyId] } },
				sort: [{ field: 'buyerOrder.erpIssueDateTime', order: 'asc' }],
				offset: 0,
				limit: 1,
			});
			answeredIfAllowed('the line search', reply, 200);
			const count = listAt(reply.data, 'data').length;
			is('the lines', count, '1', count === 1);
		},
	},
	{
		page: 'SDK: order-line-search/ExportOrderLines',
		sentence: 'A line search filters by buyers, suppliers, statuses and what is overdue',
		evidence,
		usedBy: [parts.searchFilters],
		needs: buyer,
		async check(world) {
			const order = await sample(world);
			const found = await order.read();
			const filters = {
				buyerOrder: { companyId: [at(found, 'buyerOrder.companyId')] },
				supplierOrder: { companyId: [at(found, 'supplierOrder.companyId')] },
				status: { processStatus: ['Issued'], logisticsStatus: ['Open'] },
				indicators: { deliveryOverdue: false },
			};
			const read = () => searchLines(world, order, filters);
			await world.until('both lines', read, ({ length }) => length === 2);
			for (const [name, value] of Object.entries(oppositeFilters)) {
				const none = await searchLines(world, order, { ...filters, [name]: value });
				is(`the lines with another ${name}`, none, 'none', none.length === 0);
			}
		},
	},
	{
		page: 'SDK: api-connector/SendOrderResponseCsvBatch',
		sentence: 'One line is read by its id',
		evidence,
		usedBy: [parts.orders],
		needs: buyer,
		async check(world) {
			const { id } = await sample(world);
			const path = `/order-line-search/${encodeURIComponent(`${id}-00010`)}`;
			const read = () => world.buyer.get(path);
			const reply = await world.until('the line to be read', read, ({ status }) => status !== 404);
			answeredIfAllowed('the line', reply, 200);
			holds('the line', reply.data, { id: `${id}-00010`, orderId: id });
		},
	},
];
/** Filters that the sample order does not match. */
const oppositeFilters = {
	buyerOrder: { companyId: [nobody] },
	supplierOrder: { companyId: [nobody] },
	status: { processStatus: ['Rejected'] },
	indicators: { deliveryOverdue: true },
};
async function searchLines(
	world: World,
	{ id, number }: TestOrder,
	filters: object = {},
): Promise<unknown[]> {
	const body = { query: number, filters, offset: 0, limit: 100 };
	const reply = await world.buyer.post('/order-line-search/search', body);
	answeredIfAllowed('the line search', reply, 200);
	if (at(reply.data, 'total') === undefined) throw new Differs('expected a total, got none');
	return listAt(reply.data, 'data').filter((found) => at(found, 'orderId') === id);
}
