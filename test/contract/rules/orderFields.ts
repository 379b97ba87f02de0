/** Rules: what the lines and the header of an order may have. */
import { delivery, item, line, prices, type Body } from '../bodies';
import { holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Evidence, Rule } from '../rule';

const usedBy = [parts.orderMessage];
const buyer = ['buyer'] as const;
const issue = 'order/buyer/issue/README.md';
const evidence = 'documented';
/** A rule that a line is taken, and comes back with these fields. */
function takes(
	page: Rule['page'],
	sentence: string,
	own: Body,
	back: Body,
	sure: Evidence = { evidence },
): Rule {
	return {
		page,
		sentence,
		...sure,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010', own)]);
			holds('the line', await order.line('00010'), back);
		},
	};
}
const gross = { priceInTransactionCurrency: { value: 200, currencyIso: 'USD' } };
const grossPrices = {
	grossPrice: gross,
	discountPercentage: 12.5,
	priceUnitOfMeasureIso: 'PCE',
	priceUnitQuantity: 1,
};
const withBase = {
	netPrice: {
		priceInTransactionCurrency: { value: 700, currencyIso: 'CNY' },
		priceInBaseCurrency: { value: 90, currencyIso: 'EUR' },
	},
};
const hundred = Array.from({ length: 100 }, (_, index) =>
	delivery(String(index + 1).padStart(4, '0'), '2034-03-06', index + 1),
);
const party = {
	id: '8712345000004',
	idScheme: 'GLN',
	names: ['Brugbouw B.V.'],
	addressLines: ['Kade 7'],
	postalCode: '3011 AA',
	city: 'Rotterdam',
	countryCodeIso2: 'NL',
	countryName: 'Netherlands',
};
const otherHeaderFields = {
	buyerParty: party,
	buyerAccountingParty: party,
	supplierParty: party,
	terms: { incotermsCode: 'FCA', incoterms: 'Gent', paymentTermsCode: '30', paymentTerms: 'Net' },
};
const otherFields = {
	row: '1',
	item: item({ revision: 'C', supplierItemNumber: 'S-204' }),
	terms: { contractNumber: 'C-9', contractPosition: '2' },
	projectNumber: 'P-7',
	productionNumber: 'W-3',
	salesOrderNumber: 'V-12',
	labels: ['Paint'],
};
export const orderFields: readonly Rule[] = [
	{
		page: 'guide/sending-delivery-schedule/sending-my-first-order.md',
		sentence:
			'An order needs no more of its destination than names and country, no item number, no delivery positions',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.planned(world);
			const destination = { names: ['Yard 3'], countryCodeIso2: 'BE' };
			const own = line('1', {
				item: { name: 'Beam', purchaseUnitOfMeasureIso: 'PCE' },
				deliverySchedule: [{ date: '2034-03-06', quantity: 2 }],
			});
			await order.send([own], { order: { destination } });
			await order.exists();
		},
	},
	takes(
		issue,
		'A line of a service needs no item number and no supplier’s item number',
		{ lineType: 'Service', item: { name: 'Welding', purchaseUnitOfMeasureIso: 'HUR' } },
		{ lineType: 'Service', buyerLine: { item: { name: 'Welding' } } },
	),
	takes(
		'order/line-type.md',
		'A line of a charge may name its reason by a code of UNCL7161',
		{ lineType: 'Charge', chargeReasonCode: 'FC', item: item({ name: 'Freight' }) },
		{ lineType: 'Charge', chargeReasonCode: 'FC' },
	),
	takes(
		'order/line-type.md',
		'A charge needs no reason code',
		{ lineType: 'Charge', item: item({ name: 'Handling' }) },
		{ lineType: 'Charge' },
	),
	takes(
		issue,
		'A price may be a gross price with a discount',
		{ prices: grossPrices },
		{ prices: { grossPrice: gross, discountPercentage: 12.5 } },
	),
	takes(
		issue,
		'A price may be given in the base currency as well',
		{ prices: { ...prices(0), ...withBase } },
		{ prices: withBase },
	),
	takes(
		'order/line-type.md',
		'chargeLines, which are deprecated, are still taken',
		{
			chargeLines: [
				{
					position: '1',
					chargeTypeCode: 'FC',
					chargeDescription: 'Freight',
					quantity: 1,
					price: { priceInTransactionCurrency: { value: 25, currencyIso: 'EUR' } },
					priceUnitOfMeasureIso: 'PCE',
				},
			],
		},
		{},
	),
	takes(
		'order/buyer/issue/delivery-schedule.md',
		'A delivery may have a logistics status and a mode of transport',
		{
			deliverySchedule: [
				{ ...delivery('0001', '2034-03-06', 5), status: 'Shipped', transportMode: 'Road' },
			],
		},
		{ deliverySchedule: [{ status: 'Shipped', transportMode: 'Road' }] },
	),
	takes(
		'order/buyer/issue/delivery-schedule.md',
		'A line may have a hundred deliveries',
		{ deliverySchedule: hundred },
		{ deliverySchedule: hundred },
	),
	takes(
		'order/buyer/issue/no-delivery-expected.md',
		'A line may say that no delivery is expected',
		{ indicators: { noDeliveryExpected: true } },
		{},
		{
			evidence: 'guess',
			ifWrong:
				'The page says that this is planned: the indicator is refused in Tradecloud’s words.',
		},
	),
	{
		page: issue,
		sentence: 'The other fields of the page are taken, all at once',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010', { ...otherFields })], {
				order: otherHeaderFields,
			});
			const { item: named, ...back } = otherFields;
			await order.lineHolds('00010', { buyerLine: { ...back, item: named } });
		},
	},
	{
		page: issue,
		sentence: 'orderType may be Forecast or RFQ',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			for (const orderType of ['Forecast', 'RFQ']) {
				const order = await TestOrder.issued(world, undefined, { order: { orderType } });
				holds('the order', await order.read(), { buyerOrder: { orderType } });
			}
		},
	},
	{
		page: 'SDK: api-connector/SendOrder',
		sentence: 'erpIssuedBy and erpLastChangedBy are objects with an email or a userName',
		evidence: 'sample',
		usedBy,
		needs: buyer,
		async check(world) {
			const beside = {
				erpIssueDateTime: '2034-01-31T08:15:00',
				erpIssuedBy: { email: 'j.visser@example.com' },
				erpLastChangeDateTime: '2034-01-31T08:20:00',
				erpLastChangedBy: { userName: 'jvisser' },
			};
			await TestOrder.issued(world, undefined, { beside });
		},
	},
];
