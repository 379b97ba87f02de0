/** Rules: what was delivered. */
import { delivery, line, type Body } from '../bodies';
import { refused } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const goods = 'order/buyer/receive-goods.md';
const evidence = 'documented';
const usedBy = [parts.orderUpdates];
const buyer = ['buyer'] as const;
/** Waits until the history of the line has exactly these deliveries. */
async function historyIs(order: TestOrder, expected: readonly Body[]): Promise<void> {
	await order.lineHolds('00010', { buyerLine: { deliveryHistory: expected } });
}
const first = delivery('1', '2034-02-01', 3);
const second = delivery('2', '2034-02-02', 4);
/** A message about what was delivered to line 00010. */
function delivered(subject: 'deliveries' | 'deliveryHistory', ...deliveries: Body[]): Body[] {
	return [{ position: '00010', [subject]: deliveries }];
}
export const deliveries: readonly Rule[] = [
	{
		page: goods,
		sentence: 'Deliveries are appended to the history of their line',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('deliveries', delivered('deliveries', first));
			await historyIs(order, [first]);
			await order.about('deliveries', delivered('deliveries', second));
			await historyIs(order, [first, second]);
		},
	},
	{
		page: goods,
		sentence: 'The same deliveries sent twice are appended twice',
		evidence: 'guess',
		ifWrong: 'Nothing: the node never repeats such a message of its own accord.',
		usedBy: [parts.sendMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('deliveries', delivered('deliveries', first));
			await order.about('deliveries', delivered('deliveries', first));
			await historyIs(order, [first, first]);
		},
	},
	{
		page: goods,
		sentence: 'What may have been appended is not sent again after a lost connection',
		evidence,
		usedBy: [parts.sendMessage],
		provedBy: 'test/integration/faultMatrix.test.ts',
	},
	{
		page: goods,
		sentence: 'A delivery history takes the place of the one before',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('deliveries', delivered('deliveries', first));
			await historyIs(order, [first]);
			await order.about('deliveryHistory', delivered('deliveryHistory', second));
			await historyIs(order, [second]);
		},
	},
	{
		page: goods,
		sentence: 'A delivery history does not touch lines that it does not name',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			await order.about('deliveries', delivered('deliveries', first));
			await historyIs(order, [first]);
			await order.about('deliveryHistory', [{ position: '00020', deliveryHistory: [second] }]);
			await order.lineHolds('00020', { buyerLine: { deliveryHistory: [second] } });
			await historyIs(order, [first]);
		},
	},
	{
		page: goods,
		sentence: 'An empty delivery history clears that of the line',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('deliveries', delivered('deliveries', first));
			await historyIs(order, [first]);
			await order.about('deliveryHistory', delivered('deliveryHistory'));
			await historyIs(order, []);
		},
	},
	{
		page: goods,
		sentence:
			'What has come of the planned date and quantity, whatever its position, is no longer overdue',
		evidence: 'guess',
		ifWrong: 'The indicator is passed on as it is; the node sets none.',
		usedBy: [],
		needs: buyer,
		async check(world) {
			const deliverySchedule = [delivery('0001', '2024-03-04', 5)];
			const order = await TestOrder.issued(world, [line('00010', { deliverySchedule })]);
			await order.lineHolds('00010', { indicators: { deliveryOverdue: true } });
			const own = delivery('77', '2024-03-04', 5);
			await order.about('deliveries', delivered('deliveries', own));
			await order.lineHolds('00010', { indicators: { deliveryOverdue: false } });
		},
	},
	{
		page: goods,
		sentence: 'A delivery for an order that was not sent before is refused with 400',
		evidence: 'guess',
		ifWrong: 'The node says that the delivery was sent; the order lacks it. Nothing is doubled.',
		usedBy: [parts.explain],
		needs: buyer,
		async check(world) {
			const order = { purchaseOrderNumber: world.number() };
			const body = { order, lines: delivered('deliveries', first) };
			refused('the message', await world.buyer.post('/api-connector/order/deliveries', body));
		},
	},
];
