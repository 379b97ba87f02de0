/** Rules: what an order looks like when it is read. */
import { line, otherDate, prices } from '../bodies';
import { at, has, holds, is, listAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import type { World } from '../world';

const page = 'order/buyer/receive/README.md';
const evidence = 'documented';
const usedBy = [parts.order];
const buyer = ['buyer'] as const;
/** An order with two lines that no rule changes. */
const sample = (world: World): Promise<TestOrder> =>
	world.once('two lines', () => TestOrder.issued(world, [line('00010'), line('00020')]));
export const reading: readonly Rule[] = [
	{
		page,
		sentence: 'An order that is read has an id and no orderId',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const found = await (await sample(world)).read();
			has('the order', found, 'id');
			is('orderId', at(found, 'orderId'), 'missing', at(found, 'orderId') === undefined);
		},
	},
	{
		page: 'SDK: order/FindOrdersByNumber',
		sentence: 'An order’s id is the buyer’s company id, a hyphen and the purchase order number',
		evidence: 'sample',
		usedBy: [parts.orders, parts.identity],
		needs: buyer,
		async check(world) {
			const order = await sample(world);
			const { companyId } = await world.buyer.claims();
			holds('the order', await order.read(), { id: `${companyId}-${order.number}` });
		},
	},
	{
		page,
		sentence: 'The header has buyerOrder, supplierOrder, status, version and lastUpdatedAt',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await sample(world);
			const found = await order.read();
			const { companyId } = await world.buyer.claims();
			const supplierAccountNumber = await world.supplierAccountNumber();
			holds('buyerOrder', at(found, 'buyerOrder'), {
				companyId,
				supplierAccountNumber,
				purchaseOrderNumber: order.number,
			});
			has('the order', found, 'supplierOrder.companyId', 'version', 'lastUpdatedAt');
			has('the order', found, 'eventDates', 'meta');
			has('the order', found, 'status.processStatus', 'status.logisticsStatus');
		},
	},
	{
		page,
		sentence: 'supplierOrder has the buyer’s account number in the supplier’s ERP',
		evidence,
		usedBy: [parts.orderResponse],
		needs: buyer,
		async check(world) {
			has('the order', await (await sample(world)).read(), 'supplierOrder.buyerAccountNumber');
		},
	},
	{
		page,
		sentence: 'The version of an order grows with each change',
		evidence: 'guess',
		ifWrong:
			'An answer to requests that names a version is refused or taken as Tradecloud sees fit.',
		usedBy: [],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			const version = Number(at(await order.read(), 'version'));
			await order.send([line('00010', otherDate)]);
			await order.lineHolds('00010', otherDate);
			const later = Number(at(await order.read(), 'version'));
			is('the version', later, `above ${version}`, later > version);
		},
	},
	{
		page: 'checklist.md',
		sentence: 'An order that is fetched has all its lines',
		evidence,
		usedBy: [parts.receive, parts.orders],
		needs: buyer,
		async check(world) {
			const found = await (await sample(world)).read();
			const positions = listAt(found, 'lines').map((own) => at(own, 'buyerLine.position'));
			holds('the positions', positions.sort(), ['00010', '00020']);
		},
	},
	{
		page,
		sentence:
			'A line has id, buyerLine, deliverySchedule, prices, both with requests included, status and lastUpdatedAt',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const found = await (await sample(world)).line('00010');
			has('the line', found, 'id', 'buyerLine.position', 'buyerLine.item.number');
			has('the line', found, 'deliverySchedule', 'deliveryScheduleIncludingRequests');
			has('the line', found, 'prices', 'pricesIncludingRequests');
			has('the line', found, 'status.processStatus', 'status.logisticsStatus', 'lastUpdatedAt');
		},
	},
	{
		page: 'SDK: api-connector/SendOrderResponseCsvBatch',
		sentence: 'A line’s id is the order’s id, a hyphen and the position',
		evidence: 'sample',
		usedBy: [parts.orders],
		needs: buyer,
		async check(world) {
			const order = await sample(world);
			holds('the line', await order.line('00010'), { id: `${order.id}-00010` });
		},
	},
	{
		page,
		sentence: 'The schedule and prices of a line that nobody has answered are those asked for',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const { deliverySchedule } = line('');
			holds('the line', await (await sample(world)).line('00010'), {
				deliverySchedule,
				deliveryScheduleIncludingRequests: deliverySchedule,
				prices: prices(98.7),
				pricesIncludingRequests: prices(98.7),
			});
		},
	},
];
