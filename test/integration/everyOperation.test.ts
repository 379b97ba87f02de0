/** What holds for every operation: each refusal has its sentence, and the items behind it go on. */
import type { IDataObject } from 'n8n-workflow';

import { operationOf } from '../../nodes/Tradecloud/actions/router';
import { itemsOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

type User = 'approver' | 'buyer' | 'supplier';

/** An example of each operation: its parameters beside the message, the path of its call, who makes it. */
const examples: Record<
	string,
	{ path: string; user?: User; apiVersion?: string; more?: IDataObject }
> = {
	'document delete': { path: '^/object-storage/document/', more: { documentId: 'D-1' } },
	'document download': { path: '/metadata$', more: { documentId: 'D-1' } },
	'document getMetadata': { path: '/metadata$', more: { documentId: 'D-1' } },
	'document upload': { path: '^/object-storage/document$' },
	'forecast send': { path: '^/api-connector/forecast$' },
	'forecast sendSlimstock': { path: '^/api-connector/forecast/slimstock$' },
	'order acknowledge': {
		path: '_acknowledge$',
		apiVersion: 'v1',
		more: { orderId: 'A-1', versionHash: 'H-1' },
	},
	'order addDeliveries': { path: '/deliveries$' },
	'order approveRequests': {
		path: '/approve$',
		user: 'approver',
		more: { orderId: 'A-1', linePositions: '10' },
	},
	'order attachDocuments': { path: '^/api-connector/order/documents$' },
	'order get': { path: '^/order/', more: { orderId: { __rl: true, mode: 'id', value: 'A-1' } } },
	'order getMany': { path: '^/order-search/poll$' },
	'order rejectRequests': {
		path: '/reject$',
		user: 'approver',
		more: { orderId: 'A-1', linePositions: '10', reason: 'Too late' },
	},
	'order send': { path: '^/api-connector/order$' },
	'order sendResponse': { path: '/order-response$', user: 'supplier' },
	'order setDeliveryHistory': { path: '/deliveryHistory$' },
	'order setIndicators': { path: '/indicators$' },
	'shipment get': {
		path: '^/shipment/',
		more: { shipmentId: { __rl: true, mode: 'id', value: 'S-1' } },
	},
	'shipment getMany': { path: '^/shipment/poll$' },
	'shipment sendDespatchAdvice': { path: '/despatch-advice$', user: 'supplier' },
};

const file = {
	data: { data: Buffer.from('A').toString('base64'), mimeType: 'text/plain', fileName: 'a.txt' },
};

function parametersOf(name: string): IDataObject {
	const [resource, operation] = name.split(' ');
	const message = operationOf(resource, operation)?.message?.(() => false);
	const body = message && { bodyMode: 'json', body: JSON.stringify(message.example) };
	return { resource, operation, ...body, ...examples[name].more, options: { retries: 0 } };
}

test('every operation of the editor is among the examples', () => {
	const { description } = setting.engine.nodeTypes.getByNameAndVersion('tradecloud');
	const operations = description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			options!.map(
				(option) =>
					`${displayOptions!.show!.resource![0] as string} ${(option as { value: string }).value}`,
			),
		);
	expect(operations.sort()).toEqual(Object.keys(examples).sort());
});

describe.each(Object.keys(examples))('%s', (name) => {
	test.each([
		[400, /does not accept the request for .*Tradecloud says: "because of tests"/],
		[403, /does not let this user do this.*Tradecloud says: "because of tests"/],
		[404, /does not know .*Tradecloud says: "because of tests"/],
		[429, /too many requests.*Tradecloud says: "because of tests"/],
		[500, /not available at the moment \(status 500\)/],
	])(
		'status %d for the first of two items has its sentence, and the second is tried',
		async (status, sentence) => {
			const { path, user = 'buyer', apiVersion = 'v2' } = examples[name];
			const { username, password } = setting.sandbox.users[user];
			setting.sandbox.fault({
				path,
				status,
				body: '{"error":"because of tests"}',
				contentType: 'application/json',
			});
			const run = await setting.run(parametersOf(name) as never, [{}, {}], {
				credential: { apiVersion, username, password },
				node: { onError: 'continueRegularOutput' },
				binary: file,
			});
			const [first, second] = itemsOf(run);
			expect(first).toMatchObject({
				json: { error: expect.stringMatching(sentence) as string },
				pairedItem: { item: 0 },
			});
			expect(second).toMatchObject({ pairedItem: { item: 1 } });
			const base = apiVersion === 'v1' ? '/api/v1' : '/v2';
			const calls = setting.sandbox.calls.filter((call) =>
				new RegExp(path).test(call.path.slice(base.length).split('?')[0]),
			);
			expect(calls.length).toBe(2);
		},
	);
});
