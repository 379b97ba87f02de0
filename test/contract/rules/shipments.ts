/** Rules: reading and finding shipments. */
import { answered, at, has, holds, is, textAt } from '../look';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { firstLine, sampleShipment } from '../shipment';
import { idsOf, page as pageOf, type World } from '../world';

const receive = 'shipment/buyer/receive/README.md';
const evidence = 'documented';
const both = ['buyer', 'supplier'] as const;
const reading: readonly Rule[] = [
	{
		page: receive,
		sentence: 'supplierShipment has companyId, shipmentNumber and the buyer’s account number',
		evidence,
		usedBy: [parts.listSearch],
		needs: both,
		async check(world) {
			const { order, shipment } = await sampleShipment(world);
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
		usedBy: [parts.shipments],
		needs: both,
		async check(world) {
			const { shipment } = await sampleShipment(world);
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
			const { shipment } = await sampleShipment(world);
			holds('the shipment', await shipment.read(), { processStatus: 'Issued' });
		},
	},
	{
		page: receive,
		sentence:
			'A line has its order and position, and in supplierLine despatch advice, position and quantity',
		evidence,
		usedBy: [parts.shipments],
		needs: both,
		async check(world) {
			const { order, shipment } = await sampleShipment(world);
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
		usedBy: [parts.changedLines],
		needs: both,
		async check(world) {
			const found = await (await sampleShipment(world)).shipment.read();
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
			const { id, read } = (await sampleShipment(world)).shipment;
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
			const { id, shipmentNumber } = (await sampleShipment(world)).shipment;
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
			const { order, shipment } = await sampleShipment(world);
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
		usedBy: [parts.shipments],
		needs: both,
		async check(world) {
			const { id } = (await sampleShipment(world)).shipment;
			const reply = await world.buyer.post(`/shipment/${encodeURIComponent(id)}/resend`);
			answered('the command', reply, 200, 202);
			holds('the answer', reply.data, { ok: true });
		},
	},
];

export const shipments: readonly Rule[] = [...reading, ...finding];
