/** The shipments of a company, whichever side it is on. A poll knows a filter for the buyer only (SDK: PollShipments). */
import type { IDataObject } from 'n8n-workflow';

import { jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

const shipments = () => setting.sandbox.shipments.list();

async function shipmentsOf(user: 'buyer' | 'supplier', companyId: string, more: IDataObject = {}) {
	const { username, password } = setting.sandbox.users[user];
	const run = await setting.run(
		{
			resource: 'shipment',
			operation: 'getMany',
			returnAll: true,
			filters: { companyId },
			...(more as { limit?: number }),
		},
		[{}],
		{ credential: { username, password } },
	);
	return jsonOf(run).map(({ shipmentId }) => shipmentId as string);
}

test('come to the supplier that asks for its own company', async () => {
	const { companyId } = setting.sandbox.users.supplier;
	const own = shipments().filter(
		({ supplierShipment }) => supplierShipment.companyId === companyId,
	);
	expect(own.length).toBeGreaterThan(0);
	const found = await shipmentsOf('supplier', companyId);
	expect(found.sort()).toEqual(own.map(({ id }) => id).sort());
});

test('come to the buyer that asks for one of its suppliers, as many as are wanted', async () => {
	const { companyId } = shipments().at(-1)!.supplierShipment;
	const own = shipments().filter(
		({ supplierShipment }) => supplierShipment.companyId === companyId,
	);
	expect(own.length).toBeLessThan(shipments().length);
	expect(await shipmentsOf('buyer', companyId)).toEqual(own.map(({ id }) => id));
	const one = { returnAll: false, limit: 1 };
	expect(await shipmentsOf('buyer', companyId, one)).toEqual([own[0].id]);
});

test('are none of a company without any', async () => {
	expect(await shipmentsOf('buyer', '00000000-0000-4000-8000-000000000000')).toEqual([]);
});
