/** A small order and a supplier's answer to it, as messages of `api-connector`. */
import { destinations } from './names';

const price = { priceInTransactionCurrency: { value: 12.5, currencyIso: 'EUR' } };
const prices = { netPrice: price, priceUnitOfMeasureIso: 'PCE', priceUnitQuantity: 1 };

/** An order of two lines, one of them in two deliveries. */
export const exampleOrder = {
	order: {
		supplierAccountNumber: 'S-10010',
		purchaseOrderNumber: 'PO-EXAMPLE-1',
		destination: destinations[0],
	},
	lines: [
		{
			position: '10',
			item: { number: 'ITEM-1', name: 'Hex nut M8', purchaseUnitOfMeasureIso: 'PCE' },
			deliverySchedule: [{ position: '1', date: '2026-03-02', quantity: 100 }],
			prices,
		},
		{
			position: '20',
			item: { number: 'ITEM-2', name: 'Drive shaft', purchaseUnitOfMeasureIso: 'PCE' },
			deliverySchedule: [
				{ position: '1', date: '2026-03-02', quantity: 5 },
				{ position: '2', date: '2026-03-09', quantity: 5 },
			],
			prices,
		},
	],
};

/** The first line as asked, the second a week later and all at once. */
export const exampleResponse = {
	order: { buyerAccountNumber: 'B-20001', purchaseOrderNumber: 'PO-EXAMPLE-1' },
	lines: [
		{
			purchaseOrderLinePosition: '10',
			deliverySchedule: [{ date: '2026-03-02', quantity: 100 }],
			prices,
		},
		{
			purchaseOrderLinePosition: '20',
			deliverySchedule: [{ date: '2026-03-16', quantity: 10 }],
			reason: 'Out of stock until then',
		},
	],
};
