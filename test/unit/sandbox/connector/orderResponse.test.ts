/** A supplier answers an order. */
import { issued, lineOf, startSetting, stored, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

function respond(purchaseOrderNumber: string, lines: object[], header: object = {}) {
	const order = { buyerAccountNumber: 'B-20001', purchaseOrderNumber, ...header };
	return setting.send('/order-response', { order, lines }, setting.sandbox.users.supplier);
}

const asAsked = {
	purchaseOrderLinePosition: '10',
	deliverySchedule: [{ date: '2026-03-02', quantity: 100 }],
	prices: { netPrice: { priceInTransactionCurrency: { value: 12.5, currencyIso: 'EUR' } } },
};
const later = { ...asAsked, deliverySchedule: [{ date: '2026-03-16', quantity: 100 }] };

it('the dates, quantities and prices as asked confirm the line, once', async () => {
	await issued(setting, 'ASKED-1');
	expect((await respond('ASKED-1', [asAsked])).status).toBe(202);
	await respond('ASKED-1', [asAsked]);
	expect(await setting.told()).toEqual(['OrderLinesAcceptedBySupplier 10']);
	const line = lineOf(setting, 'ASKED-1', '10');
	expect(line.status).toEqual({ processStatus: 'Confirmed', logisticsStatus: 'Open' });
	expect(line.confirmedLine).toEqual({
		deliverySchedule: line.deliverySchedule,
		prices: line.prices,
	});
	expect(stored(setting, 'ASKED-1').status.processStatus).toBe('Issued');
});

it('an indicator of the order accepts the lines, that of a line overrules it', async () => {
	await issued(setting, 'MIXED-1');
	const rejected = {
		purchaseOrderLinePosition: '20',
		indicators: { rejected: true },
		reason: 'Discontinued',
	};
	const lines = [{ purchaseOrderLinePosition: '10', salesOrderNumber: 'SO-1' }, rejected];
	const header = { indicators: { accepted: true }, description: 'Our order 1' };
	await respond('MIXED-1', lines, header);
	expect(await setting.told()).toEqual([
		'OrderLinesAcceptedBySupplier 10',
		'OrderLinesRejectedBySupplier 20',
	]);
	const order = stored(setting, 'MIXED-1');
	expect(order.supplierOrder).toMatchObject({ description: 'Our order 1' });
	expect(order.lines[0].supplierLine.salesOrderNumber).toBe('SO-1');
	expect(order.lines[1].status.processStatus).toBe('Rejected');
});

it('other values are a proposal: the line keeps the old ones until the buyer approves', async () => {
	await issued(setting, 'PROPOSE-1');
	await respond('PROPOSE-1', [{ ...later, reason: 'Out of stock' }]);
	await respond('PROPOSE-1', [{ ...later, reason: 'Out of stock' }]);
	expect(await setting.told()).toEqual(['OrderChangesProposedBySupplier 10']);
	const proposed = [{ position: '1', date: '2026-03-16', quantity: 100 }];
	expect(lineOf(setting, 'PROPOSE-1', '10')).toMatchObject({
		status: { processStatus: 'InProgress', inProgressStatus: 'OpenSupplierProposal' },
		deliverySchedule: [{ date: '2026-03-02' }],
		deliveryScheduleIncludingRequests: proposed,
		supplierLine: {
			requests: {
				proposal: { status: 'Open', deliverySchedule: proposed, reason: 'Out of stock' },
			},
		},
	});
	expect(stored(setting, 'PROPOSE-1').status.processStatus).toBe('InProgress');
});

it('another price is a proposal too, and an answer as asked takes it back', async () => {
	await issued(setting, 'PRICE-1');
	const dearer = { priceInTransactionCurrency: { value: 13, currencyIso: 'EUR' } };
	await respond('PRICE-1', [{ ...asAsked, prices: { netPrice: dearer } }]);
	expect(lineOf(setting, 'PRICE-1', '10')).toMatchObject({
		prices: asAsked.prices,
		pricesIncludingRequests: { netPrice: dearer, priceUnitOfMeasureIso: 'PCE' },
	});
	await respond('PRICE-1', [asAsked]);
	expect(await setting.told()).toEqual([
		'OrderChangesProposedBySupplier 10',
		'OrderLinesAcceptedBySupplier 10',
	]);
	const line = lineOf(setting, 'PRICE-1', '10');
	expect(line.supplierLine.requests.proposal?.status).toBe('Closed');
	expect(line.pricesIncludingRequests).toEqual(line.prices);
});

it('a line with neither values nor indicators is no answer to what was asked', async () => {
	await issued(setting, 'INFORM-1');
	const lines = [{ purchaseOrderLinePosition: '20', salesOrderNumber: 'SO-2' }];
	await respond('INFORM-1', lines);
	await respond('INFORM-1', lines);
	expect(await setting.told()).toEqual(['OrderLinesUpdatedBySupplier 20']);
	expect(lineOf(setting, 'INFORM-1', '20').status.processStatus).toBe('Issued');
});

it('an answer to a request for reconfirmation reconfirms', async () => {
	await issued(setting, 'AGAIN-1');
	const indicators = { requestReconfirmation: true };
	await setting.send('/order/indicators', {
		order: { purchaseOrderNumber: 'AGAIN-1', indicators },
	});
	await setting.events();
	await respond('AGAIN-1', [asAsked]);
	expect(await setting.told()).toEqual(['OrderLinesReconfirmedBySupplier 10']);
	expect(lineOf(setting, 'AGAIN-1', '10').status.processStatus).toBe('Confirmed');
});

it('an unknown order, line or buyer is answered with 404', async () => {
	await issued(setting, 'KNOWN-1');
	const unknownLine = { ...asAsked, purchaseOrderLinePosition: '99' };
	const answers = [
		await respond('UNKNOWN-1', [asAsked]),
		await respond('KNOWN-1', [asAsked, unknownLine]),
		await respond('KNOWN-1', [asAsked], { buyerAccountNumber: 'B-1' }),
	];
	expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
	expect(await setting.told()).toEqual([]);
});

it('a buyer may not send one', async () => {
	const order = { buyerAccountNumber: 'B-20001', purchaseOrderNumber: 'ASKED-1' };
	const answer = await setting.send('/order-response', { order, lines: [asAsked] });
	expect(answer.status).toBe(403);
});
