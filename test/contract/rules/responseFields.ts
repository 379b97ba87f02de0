/** Rules: what a response may have, and what is read of it. */
import { accept, answer, delivery, line, secondDate, type Body } from '../bodies';
import { answered, at, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const page = 'order/supplier/send-order-response/README.md';
const evidence = 'documented';
const usedBy = [parts.orderResponse];
const needs = ['buyer', 'supplier'] as const;
export const responseFields: readonly Rule[] = [
	{
		page: 'order/buyer/receive/README.md',
		sentence: 'What the supplier wrote comes back in supplierOrder and supplierLine',
		evidence,
		usedBy: [parts.order],
		needs,
		async check(world) {
			const header = { description: 'Thank you', notes: ['Gate 2'] };
			const own = {
				salesOrderNumber: 'SO-91',
				salesOrderLinePosition: '3',
				description: 'From stock',
				properties: [{ key: 'Charge', value: '17' }],
			};
			const order = await TestOrder.issued(world);
			await order.respond([{ ...accept('00010'), ...own }], { order: header });
			const found = await order.becomes('00010', 'Confirmed');
			holds('the order', await order.read(), { supplierOrder: header });
			holds('the line', at(found, 'supplierLine'), {
				salesOrderNumber: 'SO-91',
				salesOrderPosition: '3',
				description: 'From stock',
				properties: own.properties,
			});
		},
	},
	{
		page,
		sentence: 'In a delivery of a response, the date or the quantity may be left out',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			await order.respond([
				answer('00010', { deliverySchedule: [delivery('0001', secondDate)], reason: 'So far' }),
				answer('00020', { deliverySchedule: [delivery('0001', undefined, 7)], reason: 'So far' }),
			]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
			await order.becomes('00020', 'InProgress', 'OpenSupplierProposal');
		},
	},
	{
		page: 'SDK: api-connector/SendOrderResponse',
		sentence: 'erpRespondedBy is an object with an email',
		evidence: 'sample',
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world);
			const erpRespondedBy = { email: 's.maas@example.com' };
			const beside = { erpResponseDateTime: '2034-01-31T10:00:00', erpRespondedBy };
			await order.respond([accept('00010')], { beside });
			await order.becomes('00010', 'Confirmed');
		},
	},
	{
		page: 'order/buyer/receive/README.md',
		sentence: 'mergedItemDetails has the supplier’s details over those of the buyer',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const itemDetails = { countryOfOriginCodeIso2: 'NL', batchNumber: 'B-1' };
			const order = await TestOrder.issued(world, [line('00010', { itemDetails })]);
			const own = { ...accept('00010'), itemDetails: { countryOfOriginCodeIso2: 'DE' } };
			await order.respond([own]);
			const merged = { countryOfOriginCodeIso2: 'DE', batchNumber: 'B-1' };
			await order.lineHolds('00010', { mergedItemDetails: merged });
		},
	},
	{
		page,
		sentence: 'A response to an order that is not there comes to nothing',
		evidence,
		usedBy: [parts.explain],
		needs,
		async check(world) {
			const known = await (await TestOrder.issued(world)).responseBody([accept('00010')]);
			const order = await TestOrder.planned(world);
			const body = {
				...known,
				order: { ...(known.order as Body), purchaseOrderNumber: order.number },
			};
			await world.supplier.post('/api-connector/order-response', body);
			answered('the order', await order.get(), 404);
		},
	},
];
