/** How the cells of rows become the body of a message. */
import { build } from '../../../nodes/Tradecloud/model/messages/message';
import { order } from '../../../nodes/Tradecloud/model/messages/order';

const header = {
	purchaseOrderNumber: 4711,
	supplierAccountNumber: 'S-1',
	destinationName: 'Warehouse 1',
};

test('cells go to their places, as the types that Tradecloud expects', () => {
	expect(
		build(order, header, [
			{
				position: 10,
				itemNumber: 'A-1',
				date: '2027-01-31',
				quantity: '12.5',
				price: 0,
				unknown: 1,
			},
		]),
	).toEqual({
		order: {
			purchaseOrderNumber: '4711',
			supplierAccountNumber: 'S-1',
			destination: { names: ['Warehouse 1'] },
		},
		lines: [
			{
				position: '10',
				item: { number: 'A-1' },
				deliverySchedule: [{ date: '2027-01-31', quantity: 12.5, position: '1' }],
				prices: {
					netPrice: { priceInTransactionCurrency: { value: 0 } },
					priceUnitQuantity: 1,
				},
			},
		],
	});
});

test.each(['', ' ', null, undefined])('an empty cell %j is left out', (empty) => {
	const { lines } = build(order, header, [{ position: '10', quantity: empty, date: empty }]);
	expect(lines).toEqual([
		{ position: '10', deliverySchedule: [{ position: '1' }], prices: { priceUnitQuantity: 1 } },
	]);
});

test('what is no number stays as it is, for the check to name', () => {
	const { lines } = build(order, header, [{ position: '10', quantity: '12,5' }]);
	expect(lines).toMatchObject([{ deliverySchedule: [{ quantity: '12,5' }] }]);
});
