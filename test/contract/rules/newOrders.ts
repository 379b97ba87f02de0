/** Rules: what a new order looks like when it is read. */
import { line } from '../bodies';
import { holds } from '../look';
import { TestOrder, lineOf } from '../order';
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
export const newOrders: readonly Rule[] = [
	{
		page: 'order/buyer/issue/README.md',
		sentence: 'New lines are Issued and Open, and so is their order',
		evidence,
		usedBy: [parts.statuses],
		needs: buyer,
		async check(world) {
			const found = await (await sample(world)).read();
			const status = { processStatus: 'Issued', logisticsStatus: 'Open' };
			holds('the order', found, { status });
			holds('the line', lineOf(found, '00010'), { status });
		},
	},
	{
		page: 'order/line-type.md',
		sentence: 'A line that was sent without lineType is an Item',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			holds('the line', await (await sample(world)).line('00010'), { lineType: 'Item' });
		},
	},
	{
		page: 'order/supplier/receive/README.md',
		sentence: 'An order that was sent without orderType is a Purchase',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const found = await (await sample(world)).read();
			holds('the order', found, { buyerOrder: { orderType: 'Purchase' } });
		},
	},
	{
		page,
		sentence: 'What the buyer wrote beside the lines comes back in buyerOrder and buyerLine',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const header = {
				description: 'Spring order',
				terms: { incotermsCode: 'DAP', incoterms: 'Utrecht' },
				properties: [{ key: 'Project', value: 'Bridge' }],
				notes: ['Ring the bell'],
				labels: ['Rush'],
			};
			const own = { description: 'Black', projectNumber: 'P-7', notes: ['No tape'] };
			const order = await TestOrder.issued(world, [line('00010', own)], { order: header });
			holds('the order', await order.read(), { buyerOrder: header });
			holds('the line', await order.line('00010'), { buyerLine: own });
		},
	},
	{
		page,
		sentence: 'Order and lines tell whether a delivery is overdue',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const found = await (await sample(world)).read();
			const indicators = { deliveryOverdue: false };
			holds('the order', found, { indicators });
			holds('the line', lineOf(found, '00010'), { indicators });
		},
	},
	{
		page: 'order/buyer/update.md',
		sentence: 'A line whose delivery lies in the past and has not come is overdue',
		evidence: 'guess',
		ifWrong: 'The indicator is passed on as it is; only a filter on it finds fewer lines.',
		usedBy: [],
		needs: buyer,
		async check(world) {
			const deliverySchedule = [{ position: '0001', date: '2024-03-04', quantity: 5 }];
			const order = await TestOrder.issued(world, [line('00010', { deliverySchedule })]);
			await order.lineHolds('00010', { indicators: { deliveryOverdue: true } });
		},
	},
	{
		page,
		sentence: 'mergedItemDetails has the details that the buyer gave',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const itemDetails = { countryOfOriginCodeIso2: 'NL', combinedNomenclatureCode: '7308 90' };
			const order = await TestOrder.issued(world, [line('00010', { itemDetails })]);
			holds('the line', await order.line('00010'), { mergedItemDetails: itemDetails });
		},
	},
];
