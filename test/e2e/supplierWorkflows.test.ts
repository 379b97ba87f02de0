/** The ready-made workflows for suppliers at work: orders come in, answers and despatch advices go out. */
import type { IDataObject } from 'n8n-workflow';

import type { OrderLine } from '../sandbox';
import { storeOrder } from '../sandbox/build';
import { AtWork } from './harness/atWork';
import { submitFile } from './harness/form';

const login = { username: 'sales', password: 'upload:secret' };
const buyerAccountNumber = 'B-20001';

let work: AtWork;
beforeAll(async () => {
	work = await AtWork.as('supplier');
	work.credentials.httpBasicAuth = await work.basicAuth(login);
}, 900_000);
afterEach(() => work.sandbox.reset());
afterAll(async () => await work?.close());

function store(purchaseOrderNumber: string, lineCount = 1): OrderLine[] {
	const lines = Array.from({ length: lineCount }, () => ({}));
	return storeOrder(work.sandbox, { purchaseOrderNumber, lines }).lines;
}

test('a new order is written into the sheet line by line, and told by e-mail', async () => {
	const lines = store('PO-7001', 2);
	const workflow = await work.publish('supplier-orders-to-mail-and-sheet', {
		'Send e-mail': { toEmail: 'sales@supplier.example' },
	});
	await workflow.hears(work.event('PO-7001', 'OrderIssuedByBuyer'));
	expect(work.services.received('write-rows')).toEqual(
		lines.map(({ id, buyerLine, lastUpdatedAt }) => ({
			'Order Line': id,
			'Purchase Order Number': 'PO-7001',
			'Buyer Account Number': buyerAccountNumber,
			'Purchase Order Line Position': buyerLine.position,
			'Item Number': buyerLine.item.number,
			'Item Name': buyerLine.item.name,
			'Ordered Quantity': 100,
			Unit: 'PCE',
			'Ordered Date': '2026-03-02',
			Price: 12.5,
			Currency: 'EUR',
			Status: 'Issued',
			'Last Change': lastUpdatedAt,
		})),
	);
	const { to, text } = await work.mails.message('New purchase order PO-7001');
	expect(to).toMatchObject({ text: 'sales@supplier.example' });
	expect(text).toContain('• 10 Hex nut M8: 100 on 2026-03-02\n• 20 Hex nut M8: 100 on 2026-03-02');
	expect(text).toContain('https://portal.tradecloud1.com/orders/');
});

test('answers in the sheet are sent, and each row says what became of it', async () => {
	store('PO-7002', 3);
	store('PO-7003');
	store('PO-7005');
	const row = (row_number: number, number: string, position: string, answer: IDataObject) => ({
		row_number,
		'Order Line': `${number}-${position}`,
		'Purchase Order Number': number,
		'Buyer Account Number': buyerAccountNumber,
		'Purchase Order Line Position': position,
		'Ordered Quantity': 100,
		'Ordered Date': '2026-03-02',
		Answer: '',
		'Delivery Date': '',
		Quantity: '',
		Reason: '',
		Result: '',
		...answer,
	});
	work.services.holds('read-rows', [
		row(2, 'PO-7002', '10', { Answer: 'Accept' }),
		row(3, 'PO-7002', '20', { 'Delivery Date': '2026-03-09', Reason: 'No steel' }),
		row(4, 'PO-7003', '10', { 'Delivery Date': '9 March' }),
		row(5, 'PO-7002', '30', {}),
		row(6, 'PO-7002', '30', { Answer: 'Reject', Result: 'Sent 2026-02-01 12:00' }),
		row(7, 'PO-7005', '10', { Quantity: 0, Reason: 'Sold out' }),
		row(8, '', '10', { Answer: 'Accept' }),
	]);
	const workflow = await work.publish('supplier-answers-from-sheet');
	await workflow.runFrom('Start');

	const results = work.services.received('write-results') as IDataObject[];
	expect(results.sort((one, other) => Number(one.row_number) - Number(other.row_number))).toEqual([
		{ row_number: 2, Result: expect.stringMatching(/^Sent \d{4}-/) as string },
		{ row_number: 3, Result: expect.stringMatching(/^Sent \d{4}-/) as string },
		{ row_number: 4, Result: expect.stringContaining('"9 March", not a date') as string },
		{ row_number: 7, Result: expect.stringMatching(/^Sent \d{4}-/) as string },
		{
			row_number: 8,
			Result: expect.stringContaining("'Purchase Order Number' is empty") as string,
		},
	]);
	expect(work.order('PO-7005').lines[0].deliveryScheduleIncludingRequests).toMatchObject([
		{ date: '2026-03-02', quantity: 0 },
	]);
	const [accepted, later, untouched] = work.order('PO-7002').lines;
	expect(accepted.status.processStatus).toBe('Confirmed');
	expect(later.status.inProgressStatus).toBe('OpenSupplierProposal');
	expect(later.deliveryScheduleIncludingRequests).toMatchObject([
		{ date: '2026-03-09', quantity: 100 },
	]);
	expect(later.supplierLine.requests.proposal).toMatchObject({ reason: 'No steel' });
	expect(untouched.status.processStatus).toBe('Issued');
	expect(work.order('PO-7003').lines[0].status.processStatus).toBe('Issued');
});

describe('a CSV file becomes despatch advices', () => {
	let form: string;
	beforeAll(async () => {
		const { url } = await work.publish('supplier-despatch-advice-from-csv');
		form = url.replace('/webhook/', '/form/');
	});
	const titles = [
		'Despatch Advice Number',
		'Buyer Account Number',
		'Shipment Number',
		'Despatch Advice Line Position',
		'Purchase Order Number',
		'Purchase Order Line Position',
		'Despatch Quantity',
	];
	const sent = (shipmentNumber: string) =>
		work.sandbox.shipments
			.list()
			.find(({ supplierShipment }) => supplierShipment.shipmentNumber === shipmentNumber);

	test('and whoever uploads it reads what became of it', async () => {
		store('PO-7004', 2);
		const lines = [
			`\uFEFF${titles.join()}`,
			`DA-1,${buyerAccountNumber},SH-71,1,PO-7004,10,60`,
			`DA-1,${buyerAccountNumber},SH-71,2,PO-7004,20,100`,
			`DA-2,${buyerAccountNumber},SH-72,1,PO-7004,10,many`,
		];
		const page = await submitFile(form, login, lines.join('\r\n'));
		expect(page).toContain('Sent: despatch advice DA-1');
		expect(page).toMatch(/Despatch advice .{1,8}DA-2.{1,8} was not sent.*many/);
		expect(sent('SH-71')?.lines).toMatchObject([
			{ purchaseOrderLinePosition: '10', supplierLine: { despatchQuantity: 60 } },
			{ purchaseOrderLinePosition: '20', supplierLine: { despatchQuantity: 100 } },
		]);
		expect(sent('SH-72')).toBeUndefined();
	});

	test('a file with semicolons is not said to be sent', async () => {
		const lines = [titles.join(';'), `DA-3;${buyerAccountNumber};SH-73;1;PO-7004;10;60`];
		const page = await submitFile(form, login, lines.join('\n'));
		expect(page).not.toContain('Sent: ');
		expect(sent('SH-73')).toBeUndefined();
	});

	test('only from who knows the password', async () => {
		const stranger = { ...login, password: 'guessed' };
		await expect(submitFile(form, stranger, titles.join())).rejects.toThrow('401');
	});
});
