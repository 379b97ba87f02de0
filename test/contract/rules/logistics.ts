/** Rules: indicators of the goods, and what was delivered. */
import { accept, delivery, line, reject, type Body } from '../bodies';
import { holds, refused } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const indicatorsPage = 'order/buyer/issue/indicators.md';
const goods = 'order/buyer/receive-goods.md';
const evidence = 'documented';
const usedBy = [parts.orderUpdates];
const buyer = ['buyer'] as const;

const indicators: readonly Rule[] = [
	{
		page: indicatorsPage,
		sentence: 'shipped makes a line Shipped, and delivered makes it Delivered',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.about('indicators', [{ position: '00010', indicators: { shipped: true } }]);
			await order.moves('00010', 'Shipped');
			await order.about('indicators', [{ position: '00010', indicators: { delivered: true } }]);
			await order.moves('00010', 'Delivered');
		},
	},
	{
		page: indicatorsPage,
		sentence:
			'requestReconfirmation makes a Confirmed line InProgress, as OpenBuyerReconfirmationRequest',
		evidence,
		usedBy: [parts.orderUpdates, parts.ownRequests],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const own = { position: '00010', indicators: { requestReconfirmation: true } };
			await order.about('indicators', [own]);
			await order.becomes('00010', 'InProgress', 'OpenBuyerReconfirmationRequest');
		},
	},
	{
		page: indicatorsPage,
		sentence: 'A supplier who answers such a request with the same values confirms the line again',
		evidence,
		usedBy: [parts.orderResponse],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const own = { position: '00010', indicators: { requestReconfirmation: true } };
			await order.about('indicators', [own]);
			await order.becomes('00010', 'InProgress', 'OpenBuyerReconfirmationRequest');
			await order.respond([accept('00010')]);
			await order.becomes('00010', 'Confirmed');
		},
	},
	{
		page: indicatorsPage,
		sentence: 'An indicator on a line goes before one in the header',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world, [line('00010'), line('00020')]);
			const own = { position: '00010', indicators: { shipped: false } };
			await order.about('indicators', [own], { indicators: { shipped: true } });
			await order.moves('00020', 'Shipped');
			await order.moves('00010', 'Open');
		},
	},
	{
		page: indicatorsPage,
		sentence: 'shipped does not take a Delivered line back',
		evidence,
		usedBy: [],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world, [line('00010'), line('00020')]);
			await order.about('indicators', [{ position: '00010', indicators: { delivered: true } }]);
			await order.moves('00010', 'Delivered');
			await order.about('indicators', undefined, { indicators: { shipped: true } });
			await order.moves('00020', 'Shipped');
			await order.moves('00010', 'Delivered');
		},
	},
	{
		page: indicatorsPage,
		sentence: 'requestReconfirmation is for Confirmed lines only, confirmed for Issued ones',
		evidence,
		usedBy: [],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020'), line('00030')]);
			await order.respond([accept('00020'), reject('00030')]);
			await order.becomes('00020', 'Confirmed');
			const asks = { requestReconfirmation: true };
			await order.about('indicators', undefined, { indicators: asks });
			await order.becomes('00020', 'InProgress', 'OpenBuyerReconfirmationRequest');
			await order.becomes('00010', 'Issued');
			await order.about('indicators', undefined, { indicators: { confirmed: true } });
			await order.becomes('00010', 'Confirmed');
			await order.becomes('00030', 'Rejected');
		},
	},
	{
		page: 'order/status.md',
		sentence: 'An order is Shipped when all its lines are, and Open while only some are',
		evidence,
		usedBy: [parts.statuses],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world, [line('00010'), line('00020')]);
			const indicators = { shipped: true };
			await order.about('indicators', [{ position: '00010', indicators }]);
			await order.moves('00010', 'Shipped');
			await order.holds({ status: { logisticsStatus: 'Open' } });
			await order.about('indicators', [{ position: '00020', indicators }]);
			await order.holds({ status: { logisticsStatus: 'Shipped' } });
		},
	},
	{
		page: 'SDK: api-connector/SendOrderIndicatorsCsvBatch',
		sentence: 'Indicators may be sent for lines only, or for the header only',
		evidence: 'sample',
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('indicators', undefined, { indicators: { delivered: false } });
			await order.about('indicators', [{ position: '00010', indicators: { shipped: true } }]);
			await order.moves('00010', 'Shipped');
		},
	},
	{
		page: 'SDK: api-connector/SendOrderIndicators',
		sentence: 'An indicator that is false sets nothing',
		evidence: 'sample',
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			const none = { shipped: false, delivered: false, completed: false, cancelled: false };
			await order.about('indicators', [
				{ position: '00010', indicators: none },
				{ position: '00020', indicators: { shipped: true } },
			]);
			await order.moves('00020', 'Shipped');
			const status = { processStatus: 'Issued', logisticsStatus: 'Open' };
			holds('the line', await order.line('00010'), { status });
		},
	},
	{
		page: indicatorsPage,
		sentence:
			'With a single delivery, the node does not offer messages that Tradecloud does not take then',
		evidence,
		usedBy: [parts.singleDelivery],
		provedBy: 'test/integration/send.test.ts',
	},
];

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

const deliveries: readonly Rule[] = [
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
		sentence: 'A delivery history leaves lines alone that it does not name',
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

export const logistics: readonly Rule[] = [...indicators, ...deliveries];
