/** Every ready-made workflow at work: Tradecloud on one side, the service that it connects to on the other. */
import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Client } from 'pg';

import { removeFolder, temporaryFolder } from '../../tools/at-exit';
import { startPostgres, type Postgres } from '../../tools/postgres';
import type { CredentialReference, Execution } from '../../tools/n8n-session';
import { reservedNumber, type Order, type OrderLine } from '../sandbox';
import { storeOrder, type WantedLine } from '../sandbox/build';
import { loggedIn, post } from '../sandbox/client';
import { startChatModel, type ChatModel } from './harness/chatModel';
import { importCredential, install, type Installation } from './harness/installation';
import { press, startMailServer, type MailServer } from './harness/mailServer';
import { testOfN8n2 } from './harness/n8nVersion';
import { startOutsideServices, type OutsideServices } from './harness/outsideServices';
import { PublishedWorkflow } from './harness/publishedWorkflow';
import { readyMade, withoutOutside } from './harness/readyMade';
import { sheetRow } from './harness/sheetRow';

const numberAsked = 'PO-2026-0002';

let installation: Installation;
let services: OutsideServices;
let mails: MailServer;
let model: ChatModel;
let postgres: Postgres;
let database: Client;
let credentials: Record<string, CredentialReference>;
const folder = temporaryFolder('documents');

beforeAll(async () => {
	[installation, services, mails, model, postgres] = await Promise.all([
		install({ N8N_RESTRICT_FILE_ACCESS_TO: folder }),
		startOutsideServices(),
		startMailServer(),
		startChatModel([
			{
				question: /When does PO-404/,
				tool: 'Find_order',
				arguments: { purchaseOrderNumber: 'PO-404' },
			},
			{
				question: /When does/,
				tool: 'Find_order',
				arguments: { purchaseOrderNumber: numberAsked },
			},
			{
				question: /Which orders/,
				tool: 'List_orders',
				arguments: { changedSince: '2026-01-01T00:00:00Z' },
			},
		]),
		startPostgres(),
	]);
	const { host, port, user, database: name } = postgres;
	database = new Client({ host, port, user, database: name });
	await database.connect();
	const [smtp, openAiApi, postgresCredential] = await installation.n8n.importCredentials([
		{ name: 'SMTP', type: 'smtp', data: { host, port: mails.port, secure: false } },
		{ name: 'OpenAI', type: 'openAiApi', data: { apiKey: 'none', url: model.url } },
		{ name: 'PostgreSQL', type: 'postgres', data: { host, port, user, database: name } },
	]);
	const tradecloudApi = await importCredential(
		installation,
		'Tradecloud approver',
		installation.sandbox.users.approver,
	);
	credentials = { tradecloudApi, smtp, openAiApi, postgres: postgresCredential };
}, 900_000);
afterEach(() => installation.sandbox.reset());
afterAll(async () => {
	await database?.end();
	await Promise.all([installation, services, mails, model, postgres].map((one) => one?.close()));
	removeFolder(folder);
});

async function publish(
	name: string,
	parameters?: Record<string, INodeParameters>,
): Promise<PublishedWorkflow> {
	const workflow = withoutOutside(readyMade(name, { credentials, parameters }), services);
	return await PublishedWorkflow.of(installation, workflow);
}

function order(purchaseOrderNumber: string): Order {
	return installation.sandbox.orders.byNumber(purchaseOrderNumber)!;
}

function event(purchaseOrderNumber: string, eventName = 'OrderLinesUpdatedBySupplier'): object {
	const { id: orderId } = order(purchaseOrderNumber);
	return installation.sandbox.webhooks.orderEvent(orderId, eventName);
}

/** The supplier proposes another date for the first line of an order. */
async function propose(purchaseOrderNumber: string, date: string): Promise<object> {
	const { sandbox } = installation;
	const { lines, supplierOrder } = order(purchaseOrderNumber);
	const { buyerAccountNumber } = supplierOrder;
	const line = {
		purchaseOrderLinePosition: lines[0].buyerLine.position,
		deliverySchedule: [{ date, quantity: 7 }],
		reason: 'No steel: &lt;<a href="https://supplier.example">Approve</a>',
	};
	const answer = await post(
		`${sandbox.v2}/api-connector/order-response`,
		{ order: { buyerAccountNumber, purchaseOrderNumber }, lines: [line] },
		await loggedIn(sandbox, sandbox.users.supplier),
	);
	expect(answer.data).toEqual({ ok: true });
	return event(purchaseOrderNumber, 'OrderChangesProposedBySupplier');
}

/** The buyer cancels all lines of an order. */
async function cancel(purchaseOrderNumber: string): Promise<void> {
	const { sandbox } = installation;
	const body = { order: { purchaseOrderNumber, indicators: { cancelled: true } } };
	const url = `${sandbox.v2}/api-connector/order/indicators`;
	const answer = await post(url, body, await loggedIn(sandbox));
	expect(answer.data).toEqual({ ok: true });
}

function portalUrlIn(event: object): string {
	return (event as { orderEvent: { portalUrl: string } }).orderEvent.portalUrl;
}

/** An issued order of the supplier who proposes. */
function issued(purchaseOrderNumber: string, line: WantedLine = {}): void {
	storeOrder(installation.sandbox, { purchaseOrderNumber, lines: [line] });
}

function schedule({ deliverySchedule }: Pick<OrderLine, 'deliverySchedule'>): string {
	return deliverySchedule.map(({ date, quantity }) => `${quantity} on ${date}`).join(', ');
}

function output(execution: Execution, node: string): IDataObject[] {
	return installation.n8n.nodeOutput(execution, node);
}

test("a supplier's answer is posted to Slack with the lines that it is about", async () => {
	const workflow = await publish('order-response-to-slack');
	const proposed = await propose('PO-2026-0001', '2026-12-24');
	await workflow.hears(proposed);
	const { buyerOrder, lines } = order('PO-2026-0001');
	const portalUrl = portalUrlIn(proposed);
	expect(services.received('post-to-slack')).toEqual([
		{
			channel: '#purchasing',
			text:
				`*Changes proposed*: purchase order <${portalUrl}|PO-2026-0001>, supplier ${buyerOrder.supplierAccountNumber}\n` +
				`• ${lines[0].buyerLine.position} ${lines[0].buyerLine.item.name}: 7 on 2026-12-24`,
		},
	]);
	expect(lines.length).toBeGreaterThan(1);
});

test('each line of an order is written to Google Sheets as a row', async () => {
	const workflow = await publish('order-lines-to-google-sheets');
	await workflow.hears(event('PO-2026-0003'));
	const { lines, buyerOrder } = order('PO-2026-0003');
	expect(services.received('write-rows')).toEqual(
		lines.map((line) => {
			const price = (line.prices.netPrice ?? line.prices.grossPrice)!.priceInTransactionCurrency;
			return {
				'Order Line': line.id,
				'Purchase Order Number': 'PO-2026-0003',
				Position: line.buyerLine.position,
				'Supplier Account Number': buyerOrder.supplierAccountNumber,
				'Item Number': line.buyerLine.item.number,
				'Item Name': line.buyerLine.item.name,
				Quantity: line.deliverySchedule.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
				'Purchase Unit of Measure': line.buyerLine.item.purchaseUnitOfMeasureIso,
				'Delivery Dates': line.deliverySchedule.map(({ date }) => date).join(', '),
				Price: price.value,
				Currency: price.currencyIso,
				Status: line.status.inProgressStatus ?? line.status.processStatus,
				Logistics: line.status.logisticsStatus,
				'Last Change': line.lastUpdatedAt,
			};
		}),
	);
});

describe('an order reaches the ERP and PostgreSQL', () => {
	let workflow: PublishedWorkflow;
	beforeAll(async () => {
		workflow = await publish('order-to-erp-and-postgres', {
			'Post to ERP': { url: services.url('erp') },
		});
		await workflow.runFrom('Create the table once');
		await workflow.runFrom('Create the table once');
	});

	test('as a whole and line by line, the newest version in the end', async () => {
		const number = 'PO-2026-0004';
		await workflow.hears(event(number));
		expect(services.received('erp')).toEqual([{ orderId: order(number).id, ...order(number) }]);
		const expected = () =>
			order(number).lines.map(({ buyerLine, deliverySchedule }) => ({
				line_position: buyerLine.position,
				item_number: buyerLine.item.number,
				quantity: deliverySchedule.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
				delivery_date: deliverySchedule[0].date,
				order_version: order(number).version,
			}));
		const byPosition = (list: object[]) => expect.arrayContaining(list) as unknown;
		expect(await savedLines(number)).toEqual(byPosition(expected()));

		installation.sandbox.orders.updateLines(order(number).id, undefined, (line) => {
			line.deliverySchedule = [{ ...line.deliverySchedule[0], quantity: 0.125 }];
		});
		await workflow.hears(event(number));
		const newest = expected();
		expect(await savedLines(number)).toEqual(byPosition(newest));

		// As when an execution that fetched the order earlier is the last to write.
		order(number).version = 1;
		order(number).lines[0].deliverySchedule[0].quantity = 99;
		await workflow.hears(event(number));
		expect(await savedLines(number)).toEqual(byPosition(newest));
		expect(await savedLines(number)).toHaveLength(newest.length);
	});

	test('whose lines are in PostgreSQL although the ERP does not take it', async () => {
		const number = 'PO-2026-0006';
		services.refuses('erp');
		await expect(workflow.hears(event(number))).rejects.toThrow('ended with error');
		expect(await savedLines(number)).toHaveLength(order(number).lines.length);
	});
});

/** The rows that PostgreSQL holds of an order. */
async function savedLines(purchaseOrderNumber: string): Promise<IDataObject[]> {
	const query =
		'SELECT line_position, item_number, quantity::float, delivery_date::text, order_version FROM tradecloud_order_line WHERE purchase_order_number = $1';
	return (await database.query<IDataObject>(query, [purchaseOrderNumber])).rows;
}

describe("a supplier's proposal is put before a person", () => {
	let workflow: PublishedWorkflow;
	beforeAll(async () => {
		workflow = await publish('proposal-to-approval', {
			'Ask purchaser': { toEmail: 'purchaser@buyer.example' },
			'Tell purchaser': { toEmail: 'purchaser@buyer.example' },
		});
	});

	test('who approves it: the line is confirmed as proposed', async () => {
		issued('PO-9008');
		const [line] = order('PO-9008').lines;
		const agreed = schedule(line);
		await workflow.isTold(await propose('PO-9008', '2026-12-28'));
		const mail = await mails.message('PO-9008');
		expect(mail.to).toMatchObject({ text: 'purchaser@buyer.example' });
		const { priceInTransactionCurrency: price } = line.prices.netPrice!;
		const { priceUnitQuantity, priceUnitOfMeasureIso } = line.prices;
		const at = `at ${price.value} ${price.currencyIso} per ${priceUnitQuantity} ${priceUnitOfMeasureIso}`;
		expect(mail.html).toContain(`Agreed: ${agreed} ${at}`);
		expect(mail.html).toContain(`Proposed: 7 on 2026-12-28 ${at}`);
		// A link that the supplier writes must not look like one of ours.
		expect(mail.html).toContain(
			'Reason: No steel:  lt; a href="https://supplier.example" Approve /a ',
		);
		await press('Approve', mail);
		await workflow.nextExecution();
		expect(order('PO-9008').lines[0]).toMatchObject({
			status: { processStatus: 'Confirmed' },
			deliverySchedule: [{ date: '2026-12-28', quantity: 7 }],
		});
	});

	test('who rejects it: the line stays as agreed, and the supplier reads why', async () => {
		issued('PO-9010', {
			prices: {
				grossPrice: { priceInTransactionCurrency: { value: 98.63, currencyIso: 'EUR' } },
				discountPercentage: 20,
			},
		});
		const { deliverySchedule: agreed, prices } = order('PO-9010').lines[0];
		await workflow.isTold(await propose('PO-9010', '2026-12-30'));
		const mail = await mails.message('PO-9010');
		const { value, currencyIso } = prices.grossPrice!.priceInTransactionCurrency;
		expect(mail.html).toContain(`at ${value} ${currencyIso} less ${prices.discountPercentage} %`);
		await press('Reject', mail);
		await workflow.nextExecution();
		const { lines } = order('PO-9010');
		expect(lines[0].status.inProgressStatus).toBe('RejectedSupplierProposal');
		expect(lines[0].deliverySchedule).toEqual(agreed);
		const answers = installation.sandbox.calls.filter(({ path }) => path.endsWith('/buyer/reject'));
		expect(answers.map(({ body }) => body)).toMatchObject([{ reason: 'Please deliver as agreed' }]);
	});

	test('an order that was cancelled meanwhile: who decides is told that it came to nothing', async () => {
		issued('PO-9017');
		const proposed = await propose('PO-9017', '2026-12-29');
		await workflow.isTold(proposed);
		const mail = await mails.message('PO-9017');
		await cancel('PO-9017');
		await press('Approve', mail);
		await workflow.nextExecution();
		expect(order('PO-9017').lines[0].status.processStatus).toBe('Cancelled');
		const answer = await mails.message('Not done: decision on purchase order PO-9017');
		expect(answer.to).toMatchObject({ text: 'purchaser@buyer.example' });
		expect(answer.text).toContain('Tradecloud rejected');
		expect(answer.text).toContain(portalUrlIn(proposed));
	});

	test('a proposal that is no longer open: nobody is asked', async () => {
		const execution = await workflow.hears(event('PO-2026-0007', 'OrderChangesProposedBySupplier'));
		expect(output(execution, 'Still open')).toEqual([]);
		expect(mails.inbox.filter(({ subject }) => subject?.includes('PO-2026-0007'))).toEqual([]);
	});
});

testOfN8n2(
	'the nightly reconciliation works on what the webhooks did not bring, once (skipped in n8n 1, where its Data Table is made by hand)',
	async () => {
		const workflow = await publish('nightly-reconciliation');
		await workflow.runFrom('Create the table once');
		const { orders } = installation.sandbox;
		const [heard, changedAgain, missed] = ['PO-2026-0012', 'PO-2026-0013', 'PO-2026-0014'].map(
			order,
		);
		for (const { id: orderId } of [heard, changedAgain, missed]) orders.touch(orderId);
		for (const { buyerOrder } of [heard, changedAgain]) {
			const execution = await workflow.hears(event(buyerOrder.purchaseOrderNumber));
			expect(output(execution, 'Remember order')).toMatchObject([
				{ purchaseOrderNumber: buyerOrder.purchaseOrderNumber, version: 2 },
			]);
		}
		orders.touch(changedAgain.id);

		const worked = output(await workflow.runFrom('Every night'), 'Your steps');
		const numbers = worked.map(({ purchaseOrderNumber }) => purchaseOrderNumber);
		expect(numbers).toEqual(expect.arrayContaining(['PO-2026-0013', 'PO-2026-0014']));
		expect(numbers).not.toContain('PO-2026-0012');
		expect(output(await workflow.runFrom('Every night'), 'Your steps')).toEqual([]);
	},
);

test('the documents of an order and of its lines are put into a folder, those that come with the order too', async () => {
	const { documents, webhooks } = installation.sandbox;
	const reserved = order(reservedNumber);
	const certificate = documents.put('../../Prüfzeugnis 3.1.pdf', 'application/pdf', 'certificate');
	reserved.lines[0].supplierLine.documents.push({ code: 'C/1', objectId: certificate.id });
	const workflow = await publish('order-documents-to-folder', {
		'List documents': withFolder('order-documents-to-folder', folder),
	});
	const position = reserved.lines[0].buyerLine.position;
	const { code, objectId } = reserved.buyerOrder.documents[0];
	const files = [
		`PO 1_ü__ ${code} ${objectId} terms.pdf`,
		`PO 1_ü__ ${position} C_1 ${certificate.id} .._.._Prüfzeugnis 3.1.pdf`,
	].sort();
	const attached = webhooks.orderDocumentsEvent(reserved.id, 'OrderDocumentsAttachedBySupplier');
	for (const told of [event(reservedNumber, 'OrderIssuedByBuyer'), attached]) {
		await workflow.hears(told);
		expect(readdirSync(folder).sort()).toEqual(files);
		for (const file of files) {
			const id = file.includes('terms') ? objectId! : certificate.id;
			const content = (await documents.get(id)!.stream().toArray()) as Buffer[];
			expect(readFileSync(join(folder, file))).toEqual(Buffer.concat(content));
			unlinkSync(join(folder, file));
		}
	}
});

/** The shipped fields of "List documents", with another folder. */
function withFolder(name: string, value: string): INodeParameters {
	const { nodes } = readyMade(name, { credentials });
	const { parameters } = nodes.find((node) => node.name === 'List documents')!;
	const { assignments } = parameters.assignments as { assignments: IDataObject[] };
	return {
		assignments: {
			assignments: assignments.map((own) => (own.name === 'folder' ? { ...own, value } : own)),
		} as INodeParameters,
	};
}

describe('rows of a sheet become orders', () => {
	const row = (row_number: number, number: string, position: string, more: object = {}) =>
		sheetRow(number, position, { row_number, Result: '', ...more });

	/** What the sheet's column says afterwards. */
	async function resultsOf(rows: object[]): Promise<object[]> {
		const before = services.received('write-results').length;
		services.holds('read-rows', rows);
		await (await publish('sheet-rows-to-orders')).runFrom('Start');
		const results = services.received('write-results').slice(before) as { row_number: number }[];
		return results.sort((one, other) => one.row_number - other.row_number);
	}
	const says = (form: RegExp) => expect.stringMatching(form) as string;

	test('and each row says what became of it', async () => {
		const late = says(/^Order 'PO-8002' was not sent: 'Delivery Date' in row 4 is "1-2-2027"/);
		const results = await resultsOf([
			row(2, 'PO-8000', '10', { Result: 'Sent 2026-01-01 12:00' }),
			row(3, 'PO-8001', '10'),
			row(4, 'PO-8002', '10', { 'Delivery Date': '1-2-2027' }),
			row(5, 'PO-8001', '20'),
			row(7, 'PO-8002', '20'),
			{ row_number: 8, Quantity: 4000 },
		]);
		expect(results).toEqual([
			{ row_number: 3, Result: says(/^Sent \d{4}-/) },
			{ row_number: 4, Result: late },
			{ row_number: 5, Result: says(/^Sent \d{4}-/) },
			{ row_number: 7, Result: late },
			{ row_number: 8, Result: says(/'Purchase Order Number' is empty in row 8/) },
		]);
		expect(order('PO-8001').lines.map(({ buyerLine }) => buyerLine.position)).toEqual(['10', '20']);
		expect(installation.sandbox.orders.byNumber('PO-8000')).toBeUndefined();
		expect(installation.sandbox.orders.byNumber('PO-8002')).toBeUndefined();
	});

	test('or, where a title is not clear, each says so', async () => {
		const Result = says(/^Nothing was sent: column 'Remark' is not known/);
		expect(
			await resultsOf([row(2, 'PO-8003', '10', { Remark: 'Urgent' }), row(3, 'PO-8004', '10')]),
		).toEqual([
			{ row_number: 2, Result },
			{ row_number: 3, Result },
		]);
		expect(installation.sandbox.orders.byNumber('PO-8003')).toBeUndefined();
	});

	test('with titles in Dutch', async () => {
		const [line] = [{ row_number: 2, Bestelnummer: 'PO-8005', Leveranciersnummer: 'S-10010', Positie: 10, Artikelnummer: 'A-1', Aantal: 5, Leverdatum: '31-1-2027', Result: '' }]; // prettier-ignore
		expect(await resultsOf([line])).toEqual([{ row_number: 2, Result: says(/^Sent /) }]);
		expect(order('PO-8005').lines).toHaveLength(1);
	});
});

describe('an AI agent answers questions about orders', () => {
	let workflow: PublishedWorkflow;
	beforeAll(async () => (workflow = await publish('questions-about-orders')));

	async function ask(chatInput: string, cookie = installation.n8n.session.cookie) {
		return await axios.post<{ output: string }>(
			`${workflow.url}/chat`,
			{ action: 'sendMessage', sessionId: 'purchaser', chatInput },
			{ headers: { Cookie: cookie }, proxy: false, validateStatus: () => true },
		);
	}

	test('about one order: with what Tradecloud holds', async () => {
		const { status, data } = await ask(`When does ${numberAsked} arrive?`);
		expect(status).toBe(200);
		const { lines } = order(numberAsked);
		for (const line of lines) {
			expect(data.output).toContain(line.buyerLine.item.number);
			for (const { date } of line.deliverySchedule) expect(data.output).toContain(date);
		}
		expect(model.tools().sort()).toEqual(['Find_order', 'List_orders']);
	});

	test('about an order that there is none of: with the words of the tool', async () => {
		const { data } = await ask('When does PO-404 arrive?');
		expect(data.output).toMatch(/"error":"[^"]*PO-404/);
	});

	test('about many orders: with the list of them', async () => {
		const { data } = await ask('Which orders changed this year?');
		for (const { buyerOrder } of installation.sandbox.orders.list()) {
			expect(data.output).toContain(buyerOrder.purchaseOrderNumber);
		}
	});

	test('only to who is signed in to n8n', async () => {
		const { status, data } = await ask(`When does ${numberAsked} arrive?`, '');
		expect(status).toBe(401);
		expect(JSON.stringify(data)).not.toContain(order(numberAsked).lines[0].buyerLine.item.number);
	});
});
