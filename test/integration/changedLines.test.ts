/** Get Many with only the lines that changed (manual: api/polling/README.md). */
import type { IDataObject } from 'n8n-workflow';

import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

async function getMany(resource: 'order' | 'shipment', filters: { lastUpdatedAfter?: string }) {
	return await setting.run({
		resource,
		operation: 'getMany',
		returnAll: true,
		filters: { ...filters, changedLinesOnly: true },
	});
}

test('an order comes with the line that changed', async () => {
	const { orders } = setting.sandbox;
	const lastUpdatedAfter = orders.list().at(-1)!.lastUpdatedAt;
	const { id, lines } = orders.list().find((order) => order.lines.length > 1)!;
	const { position } = lines[1].buyerLine;
	orders.updateLines(id, [position], (line) => (line.buyerLine.notes = ['changed']));
	const found = jsonOf(await getMany('order', { lastUpdatedAfter }));
	expect(found).toMatchObject([{ orderId: id, lines: [{ buyerLine: { position } }] }]);
	expect(found[0].lines).toHaveLength(1);
});

test('a shipment comes with the lines that changed, in its load carriers too', async () => {
	const { shipments } = setting.sandbox;
	const lastUpdatedAfter = shipments.list().at(-1)!.meta.lastUpdatedAt;
	const [shipment] = shipments.list();
	shipments.touch(shipment.id, []);
	const [found] = jsonOf(await getMany('shipment', { lastUpdatedAfter }));
	expect(found.shipmentId).toBe(shipment.id);
	const carriers = (found.loadCarriers ?? []) as IDataObject[];
	expect([found.lines, ...carriers.map(({ lines }) => lines)].flat()).toEqual([]);
});

test('without a time there is nothing to compare with', async () => {
	const { message } = errorOf(await getMany('order', {}));
	expect(message).toBe("'Changed Lines Only' needs a time in 'Changed Since'");
	expect(setting.sandbox.calls.filter(({ path }) => path.includes('poll'))).toHaveLength(2);
});
