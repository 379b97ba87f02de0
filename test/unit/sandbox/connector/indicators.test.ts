/** A buyer sets and takes back indicators. */
import { issued, lineOf, startSetting, stored, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

const set = (purchaseOrderNumber: string, indicators: object, lines?: object[]) =>
	setting.send('/order/indicators', { order: { purchaseOrderNumber, indicators }, lines });

const both = (indicators: object) => [
	{ position: '10', indicators },
	{ position: '20', indicators },
];

it.each([
	['shipped', 'OrderLinesShippedByBuyer', { logisticsStatus: 'Shipped' }],
	['delivered', 'OrderLinesMarkedAsDeliveredByBuyer', { logisticsStatus: 'Delivered' }],
	['completed', 'OrderLinesCompletedByBuyer', { processStatus: 'Completed' }],
	[
		'cancelled',
		'OrderLinesCancelledByBuyer',
		{ processStatus: 'Cancelled', logisticsStatus: 'Cancelled' },
	],
	['confirmed', 'OrderLinesConfirmedByBuyer', { processStatus: 'Confirmed' }],
	['requestReconfirmation', 'OrderLinesReconfirmationRequestedByBuyer', {}],
])('%s on the order touches all lines, once', async (indicator, eventName, status) => {
	await issued(setting, `SET-${indicator}`);
	expect((await set(`SET-${indicator}`, { [indicator]: true })).status).toBe(202);
	await set(`SET-${indicator}`, { [indicator]: true });
	expect(await setting.told()).toEqual([`${eventName} 10 20`]);
	const order = stored(setting, `SET-${indicator}`);
	expect(order).toMatchObject({ status, lines: [{ status }, { status }] });
});

it.each([
	['shipped', 'OrderLinesMarkedAsOpenByBuyer', { logisticsStatus: 'Open' }],
	['delivered', 'OrderLinesMarkedAsOpenByBuyer', { logisticsStatus: 'Open' }],
	[
		'completed',
		'CompletedOrderLinesRevertedByBuyer',
		{ processStatus: 'InProgress', inProgressStatus: 'RevertedCompletedLine' },
	],
	[
		'cancelled',
		'CancelledOrderLinesRevertedByBuyer',
		{ processStatus: 'InProgress', inProgressStatus: 'RevertedCancelledLine' },
	],
])('%s is taken back by false, where it was set', async (indicator, eventName, status) => {
	await issued(setting, `BACK-${indicator}`);
	await set(`BACK-${indicator}`, {}, [{ position: '10', indicators: { [indicator]: true } }]);
	await setting.events();
	await set(`BACK-${indicator}`, { [indicator]: false });
	expect(await setting.told()).toEqual([`${eventName} 10`]);
	expect(lineOf(setting, `BACK-${indicator}`, '10').status).toMatchObject(status);
});

it('confirmed cannot be taken back: nothing happens', async () => {
	await issued(setting, 'BACK-1');
	await set('BACK-1', { confirmed: true });
	await set('BACK-1', { confirmed: false });
	expect(await setting.told()).toEqual(['OrderLinesConfirmedByBuyer 10 20']);
});

it('an indicator of a line overrules that of the order', async () => {
	await issued(setting, 'OVER-1');
	await set('OVER-1', { shipped: true }, [{ position: '20', indicators: { shipped: false } }]);
	expect(await setting.told()).toEqual(['OrderLinesShippedByBuyer 10']);
	expect(lineOf(setting, 'OVER-1', '20').status.logisticsStatus).toBe('Open');
});

it('several indicators are an event each', async () => {
	await issued(setting, 'SEVERAL-1');
	await set('SEVERAL-1', {}, both({ delivered: true, completed: true }));
	expect(await setting.told()).toEqual([
		'OrderLinesMarkedAsDeliveredByBuyer 10 20',
		'OrderLinesCompletedByBuyer 10 20',
	]);
});

it('an unknown order or line is answered with 404, and nothing is changed', async () => {
	await issued(setting, 'LINE-1');
	expect((await set('UNKNOWN-1', { shipped: true })).status).toBe(404);
	const lines = [{ position: '99', indicators: {} }];
	expect((await set('LINE-1', { shipped: true }, lines)).status).toBe(404);
	expect(await setting.told()).toEqual([]);
});
