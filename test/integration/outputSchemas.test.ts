/** Whether what comes out of each node is what n8n tells of it before it has run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resolveOutputSchemaPath } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import type { OutputSchema } from '../sandbox/outputSchemas';
import { itemsOf, workflowOf } from './harness/n8n';
import { examples, inputFile, parametersOf } from './harness/operations';
import { Poller } from './harness/poller';
import { startSetting, webhookSecrets, type Setting } from './harness/setting';
import { startWebhookServer } from './harness/webhookServer';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

/** Fields that no thing of the sandbox has in its example. */
const rare = ['processStatusReason', 'reason'];

/** Checks items against the schema that n8n finds for the newest node with this resource and operation. */
function expectDescribed(items: IDataObject[], resource?: string, operation?: string): void {
	const nodeDir = join(__dirname, '../../dist/nodes/Tradecloud');
	const version = resource === undefined ? 2 : 1;
	const path = resolveOutputSchemaPath({ nodeDir, version, resource, operation })!;
	const schema = JSON.parse(readFileSync(path, 'utf8')) as OutputSchema;
	expect(items).not.toEqual([]);
	expect(items.flatMap((item) => undescribed(item, schema))).toEqual([]);
	const missing = Object.keys(schema.properties!).filter((field) =>
		items.every((item) => !(field in item)),
	);
	expect(missing.filter((field) => !rare.includes(field))).toEqual([]);
}

/** The paths of what a schema does not describe, or describes as something else. */
function undescribed(value: unknown, schema: OutputSchema | undefined, path = ''): string[] {
	if (schema === undefined) return [`${path} is not described`];
	const { type, items, properties = {}, additionalProperties } = schema;
	if (Array.isArray(value)) {
		if (type !== 'array') return [`${path} is described as ${type}`];
		return value.flatMap((element, index) => undescribed(element, items, `${path}[${index}]`));
	}
	if (typeof value !== type) return [`${path} is described as ${type}`];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		undescribed(inner, properties[name] ?? additionalProperties, `${path}.${name}`),
	);
}

/** With the parameters as they are preset: other forms of an operation stand in brackets. */
const preset = Object.entries(examples).filter(([name]) => !name.includes('('));

test.each(preset)('%s puts out the fields that the editor shows', async (name, example) => {
	const { user = 'buyer', apiVersion = 'v2', prepare } = example;
	const { username, password } = setting.sandbox.users[user];
	const run = await setting.run(parametersOf(name, prepare(setting.sandbox)), [{}], {
		credential: { apiVersion, username, password },
		binary: inputFile,
	});
	const [resource, operation] = name.split(' ');
	expectDescribed(
		itemsOf(run).map(({ json }) => json),
		resource,
		operation,
	);
});

test.each(['order', 'shipment', 'singleDeliveryOrder'])(
	'the Poll Trigger puts out the fields of a %s',
	async (resource) => {
		const parameters = { resource, startFrom: 'everything' };
		const workflow = workflowOf('tradecloudPollTrigger', parameters, setting.credential());
		expectDescribed(await new Poller(setting.engine, workflow).poll(), resource);
	},
);

test('the Tradecloud Trigger puts out the fields of an order event', async () => {
	const workflow = workflowOf('tradecloudTrigger', {}, setting.credential());
	const server = await startWebhookServer(setting.engine, workflow);
	const { webhookUsername: username, webhookPassword: password } = webhookSecrets;
	const { webhooks, orders } = setting.sandbox;
	for (const { id } of orders.list()) {
		await webhooks.send(
			{ url: server.url, method: 'POST', authentication: { type: 'basic', username, password } },
			webhooks.orderEvent(id, 'OrderIssuedByBuyer'),
			{ maxAttempts: 1 },
		);
	}
	await server.close();
	expectDescribed(server.items);
});
