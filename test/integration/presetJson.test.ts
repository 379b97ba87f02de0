/** The JSON of a message as the editor presets it: one click must not send anything. */
import { resources } from '../../nodes/Tradecloud/actions/router';
import { errorOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

const messages = resources.flatMap(({ value: resource, operations }) =>
	operations
		.filter((operation) => 'message' in operation)
		.map(({ value: operation }) => ({ resource, operation })),
);

test.each(messages)('$resource $operation is not sent as preset', async (parameters) => {
	const run = await setting.run({ ...parameters, bodyMode: 'json' });
	expect(errorOf(run).message).toMatch(/ was not sent: .* is missing/);
	expect(setting.sandbox.calls).toEqual([]);
});
