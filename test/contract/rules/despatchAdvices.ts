/** Rules: despatch advices, and what they do. */
import { firstDate, item, secondDate } from '../bodies';
import { answered, at, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { adviceBody, despatched, firstLine, sampleShipment } from '../shipment';
import { send } from '../world';

const advice = 'shipment/supplier/send-despatch-advice.md';
const evidence = 'documented';
const usedBy = [parts.despatchAdvice];
const both = ['buyer', 'supplier'] as const;
const place = {
	locationType: 'FinalDestination',
	id: '8712345678906',
	idScheme: 'GLN',
	names: ['Yard 3'],
	city: 'Gent',
};
const manualForm = {
	shipmentCompanyName: 'Van der Veen Transport',
	trackingNumber: 'VV-551',
	departure: { location: { ...place, locationType: 'AgreedPlace' }, actualDate: firstDate },
	destination: {
		location: place,
		scheduledStartDate: firstDate,
		scheduledStartTime: '08:00:00',
		scheduledEndDate: secondDate,
		scheduledEndTime: '17:00:00',
	},
	finalDestination: { location: place, scheduledStartDate: secondDate },
};
const sdkForm = {
	identifiers: { billOfLadingNumber: 'BL-9', trackingNumber: 'VV-552' },
	transportMode: 'Road transport',
	departure: { location: place, etdDate: firstDate },
	destinations: [{ location: place, etaStartDate: secondDate, etaStartTime: '08:00:00' }],
};
export const despatchAdvices: readonly Rule[] = [
	{
		page: 'SDK: shipment/FindShipmentById',
		sentence: 'A shipment’s id is the supplier’s company id, a hyphen and the shipment number',
		evidence: 'sample',
		usedBy: [parts.shipments],
		needs: both,
		async check(world) {
			const { shipment } = await sampleShipment(world);
			holds('the shipment', await shipment.read(), { id: shipment.id });
		},
	},
	{
		page: 'SDK: api-connector/SendDespatchAdvice',
		sentence:
			'A line needs no item where it names its order; no more of the shipment than its number',
		evidence: 'sample',
		usedBy,
		needs: both,
		check: async (world) => void (await sampleShipment(world)),
	},
	{
		page: advice,
		sentence:
			'departure, destination and finalDestination are taken, with scheduled dates and times',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const { order } = await sampleShipment(world);
			await despatched(order, {}, manualForm);
		},
	},
	{
		page: 'SDK: api-connector/SendDespatchAdvice',
		sentence: 'identifiers, transportMode, departure and a list of destinations are taken, too',
		evidence: 'sample',
		usedBy,
		needs: both,
		async check(world) {
			const { order } = await sampleShipment(world);
			const found = await (await despatched(order, {}, sdkForm)).read();
			holds('the shipment', found, {
				identifiers: sdkForm.identifiers,
				transportMode: 'Road transport',
				locations: {
					departure: { location: { id: place.id }, etdDate: firstDate },
					destinations: [{ location: { id: place.id }, etaStartDate: secondDate }],
				},
			});
		},
	},
	{
		page: advice,
		sentence:
			'A despatch advice may name the supplier’s company, a backorder, and when it was issued',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const { order } = await sampleShipment(world);
			const body = await adviceBody(order, world.number(), { backorderQuantity: 2 });
			const { companyId } = await world.supplier.claims();
			Object.assign(body.header as object, { supplierCompanyId: companyId });
			const issued = { ...body, erpIssueDateTime: '2034-01-31T08:00:00' };
			await send(world.supplier, 'shipment/despatch-advice', issued);
		},
	},
	{
		page: advice,
		sentence: 'An item that the line lacks is filled in from the order',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const found = firstLine(await (await sampleShipment(world)).shipment.read());
			const { number, name } = item();
			holds('the item', at(found, 'item'), { buyerItemNumber: number, buyerItemName: name });
		},
	},
	{
		page: advice,
		sentence: 'A known shipment number changes its shipment, and makes no second one',
		evidence,
		usedBy: [parts.sendMessage],
		needs: both,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const { shipmentNumber, read } = await despatched(order);
			const again = await adviceBody(order, shipmentNumber, { despatchQuantity: 11 });
			await send(world.supplier, 'shipment/despatch-advice', again);
			const quantity = async () => at(firstLine(await read()), 'supplierLine.despatchQuantity');
			await world.until('the new quantity', quantity, (got) => got === 11);
		},
	},
	{
		page: advice,
		sentence: 'An account number that no connection has comes to nothing',
		evidence,
		usedBy: [parts.explain],
		needs: both,
		async check(world) {
			const { order } = await sampleShipment(world);
			const number = world.number();
			const body = await adviceBody(order, number);
			Object.assign(body.header as object, { buyerAccountNumber: 'N8NTEST-NOBODY' });
			await world.supplier.post('/api-connector/shipment/despatch-advice', body);
			// Messages are processed in turn: once a later one is there, this one would be, too.
			const { id, shipmentNumber } = await despatched(order);
			const path = `/shipment/${encodeURIComponent(id.replace(shipmentNumber, number))}`;
			answered('the shipment', await world.supplier.get(path), 404);
		},
	},
	{
		page: 'connectors/webhooks/order-events.md',
		sentence: 'A shipment of a delivery’s whole quantity makes the delivery ReadyToShip',
		evidence,
		usedBy: [parts.statuses],
		needs: both,
		async check(world) {
			const { order } = await sampleShipment(world);
			await order.lineHolds('00010', { deliverySchedule: [{ status: 'ReadyToShip' }] });
		},
	},
	{
		page: 'connectors/webhooks/order-events.md',
		sentence: 'A shipment of another quantity opens a request to reschedule',
		evidence,
		usedBy: [parts.statuses, parts.ownRequests],
		needs: both,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await despatched(order, { despatchQuantity: 5 });
			await order.becomes('00010', 'InProgress', 'OpenSupplierShipmentRescheduleRequest');
		},
	},
];
