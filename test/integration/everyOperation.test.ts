/** What holds for every operation: each refusal has its sentence, and the items behind it go on. */
import { itemsOf } from './harness/n8n';
import { callsTo, examples, inputFile, parametersOf } from './harness/operations';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

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
	const exemplified = Object.keys(examples).map((name) => name.replace(/ \(.*\)$/, ''));
	expect(operations.sort()).toEqual([...new Set(exemplified)].sort());
});

/** Of a file behind its link a refusal says something else: that the link does not work. */
const named = Object.keys(examples).filter((name) => examples[name].kind !== 'link');

describe.each(named)('%s', (name) => {
	test.each([
		[400, /^Tradecloud rejected .*: "because of tests"/],
		[403, /^Tradecloud does not allow this: "because of tests"\. What the user [^]*support@/],
		[404, /^Tradecloud could not find .*Tradecloud says: "because of tests"/],
		[429, /too many requests.*Tradecloud says: "because of tests"/],
		[500, /not available at the moment \(status 500\)/],
	])(
		'status %d for the first of two items has its sentence, and the second is tried',
		async (status, sentence) => {
			const { path, user = 'buyer', apiVersion = 'v2', prepare } = examples[name];
			const { username, password } = setting.sandbox.users[user];
			const parameters = parametersOf(name, prepare(setting.sandbox));
			setting.sandbox.fault({
				path,
				status,
				body: '{"error":"because of tests"}',
				contentType: 'application/json',
			});
			const run = await setting.run({ ...parameters, options: { retries: 0 } }, [{}, {}], {
				credential: { apiVersion, username, password },
				node: { onError: 'continueRegularOutput' },
				binary: inputFile,
			});
			const [first, second] = itemsOf(run);
			expect(first).toMatchObject({
				json: { error: expect.stringMatching(sentence) as string },
				pairedItem: { item: 0 },
			});
			expect(second).toMatchObject({ pairedItem: { item: 1 } });
			expect(callsTo(setting.sandbox, path)).toHaveLength(2);
		},
	);
});
