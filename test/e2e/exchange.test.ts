/** Two companies exchange orders: rows become orders, the supplier proposes a date, the buyer hears of it. */
import axios from 'axios';

import type { CredentialReference, Execution } from '../../tools/n8n-session';
import type { Order } from '../sandbox';
import { startReceiver, type Receiver } from '../sandbox/receiver';
import {
	basic,
	importCredential,
	install,
	workflowOf,
	type Installation,
	type Step,
} from './harness/installation';
import { sheetRow } from './harness/sheetRow';

const rowsWebhookId = 'e2e-rows';
const buyerWebhookId = 'e2e-buyer';
const supplierWebhookId = 'e2e-supplier';

let installation: Installation;
let erp: Receiver;
let sendingId: string;
let answeringId: string;
let hearingId: string;

beforeAll(async () => {
	installation = await install();
	erp = await startReceiver();
	const { n8n, sandbox, credential: buyer } = installation;
	const supplier = await importCredential(installation, 'Supplier', sandbox.users.supplier);
	sendingId = await n8n.importWorkflow(workflowOf('Buyer sends', sending(buyer)));
	answeringId = await n8n.importWorkflow(workflowOf('Supplier answers', answering(supplier)));
	hearingId = await n8n.importWorkflow(workflowOf('Buyer hears', hearing(buyer)));
	for (const id of [sendingId, answeringId, hearingId]) await n8n.publish(id);
	// Both are told of everything, what they did themselves too: the triggers choose.
	for (const webhookId of [buyerWebhookId, supplierWebhookId]) {
		const url = urlOf(webhookId);
		await n8n.waitForWebhook(url);
		const events = ['OrderIssuedByBuyer', 'OrderChangesProposedBySupplier'];
		const webhook = { url, method: 'POST', authentication: basic } as const;
		sandbox.webhooks.subscribe(webhook, { kind: 'order', events });
	}
}, 900_000);
afterAll(async () => {
	await installation?.close();
	await erp?.close();
});

function urlOf(webhookId: string): string {
	return `${installation.n8n.url}/webhook/${webhookId}`;
}

/** As a sheet would be read: the rows come by a call here, which gets the last node's items back. */
function sending(credential: CredentialReference): Step[] {
	return [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			webhookId: rowsWebhookId,
			parameters: {
				httpMethod: 'POST',
				path: rowsWebhookId,
				responseMode: 'lastNode',
				responseData: 'allEntries',
			},
		},
		{
			name: 'Rows',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body', options: {} },
		},
		{
			name: 'Send order',
			type: 'n8n-nodes-tradecloud.tradecloud',
			typeVersion: 1,
			credentials: { tradecloudApi: credential },
			parameters: {
				resource: 'order',
				operation: 'send',
				bodyMode: 'rows',
				columns: { mappingMode: 'autoMapInputData', value: null },
			},
		},
	];
}

/** The supplier needs a week more for the first line of each order. */
function answering(credential: CredentialReference): Step[] {
	const tradecloud = { typeVersion: 1, credentials: { tradecloudApi: credential } };
	const line = '$json.orderEvent.lines[0]';
	return [
		{
			...tradecloud,
			name: 'Order issued',
			type: 'n8n-nodes-tradecloud.tradecloudTrigger',
			webhookId: supplierWebhookId,
			parameters: { events: ['OrderIssuedByBuyer'] },
		},
		{
			...tradecloud,
			name: 'Send response',
			type: 'n8n-nodes-tradecloud.tradecloud',
			parameters: {
				resource: 'order',
				operation: 'sendResponse',
				bodyMode: 'fields',
				purchaseOrderNumber: '={{ $json.purchaseOrderNumber }}',
				buyerAccountNumber: '={{ $json.orderEvent.supplierOrder.buyerAccountNumber }}',
				lines: {
					line: [
						{
							position: `={{ ${line}.buyerLine.position }}`,
							date: `={{ DateTime.fromISO(${line}.deliverySchedule[0].date).plus({ weeks: 1 }).toISODate() }}`,
							quantity: `={{ ${line}.deliverySchedule[0].quantity }}`,
							reason: 'One week later',
						},
					],
				},
			},
		},
	];
}

/** The buyer's ERP gets what the supplier proposes. */
function hearing(credential: CredentialReference): Step[] {
	return [
		{
			name: 'Changes proposed',
			type: 'n8n-nodes-tradecloud.tradecloudTrigger',
			typeVersion: 2,
			webhookId: buyerWebhookId,
			credentials: { tradecloudApi: credential },
			parameters: {
				events: ['OrderChangesProposedBySupplier'],
				// A call that took n8n longer than Tradecloud waits comes again.
				options: { ignoreDuplicates: true },
			},
		},
		{
			name: 'Post change',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `${erp.url}/changes`,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={{ {
					purchaseOrderNumber: $json.purchaseOrderNumber,
					lines: $json.orderEvent.lines.map((line) => ({
						position: line.buyerLine.position,
						date: line.deliveryScheduleIncludingRequests[0].date,
						reason: line.supplierLine.requests.proposal.reason,
					})),
				} }}`,
				options: {},
			},
		},
	];
}

async function send(rows: object[]): Promise<{ status: number; data: unknown }> {
	const options = { proxy: false, validateStatus: () => true } as const;
	return await axios.post<unknown>(urlOf(rowsWebhookId), rows, options);
}

async function executions(workflowId: string, count: number): Promise<Execution[]> {
	return await installation.n8n.session.waitForExecutions(workflowId, { count });
}

function orderOf(number: string): Order {
	return installation.sandbox.orders.byNumber(number)!;
}

/** What a person would read of the lines on the portal. */
function linesOf({ lines }: Order): object[] {
	return lines.map((line) => ({
		...line.deliveryScheduleIncludingRequests[0],
		position: line.buyerLine.position,
		item: line.buyerLine.item.number,
		price: line.prices.netPrice?.priceInTransactionCurrency.value,
		status: line.status.inProgressStatus ?? line.status.processStatus,
	}));
}

const later = { reason: 'One week later' };

/** What the ERP of the buyer was told, by purchase order number. */
function changesPosted(): Array<{ purchaseOrderNumber: string }> {
	const changes = erp.received.filter(({ path }) => path === '/changes');
	return changes
		.map(({ body }) => JSON.parse(body) as { purchaseOrderNumber: string })
		.sort((one, other) => one.purchaseOrderNumber.localeCompare(other.purchaseOrderNumber));
}

/** Two orders, whose rows do not stand together. */
const rowsOfTwoOrders = [
	sheetRow('PO-9001', '20'),
	sheetRow('PO-9002', '10', { 'Delivery Date': '2027-02-28' }),
	sheetRow('PO-9001', '10', { 'Delivery Date': '2027-03-15', Quantity: 12.5 }),
	sheetRow('PO-9002', '20', { 'Delivery Date': '2027-02-28', 'Supplier Account Number': '' }),
	sheetRow('PO-9001', '30', { 'Delivery Date': '2027-04-01' }),
];

test("rows become orders, and the supplier's proposals reach the buyer", async () => {
	const { sandbox } = installation;
	expect(await send(rowsOfTwoOrders)).toMatchObject({
		status: 200,
		data: [
			{ purchaseOrderNumber: 'PO-9001', ok: true },
			{ purchaseOrderNumber: 'PO-9002', ok: true },
		],
	});
	const [sent] = await executions(sendingId, 1);
	const [{ data }] = sent.data.resultData.runData['Send order'];
	expect(data!.main[0]!.map(({ pairedItem }) => pairedItem)).toEqual([
		[{ item: 0 }, { item: 2 }, { item: 4 }],
		[{ item: 1 }, { item: 3 }],
	]);

	expect(await executions(answeringId, 2)).toMatchObject(Array(2).fill({ status: 'success' }));
	expect(await executions(hearingId, 2)).toMatchObject(Array(2).fill({ status: 'success' }));
	await sandbox.webhooks.settled();
	expect(sandbox.webhooks.deliveries.map(({ outcome }) => outcome)).not.toContain('refused');
	expect(changesPosted()).toEqual([
		{ purchaseOrderNumber: 'PO-9001', lines: [{ ...later, position: '20', date: '2027-02-07' }] },
		{ purchaseOrderNumber: 'PO-9002', lines: [{ ...later, position: '10', date: '2027-03-07' }] },
	]);

	const issued = { price: 0.25, status: 'Issued' };
	const proposed = { price: 0.25, status: 'OpenSupplierProposal' };
	expect(linesOf(orderOf('PO-9001'))).toMatchObject([
		{ ...proposed, position: '20', item: 'A-4720', date: '2027-02-07', quantity: 1000 },
		{ ...issued, position: '10', item: 'A-4710', date: '2027-03-15', quantity: 12.5 },
		{ ...issued, position: '30', item: 'A-4730', date: '2027-04-01', quantity: 1000 },
	]);
	expect(linesOf(orderOf('PO-9002'))).toMatchObject([
		{ ...proposed, position: '10', item: 'A-4710', date: '2027-03-07', quantity: 1000 },
		{ ...issued, position: '20', item: 'A-4720', date: '2027-02-28', quantity: 1000 },
	]);
	expect(orderOf('PO-9002').buyerOrder.supplierAccountNumber).toBe('S-10010');
});

test('rows that Tradecloud would refuse: the workflow says which order and why, and sends none', async () => {
	const { status } = await send([
		sheetRow('PO-9003', '10'),
		sheetRow('PO-9004', '10', { 'Delivery Date': '31-02-2027' }),
	]);
	expect(status).toBe(500);
	const [execution] = await executions(sendingId, 2);
	expect(execution.status).toBe('error');
	expect(execution.data.resultData.error?.message).toMatch(
		/^Order 'PO-9004' was not sent: 'Delivery Date' in row 3 is "31-02-2027", not a date of the form yyyy-MM-dd/,
	);
	expect(installation.sandbox.orders.byNumber('PO-9003')).toBeUndefined();
	expect(installation.sandbox.orders.byNumber('PO-9004')).toBeUndefined();
});
