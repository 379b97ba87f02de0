/** A supplier sends despatch advices, a buyer forecasts. */
import { loggedIn, post } from '../../../sandbox/client';
import { issued, startSetting, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

function advice(shipmentNumber: string, purchaseOrderNumber: string, despatchQuantity = 5) {
	return {
		header: {
			buyerAccountNumber: 'B-20001',
			despatchAdviceNumber: `DA-${shipmentNumber}`,
			shipment: { shipmentNumber },
		},
		lines: [
			{
				despatchAdviceLinePosition: '1',
				purchaseOrderNumber,
				purchaseOrderLinePosition: '20',
				despatchQuantity,
			},
		],
	};
}

const send = (body: object) =>
	setting.send('/shipment/despatch-advice', body, setting.sandbox.users.supplier);
const search = async (body: object) =>
	(await post(`${setting.sandbox.v2}/shipment/search`, body, await loggedIn(setting.sandbox))).data;

it('a new number makes a shipment that can be found', async () => {
	await issued(setting, 'SHIP-1');
	expect((await send(advice('S-1', 'SHIP-1'))).status).toBe(202);
	expect(await search({ query: 'SHIP-1' })).toMatchObject({
		total: 1,
		data: [
			{
				identifiers: { shipmentNumber: 'S-1' },
				processStatus: 'Issued',
				lines: [
					{
						purchaseOrderNumber: 'SHIP-1',
						item: { number: 'ITEM-2' },
						supplierLine: { despatchAdviceNumber: 'DA-S-1', despatchQuantity: 5 },
					},
				],
			},
		],
	});
	const [{ eventName, shipment }] = await setting.events();
	expect(eventName).toBe('ShipmentIssuedBySupplier');
	expect(shipment).toEqual(setting.sandbox.shipments.list().at(-1));
});

it('a known number changes that shipment; the same advice again changes nothing', async () => {
	await issued(setting, 'SHIP-2');
	const before = setting.sandbox.shipments.list().length;
	await send(advice('S-2', 'SHIP-2'));
	await send(advice('S-2', 'SHIP-2'));
	await send(advice('S-2', 'SHIP-2', 8));
	expect(await setting.told()).toEqual(['ShipmentIssuedBySupplier', 'ShipmentReissuedBySupplier']);
	expect(setting.sandbox.shipments.list()).toHaveLength(before + 1);
	const [line] = setting.sandbox.shipments.list()[before].lines;
	expect(line.supplierLine.despatchQuantity).toBe(8);
});

it('another position is one more line of the shipment', async () => {
	await issued(setting, 'SHIP-3');
	const { header, lines } = advice('S-3', 'SHIP-3');
	await send({ header, lines });
	await send({ header, lines: [{ ...lines[0], despatchAdviceLinePosition: '2' }] });
	expect(setting.sandbox.shipments.list().at(-1)?.lines).toHaveLength(2);
	await setting.events();
});

it('an unknown order or line is answered with 404', async () => {
	await issued(setting, 'SHIP-4');
	const { header, lines } = advice('S-4', 'SHIP-4');
	const unknownLine = [{ ...lines[0], purchaseOrderLinePosition: '99' }];
	expect((await send(advice('S-4', 'UNKNOWN-1'))).status).toBe(404);
	expect((await send({ header, lines: unknownLine })).status).toBe(404);
	expect(await setting.told()).toEqual([]);
});

describe('searching shipments', () => {
	it('filters, sorts and pages as searching orders does', async () => {
		const sort = [{ field: 'identifiers.shipmentNumber', order: 'desc' }];
		const filters = { processStatus: ['Issued'] };
		const page = await search({ query: 'SH-2026', filters, sort, limit: 1 });
		expect(page).toMatchObject({
			total: 2,
			data: [{ identifiers: { shipmentNumber: 'SH-2026-0004' } }],
		});
	});
});

describe('forecasts', () => {
	const header = { supplierAccountNumber: 'S-10010', forecastNumber: 'F-1' };
	const item = { buyerItemNumber: 'I-1', buyerItemName: 'Nut', purchaseUnitOfMeasureIso: 'PCE' };
	const period = { startDate: '2026-03-01', endDate: '2026-03-31', quantity: 5 };
	const monthly = { header, lines: [{ ...item, startDate: '2026-03-01', M0: 5, M35: 7.5 }] };

	it('are kept each time they come, in either form', async () => {
		const body = { header, lines: [{ item, schedule: [period] }] };
		const answers = [
			await setting.send('/forecast', body),
			await setting.send('/forecast', body),
			await setting.send('/forecast/slimstock', monthly),
		];
		expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
		const { forecasts, users } = setting.sandbox;
		const { companyId } = users.buyer;
		expect(forecasts).toMatchObject([
			{ kind: 'forecast', companyId, body },
			{ kind: 'forecast', companyId, body },
			{ kind: 'slimstock', companyId, body: monthly },
		]);
	});

	it('in monthly form have numbers for their months', async () => {
		const lines = [{ ...monthly.lines[0], M3: 'many' }];
		const answer = await setting.send('/forecast/slimstock', { header, lines });
		expect(answer.data.errors).toEqual([{ path: 'lines[0].M3', message: 'must be a number' }]);
	});
});
