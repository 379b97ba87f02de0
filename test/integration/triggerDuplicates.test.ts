/** 'Ignore Duplicates': a message starts the workflow once, whatever comes at the same time and whatever goes wrong. */
import { sleep } from 'n8n-workflow';

import { post, startTriggerSetting, type TriggerSetting } from './harness/trigger';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const ignoreDuplicates = { options: { ignoreDuplicates: true } };
const received = {
	status: 200,
	data: { message: expect.stringMatching(/was received before/) as string },
};

function message(messageId: string): object {
	return { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId: 'A-1' }, meta: { messageId } };
}

test('a message starts the workflow once, and its repetition is taken as delivered', async () => {
	const server = await setting.trigger({ parameters: ignoreDuplicates });
	expect(await post(server, message('1'))).toMatchObject({ status: 200, data: { started: true } });
	expect(await post(server, message('1'))).toMatchObject(received);
	await post(server, message('2'));
	expect(server.items).toMatchObject([{ messageId: '1' }, { messageId: '2' }]);
});

test('twenty messages at once, and the same twenty again: each starts it once', async () => {
	const server = await setting.trigger({ parameters: ignoreDuplicates });
	const ids = Array.from({ length: 20 }, (_, index) => `M-${index}`);
	await Promise.all(ids.map((id) => post(server, message(id))));
	for (const id of ids) expect(await post(server, message(id))).toMatchObject(received);
	expect(server.items).toHaveLength(20);
});

test('what a burst brought is there after a restart too, but for what came as the last was written', async () => {
	const server = await setting.trigger({ parameters: ignoreDuplicates });
	const ids = Array.from({ length: 20 }, (_, index) => `M-${index}`);
	await Promise.all(ids.map((id) => post(server, message(id))));
	await post(server, message('later'));
	const [[, saved]] = Object.entries(server.staticData());
	expect(new Set((saved as { messageIds: string[] }).messageIds)).toEqual(
		new Set([...ids, 'later']),
	);
});

test('of a trigger the last thousand are remembered, and no id that is longer than any', async () => {
	const server = await setting.trigger({ parameters: ignoreDuplicates });
	const send = async (ids: number[]) =>
		await Promise.all(ids.map((id) => post(server, message(`${id}`))));
	for (let tens = 0; tens < 100; tens++)
		await send([...Array(10).keys()].map((id) => 10 * tens + id));
	await send([1_000]);
	expect(await post(server, message('0'))).toMatchObject({ data: { started: true } });
	expect(await post(server, message('20'))).toMatchObject(received);
	expect(await post(server, message('1000'))).toMatchObject(received);
	const long = 'x'.repeat(2 ** 20);
	await post(server, message(long));
	expect(await post(server, message(long))).toMatchObject({ data: { started: true } });
	expect(JSON.stringify(server.staticData()).length).toBeLessThan(20_000);
});

test('one message twenty times at once starts it once, and all are answered when that is certain', async () => {
	const server = await setting.trigger({ parameters: ignoreDuplicates });
	let isStored = false;
	server.store = async () => {
		await sleep(300);
		isStored = true;
	};
	const calls = Array.from({ length: 20 }, async () => {
		const { status } = await post(server, message('1'));
		return { status, isStored };
	});
	expect(await Promise.all(calls)).toEqual(Array(20).fill({ status: 200, isStored: true }));
	expect(server.items).toHaveLength(1);
});

test('a message that n8n could not store starts the workflow when it comes again, also when it came twice', async () => {
	const server = await setting.trigger({ parameters: ignoreDuplicates });
	server.store = async () => {
		await sleep(100);
		throw new Error('The disk is full');
	};
	const both = await Promise.all([post(server, message('1')), post(server, message('1'))]);
	expect(both.map(({ status }) => status)).toEqual([503, 503]);
	server.store = () => Promise.resolve();
	expect(await post(server, message('1'))).toMatchObject({ data: { started: true } });
	expect(await post(server, message('1'))).toMatchObject(received);
	expect(server.items).toHaveLength(1);
});

test('a message whose order could not be fetched starts the workflow when it comes again', async () => {
	const options = { ignoreDuplicates: true, fetchOrder: true };
	const server = await setting.trigger({ parameters: { options } });
	const event = setting.anEvent();
	setting.sandbox.fault({ path: '^/order/', status: 404 });
	expect((await post(server, event)).status).toBe(503);
	expect(await post(server, event)).toMatchObject({ data: { started: true } });
	expect(server.items).toHaveLength(1);
});

test('a message whose caller hung up starts the workflow when it comes again', async () => {
	const options = { ignoreDuplicates: true, fetchOrder: true };
	const server = await setting.trigger({ parameters: { options } });
	const event = setting.anEvent();
	setting.sandbox.fault({ path: '^/order/', delayMs: 300 });
	await expect(post(server, event, undefined, AbortSignal.timeout(100))).rejects.toThrow();
	const again = post(server, event, undefined, AbortSignal.timeout(5_000));
	expect(await again).toMatchObject({ status: 200, data: { started: true } });
	expect(server.items).toHaveLength(1);
});

test('two triggers do not share what they remember', async () => {
	for (const server of [
		await setting.trigger({ parameters: ignoreDuplicates }),
		await setting.trigger({ parameters: ignoreDuplicates }),
	]) {
		expect(await post(server, message('1'))).toMatchObject({ data: { started: true } });
	}
});

test.each([
	['the workflow is answered for when it has ended', { responseMode: 'lastNode' }, undefined],
	['calls are tests', {}, 'manual' as const],
])('it does not apply where %s', async (_case, more, mode) => {
	const server = await setting.trigger({ parameters: { ...ignoreDuplicates, ...more }, mode });
	await post(server, message('1'));
	await post(server, message('1'));
	expect(server.items).toHaveLength(2);
});
