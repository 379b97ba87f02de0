/** Rules: despatch advices, and the shipments that they make. */
import { firstDate, item, secondDate } from '../bodies';
import { answered, at, has, holds, is, textAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { adviceBody, despatched, firstLine, type Despatched } from '../shipment';
import { idsOf, page as pageOf, send, type World } from '../world';

const advice = 'shipment/supplier/send-despatch-advice.md';
const receive = 'shipment/buyer/receive/README.md';
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

/** A shipment that no rule changes. */
const sample = (world: World): Promise<{ order: TestOrder; shipment: Despatched }> =>
	world.once('a shipment', async () => {
		const order = await TestOrder.confirmed(world);
		return { order, shipment: await despatched(order) };
	});

const sending: readonly Rule[] = [
	{
		page: 'SDK: shipment/FindShipmentById',
		sentence: 'A shipment’s id is the supplier’s company id, a hyphen and the shipment number',
		evidence: 'sample',
		usedBy: [parts.shipment],
		needs: both,
		async check(world) {
			const { shipment } = await sample(world);
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
		check: async (world) => void (await sample(world)),
	},
	{
		page: advice,
		sentence:
			'departure, destination and finalDestination are taken, with scheduled dates and times',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const { order } = await sample(world);
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
			const { order } = await sample(world);
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
			const { order } = await sample(world);
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
			const found = firstLine(await (await sample(world)).shipment.read());
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
		sentence: 'An account number that stands in no connection comes to nothing',
		evidence,
		usedBy: [parts.explain],
		needs: both,
		async check(world) {
			const { order } = await sample(world);
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
			const { order } = await sample(world);
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

const reading: readonly Rule[] = [
	{
		page: receive,
		sentence: 'supplierShipment has companyId, shipmentNumber and the buyer’s account number',
		evidence,
		usedBy: [parts.listSearch],
		needs: both,
		async check(world) {
			const { order, shipment } = await sample(world);
			const { companyId } = await world.supplier.claims();
			holds('supplierShipment', at(await shipment.read(), 'supplierShipment'), {
				companyId,
				shipmentNumber: shipment.shipmentNumber,
				buyerAccountNumber: at(await order.read(), 'supplierOrder.buyerAccountNumber'),
			});
		},
	},
	{
		page: receive,
		sentence: 'The buyer reads the shipment, and is named in buyerShipment',
		evidence,
		usedBy: [parts.shipment],
		needs: both,
		async check(world) {
			const { shipment } = await sample(world);
			const { companyId } = await world.buyer.claims();
			holds('the shipment', await shipment.read(world.buyer), { buyerShipment: { companyId } });
		},
	},
	{
		page: receive,
		sentence: 'A new shipment has the process status Issued',
		evidence,
		usedBy: [parts.shipments],
		needs: both,
		async check(world) {
			const { shipment } = await sample(world);
			holds('the shipment', await shipment.read(), { processStatus: 'Issued' });
		},
	},
	{
		page: receive,
		sentence:
			'A line has its order and position, and in supplierLine despatch advice, position and quantity',
		evidence,
		usedBy: [parts.shipment],
		needs: both,
		async check(world) {
			const { order, shipment } = await sample(world);
			holds('the line', firstLine(await shipment.read()), {
				purchaseOrderNumber: order.number,
				purchaseOrderLinePosition: '00010',
				supplierLine: {
					despatchAdviceNumber: `DA-${shipment.shipmentNumber}`,
					despatchAdviceLinePosition: '1',
					despatchQuantity: 12.5,
				},
			});
		},
	},
	{
		page: receive,
		sentence: 'A line that was changed has the lastUpdatedAt of its shipment',
		evidence,
		usedBy: [],
		needs: both,
		async check(world) {
			const found = await (await sample(world)).shipment.read();
			const lastUpdatedAt = textAt(found, 'meta.lastUpdatedAt');
			holds('the line', firstLine(found), { meta: { lastUpdatedAt } });
		},
	},
];

const poll = (world: World, filters: object) =>
	pageOf(world.buyer, '/shipment/poll', { filters, offset: 0, limit: 100 }).then(idsOf);

const search = (world: World, body: object) =>
	pageOf(world.supplier, '/shipment/search', { offset: 0, limit: 100, ...body }).then(idsOf);

const finding: readonly Rule[] = [
	{
		page: receive,
		sentence: 'A poll of shipments is answered with data, total and lastUpdatedAt',
		evidence,
		usedBy: [parts.pollPage],
		needs: ['buyer'],
		async check({ buyer }) {
			const reply = await buyer.post('/shipment/poll', { filters: {}, offset: 0, limit: 1 });
			answered('the poll', reply, 200);
			has('the answer', reply.data, 'data', 'total', 'lastUpdatedAt');
		},
	},
	{
		page: 'SDK: shipment/PollShipments',
		sentence: 'lastUpdatedAfter and buyerShipment.companyId filter a poll of shipments',
		evidence: 'sample',
		usedBy: [parts.pollPage],
		needs: both,
		async check(world) {
			const { id, read } = (await sample(world)).shipment;
			const latest = Date.parse(textAt(await read(), 'meta.lastUpdatedAt'));
			const lastUpdatedAfter = new Date(latest - 1).toISOString();
			const { companyId } = await world.buyer.claims();
			const filters = { lastUpdatedAfter, buyerShipment: { companyId } };
			await world.until(
				'the shipment',
				() => poll(world, filters),
				(ids) => ids.includes(id),
			);
			const later = await poll(world, { lastUpdatedAfter: '2090-01-01T00:00:00.000Z' });
			is('the ids of later ones', later, 'none', later.length === 0);
		},
	},
	{
		page: 'SDK: shipment/SearchShipments',
		sentence: 'A search of shipments takes a query and, as sort, one object',
		evidence: 'sample',
		usedBy: [parts.search, parts.listSearch],
		needs: both,
		async check(world) {
			const { id, shipmentNumber } = (await sample(world)).shipment;
			const sort = { field: 'departureDate', order: 'asc' };
			const read = () => search(world, { query: shipmentNumber, sort });
			await world.until('the shipment in a search', read, (ids) => ids.includes(id));
		},
	},
	{
		page: 'SDK: shipment/SearchShipments',
		sentence:
			'A search of shipments filters by companies, purchase order number and process status',
		evidence: 'sample',
		usedBy: [parts.search],
		needs: both,
		async check(world) {
			const { order, shipment } = await sample(world);
			const { companyId } = await world.supplier.claims();
			const filters = {
				supplierShipment: { companyIds: [companyId] },
				lines: { purchaseOrderNumber: order.number },
				status: { processStatus: ['Issued'] },
			};
			const read = () => search(world, { filters });
			await world.until('the shipment', read, (ids) => ids.includes(shipment.id));
			const others = { ...filters, status: { processStatus: ['Rejected'] } };
			const ids = await search(world, { filters: others });
			is('the rejected ones', ids, 'without it', !ids.includes(shipment.id));
		},
	},
	{
		page: 'SDK: shipment/ResendShipment',
		sentence: 'Sending a shipment to the ERP once more is answered {"ok": true}',
		evidence: 'sample',
		usedBy: [],
		needs: both,
		async check(world) {
			const { id } = (await sample(world)).shipment;
			const reply = await world.buyer.post(`/shipment/${encodeURIComponent(id)}/resend`);
			answered('the command', reply, 200, 202);
			holds('the answer', reply.data, { ok: true });
		},
	},
];

export const shipments: readonly Rule[] = [...sending, ...reading, ...finding];
