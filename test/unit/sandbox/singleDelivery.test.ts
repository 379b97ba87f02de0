/** An order in the form for those whose ERP knows one delivery a line. */
import { anOrder, type WantedLine } from '../../sandbox/build';
import { singleDeliveryOrder } from '../../sandbox/data/singleDelivery';

const linesOf = (wanted: WantedLine) => singleDeliveryOrder(anOrder({ lines: [wanted] })).lines;

it('has a line for each delivery, which names the line that was split', () => {
	const lines = linesOf({
		deliverySchedule: [
			{ position: '10', date: '2026-03-02', quantity: 5 },
			{ position: '30', date: '2026-03-09', quantity: 7 },
		],
	});
	expect(lines).toMatchObject([
		{ buyerLine: { position: '10' }, statusLine: { scheduledDelivery: { quantity: 5 } } },
		{
			buyerLine: { position: '30', originalPosition: '10' },
			statusLine: { scheduledDelivery: { date: '2026-03-09', quantity: 7 } },
		},
	]);
	expect(lines[0].buyerLine).not.toHaveProperty('originalPosition');
	expect(lines[0]).not.toHaveProperty('deliverySchedule');
});

it('has a line without a position where a supplier wants to split it', () => {
	const lines = linesOf({ inProgressStatus: 'OpenSupplierProposal' });
	expect(lines).toHaveLength(2);
	expect(lines[0].statusLine).toMatchObject({
		scheduledDelivery: { quantity: 100 },
		scheduledDeliveryInclRequests: { quantity: 50 },
	});
	expect(lines[1].buyerLine).toMatchObject({ position: undefined, originalPosition: '10' });
	expect(lines[1].statusLine).toMatchObject({
		scheduledDelivery: undefined,
		scheduledDeliveryInclRequests: { quantity: 50 },
	});
});

it('has the new line still without a position once the split is agreed on', () => {
	const lines = linesOf({
		processStatus: 'Confirmed',
		deliverySchedule: [{ position: '1', date: '2026-03-02', quantity: 5 }, { quantity: 7 }],
	});
	expect(lines).toMatchObject([
		{ buyerLine: { position: '10' }, confirmedLine: { scheduledDelivery: { quantity: 5 } } },
		{
			buyerLine: { originalPosition: '10' },
			confirmedLine: { scheduledDelivery: { quantity: 7 } },
			statusLine: { scheduledDelivery: { quantity: 7 } },
		},
	]);
});

it('has one line where nothing is to be delivered', () => {
	expect(linesOf({ deliverySchedule: [] })).toMatchObject([{ buyerLine: { position: '10' } }]);
});
