/** Rules: indicators of an order and its lines. */
import { accept, line, reject } from '../bodies';
import { holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const indicatorsPage = 'order/buyer/issue/indicators.md';
const evidence = 'documented';
const usedBy = [parts.orderUpdates, parts.messageParts];
const buyer = ['buyer'] as const;
export const indicators: readonly Rule[] = [
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
