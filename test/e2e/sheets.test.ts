/** A sheet of each kind in a real n8n, read by its own nodes: Excel, csv, Google Sheets and PostgreSQL. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';

import { removeFolder, temporaryFolder } from '../../tools/at-exit';
import { startPostgres, type Postgres } from '../../tools/postgres';
import type { CredentialReference } from '../../tools/n8n-session';
import { answersOfSuppliers } from '../integration/sheets/answersOfSuppliers';
import { sheetsOfBuyers } from '../integration/sheets/ordersOfBuyers';
import type { Sheet } from '../integration/sheets/sheet';
import {
	install,
	importCredential,
	workflowOf,
	type Installation,
	type Step,
} from './harness/installation';
import { startOutsideServices, type OutsideServices } from './harness/outsideServices';
import { PublishedWorkflow } from './harness/publishedWorkflow';

let installation: Installation;
let services: OutsideServices;
let postgres: Postgres;
let postgresCredential: CredentialReference;
let supplierCredential: CredentialReference;
const folder = temporaryFolder('sheets');

beforeAll(async () => {
	[installation, services, postgres] = await Promise.all([
		install({ N8N_RESTRICT_FILE_ACCESS_TO: folder }),
		startOutsideServices(),
		startPostgres(),
	]);
	const { host, port, user, database } = postgres;
	const data = { host, port, user, database };
	const { n8n, sandbox } = installation;
	[postgresCredential] = await n8n.importCredentials([
		{ name: 'PostgreSQL', type: 'postgres', data },
	]);
	supplierCredential = await importCredential(installation, 'Supplier', sandbox.users.supplier);
}, 900_000);
afterEach(() => installation.sandbox.reset());
afterAll(async () => {
	await Promise.all([installation, services, postgres].map((one) => one?.close()));
	removeFolder(folder);
});

const start: Step = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** The steps by which a user reads a sheet. */
function reading({ source }: Sheet): Step[] {
	if ('rows' in source) {
		services.holds('sheet', source.rows);
		const parameters = { url: services.url('sheet'), options: {} };
		return [
			{ name: 'Read rows', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters },
		];
	}
	const [operation, content] = 'xlsx' in source ? ['xlsx', source.xlsx] : ['csv', source.csv];
	const file = join(folder, `sheet.${operation}`);
	writeFileSync(file, content);
	const options = 'csv' in source ? { delimiter: source.delimiter } : {};
	return [
		{
			name: 'Read file',
			type: 'n8n-nodes-base.readWriteFile',
			typeVersion: 1,
			parameters: { fileSelector: file, options: {} },
		},
		{
			name: 'Extract from File',
			type: 'n8n-nodes-base.extractFromFile',
			typeVersion: 1.1,
			parameters: { operation, options },
		},
	];
}

/** Lets a workflow read the sheet and send it, and compares what is sent and said. */
async function expectSent(sheet: Sheet, steps: Step[]): Promise<void> {
	const { resource, operation, options = {}, path, sent, said } = sheet;
	const { sandbox, credential, n8n } = installation;
	sheet.prepare?.(sandbox);
	const isSupplier = operation === 'sendResponse';
	const send: Step = {
		name: 'Tradecloud',
		type: 'n8n-nodes-tradecloud.tradecloud',
		typeVersion: 1,
		onError: 'continueRegularOutput',
		credentials: { tradecloudApi: isSupplier ? supplierCredential : credential },
		parameters: {
			resource,
			operation,
			bodyMode: 'rows',
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: options as never,
		},
	};
	const workflow = workflowOf(sheet.name, [start, ...steps, send]);
	const execution = await (await PublishedWorkflow.of(installation, workflow)).runFrom('Start');
	const errors = n8n.nodeOutput(execution, 'Tradecloud').flatMap(({ error }) => error ?? []);
	expect([...new Set(errors)]).toEqual(
		said.map((own) => (typeof own === 'string' ? own : (expect.stringMatching(own) as string))),
	);
	const bodies = sandbox.calls.filter((call) => call.path === `/v2${path}`);
	expect(bodies.map(({ body }) => body)).toEqual(sent);
}

const inDatabase = /PostgreSQL/;
const files = [...sheetsOfBuyers, ...answersOfSuppliers].filter(
	({ name }) => !inDatabase.test(name),
);

test.each(files)('$name', async (sheet) => await expectSent(sheet, reading(sheet)));

/** Before version 2.7 the node makes points in time of days: midnight of the machine. */
test.each([2.6, 2.7])('orders from PostgreSQL, by version %d of its node', async (typeVersion) => {
	const { host, port, user, database: name } = postgres;
	const database = new Client({ host, port, user, database: name });
	await database.connect();
	await database.query('DROP TABLE IF EXISTS orders');
	await database.query(
		'CREATE TABLE orders (purchase_order_number text, supplier_account_number text, position int, item_number text, quantity numeric(12,3), date date, price numeric(12,4), currency text, erp_issue_date_time timestamptz, description text)',
	);
	await database.query(
		"INSERT INTO orders VALUES ('P-1', 'S-10010', 10, 'A-1', 1000, '2027-01-31', 0.25, 'EUR', '2027-01-04T08:30:00Z', NULL), ('P-2', 'S-10010', 10, 'A-1', 1, '2027-01-31', NULL, NULL, NULL, NULL)",
	);
	await database.end();
	const step: Step = {
		name: 'Read table',
		type: 'n8n-nodes-base.postgres',
		typeVersion,
		credentials: { postgres: postgresCredential },
		parameters: { operation: 'executeQuery', query: 'SELECT * FROM orders', options: {} },
	};
	await expectSent(
		sheetsOfBuyers.find(({ name: own }) => inDatabase.test(own))!,
		[step],
	);
});
