/** What expressions give instead of what was meant: nothing, another type, a word of their own. It is never guessed. */
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import { errorOf, itemsOf, jsonOf } from './harness/n8n';
import { byId } from './harness/prepare';
import { startSetting, type Setting } from './harness/setting';
import { toolOf } from './harness/tool';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 5 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

type Parameters = Record<string, NodeParameterValueType>;

async function run(parameters: Parameters, items: IDataObject[] = [{}], apiVersion = 'v2') {
	return await setting.run(parameters, items, { credential: { apiVersion } });
}

/** What the parameter's expression gives for an input item without the field, or with one that holds little. */
const nothings = [
	'={{ $json.nothing }}',
	'={{ null }}',
	'={{ NaN }}',
	"={{ '' }}",
	"={{ ' ' }}",
	'={{ [] }}',
	'={{ String($json.nothing) }}',
	'={{ String(null) }}',
	'={{ String(NaN) }}',
];

const others: Array<[expression: string, what: string]> = [
	['={{ ({ id: 1 }) }}', 'an object'],
	["={{ ['x'] }}", 'a list'],
	['={{ String({}) }}', 'an object'],
	['={{ true }}', "'true'"],
];

/** A parameter that names one thing, by its operation; with what is there beside it. */
const names: Array<
	[where: string, label: string, name: string, more?: Parameters, version?: string]
> = [
	['order get', 'Order', 'orderId'],
	['order resend', 'Order', 'orderId'],
	['order approveRequests', 'Order', 'orderId', { linePositions: '10' }],
	['order rejectRequests', 'Order', 'orderId', { linePositions: '10', reason: 'Late' }],
	['order rejectRequests', 'Reason', 'reason', { orderId: 'A', linePositions: '10' }],
	['order revertCancelled', 'Order', 'orderId', { linePositions: '10' }],
	['order revertCompleted', 'Order', 'orderId', { linePositions: '10' }],
	['order acknowledge', 'Order ID', 'orderId', { versionHash: 'B' }, 'v1'],
	['order acknowledge', 'Version Hash', 'versionHash', { orderId: 'A' }, 'v1'],
	['orderLine get', 'Order Line', 'orderLineId'],
	['shipment get', 'Shipment', 'shipmentId'],
	['shipment resend', 'Shipment', 'shipmentId'],
	['document download', 'Document ID', 'documentId'],
	['document getMetadata', 'Document ID', 'documentId'],
	['document delete', 'Document ID', 'documentId'],
	['company getConnections', 'Company', 'companyId'],
];

const locators = ['Order', 'Order Line', 'Shipment', 'Company'];

describe.each(names)('%s: %s', (where, label, name, more = {}, version = 'v2') => {
	const [resource, operation] = where.split(' ');
	const withValue = (value: string) =>
		run(
			{
				resource,
				operation,
				...more,
				[name]: locators.includes(label) ? (byId(value) as never) : value,
			},
			[{}],
			version,
		);

	test('nothing is told, and nothing is called', async () => {
		for (const expression of nothings) {
			expect(errorOf(await withValue(expression))).toEqual({
				message: `The expression in '${label}' gave nothing`,
				description: expect.stringMatching(/^Check that the input item has the field/) as string,
			});
		}
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('another type is told, and nothing is called', async () => {
		for (const [expression, what] of others) {
			expect(errorOf(await withValue(expression)).message).toBe(
				`The expression in '${label}' gave ${what} instead of text`,
			);
		}
		expect(setting.sandbox.calls).toEqual([]);
	});
});

test('a locator that is an expression as a whole names the thing, or is told to name none', async () => {
	const [{ id }] = setting.sandbox.orders.list();
	const orderId = '={{ $json.orderId }}';
	const found = await run({ resource: 'order', operation: 'get', orderId }, [{ orderId: id }]);
	expect(jsonOf(found)).toMatchObject([{ orderId: id }]);
	const none = await run({ resource: 'order', operation: 'get', orderId });
	expect(errorOf(none).message).toBe("The expression in 'Order' gave nothing");
});

describe('an order by its number', () => {
	const byNumber = (value: string, companyId: NodeParameterValueType, version = 'v2') =>
		run(
			{
				resource: 'order',
				operation: 'get',
				orderId: { __rl: true, mode: 'number', value },
				companyId,
			},
			[{}],
			version,
		);

	test('is not looked for in all companies where the expression of the company gives nothing', async () => {
		const companyId = { __rl: true, mode: 'id', value: '={{ $json.company }}' } as const;
		expect(errorOf(await byNumber('PO1', companyId)).message).toBe(
			"The expression in 'Company' gave nothing",
		);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('may be a number', async () => {
		const order = setting.sandbox.orders.list()[0];
		order.buyerOrder.purchaseOrderNumber = '4711';
		const run = await byNumber('={{ 4711 }}', { __rl: true, mode: 'list', value: '' });
		expect(jsonOf(run)).toMatchObject([{ buyerOrder: { purchaseOrderNumber: '4711' } }]);
	});
});

describe('line positions', () => {
	const decide = (linePositions: string, version: NodeParameterValueType = '') =>
		run({
			resource: 'order',
			operation: 'approveRequests',
			orderId: 'A',
			linePositions,
			version,
		});

	test('that are none are told', async () => {
		for (const expression of nothings) {
			expect(errorOf(await decide(expression)).message).toBe(
				"The expression in 'Line Positions' gave nothing",
			);
		}
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each([
		["={{ ['10', undefined] }}"],
		["={{ ['10', ''] }}"],
		['=10, {{ String($json.nothing) }}'],
	])('%s: one of them being none is told', async (expression) => {
		expect(errorOf(await decide(expression)).message).toBe(
			"The list in 'Line Positions' has an empty element",
		);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each([
		['={{ [10, 20] }}', ['10', '20']],
		["={{ ['10', ' 20 '] }}", ['10', '20']],
		['={{ 10 }}', ['10']],
		['10,20', ['10', '20']],
	])('%s are %j', async (expression, linePositions) => {
		await decide(expression);
		expect(setting.sandbox.calls.at(-1)?.body).toEqual({ linePositions });
	});

	test.each([
		['={{ $json.version }}', "The expression in 'Order Version' gave nothing"],
		[
			'={{ 1.5 }}',
			"The expression in 'Order Version' gave '1.5' instead of a whole number of at least 0",
		],
	])('are not decided without the version that was wanted (%s)', async (version, message) => {
		expect(errorOf(await decide('10', version)).message).toBe(message);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('are decided for a version that is text', async () => {
		await decide('10', "={{ '7' }}");
		expect(setting.sandbox.calls.at(-1)?.body).toEqual({ linePositions: ['10'], version: 7 });
	});
});

describe('Get Many', () => {
	const getMany = (parameters: Parameters, resource = 'order', version = 'v2') =>
		run({ resource, operation: 'getMany', ...parameters }, [{}], version);
	const sentFilters = () => (setting.sandbox.calls.at(-1)?.body as { filters: unknown }).filters;

	const filters: Array<[resource: string, name: string, label: string, version?: string]> = [
		['order', 'acknowledged', 'Acknowledged (Legacy)', 'v1'],
		['order', 'archived', 'Archived (Legacy)', 'v1'],
		['order', 'status', 'Status (Legacy)', 'v1'],
		['order', 'buyerCompanyIds', 'Buyer Company Names or IDs'],
		['order', 'buyerContactUserIds', 'Buyer Contact User IDs'],
		['order', 'changedLinesOnly', 'Changed Lines Only'],
		['order', 'lastUpdatedAfter', 'Changed Since'],
		['order', 'companyId', 'Company Name or ID'],
		['order', 'deliveryOverdue', 'Delivery Overdue'],
		['order', 'destinationCodes', 'Destination Codes'],
		['order', 'logisticsStatus', 'Logistics Status'],
		['order', 'processStatus', 'Process Status'],
		['order', 'query', 'Query'],
		['order', 'supplierCompanyIds', 'Supplier Company Names or IDs'],
		['order', 'supplierContactUserIds', 'Supplier Contact User IDs'],
		['orderLine', 'lastUpdatedAfter', 'Changed Since'],
		['orderLine', 'query', 'Query'],
		['shipment', 'lastUpdatedAfter', 'Changed Since'],
		['shipment', 'companyId', 'Company Name or ID'],
		['forecast', 'forecastNumber', 'Forecast Number'],
		['forecast', 'buyerItemNumber', 'Buyer Item Number'],
		['forecast', 'supplierItemNumber', 'Supplier Item Number'],
		['forecast', 'buyerCompanyId', 'Buyer Company Name or ID'],
		['forecast', 'supplierCompanyId', 'Supplier Company Name or ID'],
	];

	test.each(filters)(
		'%s: %s by an expression that gives nothing is no filter left out: it is told',
		async (resource, name, label, version = 'v2') => {
			const told = async (expression: string) => {
				const run = await getMany({ filters: { [name]: expression } }, resource, version);
				return errorOf(run).message;
			};
			for (const expression of nothings) {
				expect(await told(expression)).toBe(`The expression in '${label}' gave nothing`);
			}
			expect(await told('={{ ({ a: 1 }) }}')).toContain(`'${label}'`);
			expect(await told("={{ 'maybe, ' + String({}) }}")).toContain(`'${label}'`);
			expect(setting.sandbox.calls).toEqual([]);
		},
	);

	test('a filter that a model leaves out is none', async () => {
		const filters = { lastUpdatedAfter: "={{ $fromAI('since', '', 'string') }}" };
		const tool = toolOf(setting, { resource: 'order', operation: 'getMany', filters });
		expect(JSON.parse(await tool({ since: '' }))).toHaveLength(5);
		await expect(tool({ since: 'lately' })).rejects.toThrow(/'lately', which is not a time/);
	});

	test('filters that were added and left empty are none', async () => {
		const run = await getMany({
			filters: { query: '', processStatus: [], lastUpdatedAfter: '', companyId: '' },
		});
		expect(itemsOf(run)).toHaveLength(5);
	});

	test.each([
		["={{ 'confirmed' }}", ['Confirmed']],
		["={{ 'Confirmed,InProgress' }}", ['Confirmed', 'InProgress']],
		["={{ 'in progress, ISSUED' }}", ['InProgress', 'Issued']],
		["={{ ['in_progress'] }}", ['InProgress']],
	])('%s are statuses', async (processStatus, statuses) => {
		await getMany({ filters: { processStatus } });
		expect(sentFilters()).toMatchObject({ status: { processStatus: statuses } });
	});

	test('a status that there is not is told, with those that there are', async () => {
		const run = await getMany({ filters: { logisticsStatus: "={{ ['Shipped', 'Lost'] }}" } });
		expect(errorOf(run)).toMatchObject({
			message: "'Logistics Status' does not have the choice 'Lost'",
			description: 'Choose among: Cancelled, Delivered, Open, Produced, ReadyToShip, Shipped.',
		});
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each(["={{ 'true' }}", '={{ true }}', "={{ 'False' }}"])(
		'%s answers a question',
		async (deliveryOverdue) => {
			await getMany({ filters: { deliveryOverdue } });
			expect(sentFilters()).toEqual({
				indicators: { deliveryOverdue: !/False/.test(deliveryOverdue) },
			});
		},
	);

	test.each([
		'={{ 46418 }}',
		"={{ '46418' }}",
		'={{ 1 }}',
		"={{ '1' }}",
		'={{ true }}',
		"={{ ['2027-01-01'] }}",
		'={{ ({}) }}',
		"={{ DateTime.fromISO('nothing') }}",
	])('%s is no time', async (lastUpdatedAfter) => {
		const run = await getMany({ filters: { lastUpdatedAfter } });
		expect(errorOf(run).message).toMatch(/^'Changed Since' holds .*, which is not a time\./);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each([
		["={{ DateTime.fromISO('2027-01-31T08:00:00Z') }}"],
		["={{ new Date('2027-01-31T08:00:00Z') }}"],
		["={{ '2027-01-31T09:00:00+01:00' }}"],
		["={{ 'Sun, 31 Jan 2027 08:00:00 GMT' }}"],
	])('%s is a time', async (lastUpdatedAfter) => {
		await getMany({ filters: { lastUpdatedAfter } });
		expect(sentFilters()).toEqual({ lastUpdatedAfter: '2027-01-31T08:00:00.000Z' });
	});

	test.each(['order', 'orderLine', 'shipment', 'forecast'])(
		'a limit that is none is told (%s)',
		async (resource) => {
			const limits = [
				...nothings.map((limit) => [limit, 'nothing']),
				["={{ 'abc' }}", "'abc' instead of a whole number of at least 1"],
				['={{ ({}) }}', 'an object instead of a whole number of at least 1'],
				['={{ [5] }}', 'a list instead of a whole number of at least 1'],
				['={{ true }}', "'true' instead of a whole number of at least 1"],
				['={{ 0 }}', "'0' instead of a whole number of at least 1"],
				['={{ -3 }}', "'-3' instead of a whole number of at least 1"],
				['={{ 2.5 }}', "'2.5' instead of a whole number of at least 1"],
				['={{ Infinity }}', "'Infinity' instead of a whole number of at least 1"],
			];
			for (const [limit, what] of limits) {
				expect(errorOf(await getMany({ limit }, resource)).message).toBe(
					`The expression in 'Limit' gave ${what}`,
				);
			}
			expect(setting.sandbox.calls).toEqual([]);
		},
	);

	test.each([
		['={{ $json.all }}', 'nothing'],
		["={{ 'yes' }}", "'yes' instead of true or false"],
		['={{ 1 }}', "'1' instead of true or false"],
		['={{ ({}) }}', 'an object instead of true or false'],
	])('to return all by %s is told', async (returnAll, what) => {
		expect(errorOf(await getMany({ returnAll })).message).toBe(
			`The expression in 'Return All' gave ${what}`,
		);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('a limit may be text', async () => {
		expect(itemsOf(await getMany({ limit: "={{ '2' }}" }))).toHaveLength(2);
		expect(itemsOf(await getMany({ returnAll: "={{ 'true' }}", limit: 2 }))).toHaveLength(5);
	});

	test('an output that there is not is told', async () => {
		expect(errorOf(await getMany({ output: "={{ 'short' }}" })).message).toBe(
			"'Output' does not have the choice 'short'",
		);
		expect(setting.sandbox.calls).toEqual([]);
	});
});

describe('options', () => {
	const getWith = (options: Parameters) =>
		run({ resource: 'shipment', operation: 'getMany', options: options });

	test.each([
		['timeout', 'Timeout', '={{ $json.nothing }}', 'nothing'],
		['timeout', 'Timeout', '={{ -1 }}', "'-1' instead of a whole number of at least 0"],
		['retries', 'Retries', '={{ NaN }}', 'nothing'],
		['retries', 'Retries', '={{ ({}) }}', 'an object instead of a whole number of at least 0'],
		['retries', 'Retries', "={{ '1.5' }}", "'1.5' instead of a whole number of at least 0"],
	])('%s: %s by %s is told', async (name, label, value, what) => {
		expect(errorOf(await getWith({ [name]: value })).message).toBe(
			`The expression in '${label}' gave ${what}`,
		);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('may be text', async () => {
		setting.sandbox.fault({ path: '/poll$', status: 503, times: 2 });
		const run = await getWith({ timeout: "={{ '5000' }}", retries: "={{ '1' }}" });
		expect(errorOf(run).description).toMatch(/^Tried 2 times\./);
	});
});

describe('the name of a file', () => {
	const binary = { data: { data: 'QQ==', mimeType: 'text/plain', fileName: 'a.txt' } };
	const upload = (fileName: string) =>
		setting.run({ resource: 'document', operation: 'upload', fileName }, [{ year: 2027 }], {
			binary,
		});

	test.each([
		['={{ $json.year }}', '2027'],
		['={{ $json.nothing }}', 'a.txt'],
		['={{ String($json.nothing) }}', 'a.txt'],
	])('by %s is %s', async (fileName, filename) => {
		expect(jsonOf(await upload(fileName))).toMatchObject([{ filename }]);
	});

	test('is not an object', async () => {
		expect(errorOf(await upload('={{ $json }}')).message).toBe(
			"The expression in 'File Name' gave an object instead of text",
		);
		expect(setting.sandbox.calls).toEqual([]);
	});
});
