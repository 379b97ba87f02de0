/** The output 'Rows': one flat item for each line, of one thing or of many. */
import type { IDataObject } from 'n8n-workflow';

import { jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

async function rowsOf(
	resource: string,
	operation: string,
	parameters: Parameters<Setting['run']>[0] = {},
): Promise<IDataObject[]> {
	const rows = jsonOf(
		await setting.run({ resource, operation, output: 'rows', returnAll: true, ...parameters }),
	);
	const fields = Object.keys(rows[0]);
	for (const row of rows) {
		expect(Object.keys(row)).toEqual(fields);
		expect(Object.values(row).filter((value) => value instanceof Object)).toEqual([]);
	}
	return rows;
}

const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });
const orders = () => setting.sandbox.orders.list();
const lineIds = (list = orders()) => list.flatMap(({ lines }) => lines.map(({ id }) => id)).sort();
const idsIn = (rows: IDataObject[]) => rows.map(({ orderLineId }) => orderLineId).sort();

test('of an order are its lines', async () => {
	const [order] = orders();
	const rows = await rowsOf('order', 'get', { orderId: byId(order.id) });
	expect(idsIn(rows)).toEqual(lineIds([order]));
	expect(rows[0]).toMatchObject({
		purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
		position: order.lines[0].buyerLine.position,
		processStatus: order.lines[0].status.processStatus,
	});
});

test('of many orders are the lines of all, in single delivery form too', async () => {
	expect(idsIn(await rowsOf('order', 'getMany'))).toEqual(lineIds());
	const single = await rowsOf('order', 'getMany', { singleDelivery: true });
	expect([...new Set(idsIn(single))]).toEqual(lineIds());
});

test('of order lines have the fields of rows of orders, and the same values', async () => {
	const { id, lines } = orders()[0];
	const [ofOrder] = await rowsOf('order', 'get', { orderId: byId(id) });
	const [ofLine] = await rowsOf('orderLine', 'get', { orderLineId: byId(lines[0].id) });
	// A search does not tell when a line was changed.
	expect(ofLine).toEqual({ ...ofOrder, lastUpdatedAt: null });
	expect(idsIn(await rowsOf('orderLine', 'getMany'))).toEqual(lineIds());
});

test('of shipments are the lines in load carriers and in none', async () => {
	const shipments = setting.sandbox.shipments.list();
	const count = shipments.map(({ loadCarriers, lines }) =>
		[{ lines }, ...loadCarriers].reduce((sum, part) => sum + part.lines.length, 0),
	);
	const rows = await rowsOf('shipment', 'get', { shipmentId: byId(shipments[0].id) });
	expect(rows).toHaveLength(count[0]);
	expect(rows[0]).toMatchObject({
		shipmentNumber: shipments[0].supplierShipment.shipmentNumber,
		processStatus: shipments[0].processStatus,
	});
	const all = await rowsOf('shipment', 'getMany');
	expect(all).toHaveLength(count.reduce((sum, own) => sum + own, 0));
});
