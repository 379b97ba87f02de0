/** Which calls start the workflow together, and what each of them is told. */
import { setImmediate as turn } from 'node:timers/promises';
import type { INode, IWebhookFunctions } from 'n8n-workflow';

import { combined, type StartingCall } from '../../../nodes/Tradecloud/webhook/combine';

interface Workflow {
	id: string;
	/** A parameter of the node behind the trigger. */
	parameter?: string;
	trigger?: Partial<INode>;
}

let count = 0;

/** A workflow of which no other test knows. */
function aWorkflow(): Workflow {
	return { id: `workflow ${++count}` };
}

function contextOf({ id, parameter = '', trigger }: Workflow, bytes: number): IWebhookFunctions {
	const context: Partial<IWebhookFunctions> = {
		getWorkflow: () => ({ id, active: true }),
		getNode: () => ({ name: 'Tradecloud Trigger', ...trigger }) as INode,
		getChildNodes: () => [
			{ name: 'Next', type: 'next', typeVersion: 1, disabled: false, parameters: { parameter } },
		],
		getRequestObject: () => ({ rawBody: { length: bytes } }) as never,
	};
	return context as IWebhookFunctions;
}

function deferred<T>() {
	let resolve!: (value: T) => void;
	const promise = new Promise<T>((settle) => (resolve = settle));
	return { promise, resolve };
}

interface Sent {
	/** The items with which it starts the workflow; undefined as long as it waits, and when it does not. */
	started?: string[];
	/** How it ended without starting the workflow. */
	ended?: 'delivered' | Error;
	/** Has n8n answer it. */
	answer: (status: number) => Promise<void>;
}

/** A call that comes now. */
async function send(
	workflow: Workflow,
	item: string,
	{
		makeItem,
		bytes = 1,
	}: Partial<Pick<StartingCall<string>, 'makeItem'>> & { bytes?: number } = {},
): Promise<Sent> {
	const { promise: answered, resolve } = deferred<number>();
	const sent: Sent = {
		async answer(status) {
			resolve(status);
			await turn();
		},
	};
	combined({
		context: contextOf(workflow, bytes),
		answered,
		makeItem: makeItem ?? (() => Promise.resolve(item)),
	}).then(
		(items) => (items ? (sent.started = items) : (sent.ended = 'delivered')),
		(error: Error) => (sent.ended = error),
	);
	await turn();
	return sent;
}

async function sendAll(workflow: Workflow, items: string[]): Promise<Sent[]> {
	const all: Sent[] = [];
	for (const item of items) all.push(await send(workflow, item));
	return all;
}

test('a call that comes alone starts the workflow at once', async () => {
	expect((await send(aWorkflow(), 'a')).started).toEqual(['a']);
});

test('calls that come meanwhile start the next execution together, in the order of their arrival', async () => {
	const [first, second, third, fourth] = await sendAll(aWorkflow(), ['a', 'b', 'c', 'd']);
	expect(first.started).toEqual(['a']);
	expect([second, third, fourth].map(({ started, ended }) => started ?? ended)).toEqual(
		Array(3).fill(undefined),
	);
	await first.answer(200);
	expect(fourth.started).toEqual(['b', 'c', 'd']);
	expect([second.ended, third.ended]).toEqual([undefined, undefined]);
	await fourth.answer(200);
	expect([second.ended, third.ended]).toEqual(['delivered', 'delivered']);
});

test('a call that comes when all is stored starts the workflow at once again', async () => {
	const workflow = aWorkflow();
	const [first, second] = await sendAll(workflow, ['a', 'b']);
	await first.answer(200);
	await second.answer(200);
	expect((await send(workflow, 'c')).started).toEqual(['c']);
});

test('an execution that is not stored delivers none of its items; the next one is not held up by it', async () => {
	const workflow = aWorkflow();
	const [first, second, third] = await sendAll(workflow, ['a', 'b', 'c']);
	await first.answer(200);
	const fourth = await send(workflow, 'd');
	await third.answer(503);
	expect(second.ended).toEqual(
		new Error('n8n did not store the execution for this call and others'),
	);
	expect(fourth.started).toEqual(['d']);
});

test('an item that cannot be made ends its call alone', async () => {
	const workflow = aWorkflow();
	const [first, second] = await sendAll(workflow, ['a', 'b']);
	const makeItem = async () => await Promise.reject<string>(new Error('not found'));
	const third = await send(workflow, 'c', { makeItem });
	await first.answer(200);
	expect(third.ended).toEqual(new Error('not found'));
	expect(second.started).toEqual(['b']);
});

test('a group without an item starts nothing, and the next call is not held up', async () => {
	const workflow = aWorkflow();
	const makeItem = async () => await Promise.reject<string>(new Error('not found'));
	expect((await send(workflow, 'a', { makeItem })).ended).toEqual(new Error('not found'));
	expect((await send(workflow, 'b')).started).toEqual(['b']);
});

test('a hundred calls at most start an execution together', async () => {
	const names = Array.from({ length: 251 }, (_, index) => String(index));
	const all = await sendAll(aWorkflow(), names);
	await all[0].answer(200);
	await all[100].answer(200);
	await all[200].answer(200);
	await all[250].answer(200);
	const sizes = all.flatMap(({ started }) => started?.length ?? []);
	expect(sizes).toEqual([1, 100, 100, 50]);
	expect(all.flatMap(({ started }) => started ?? [])).toEqual(names);
	expect(all.filter(({ ended }) => ended === 'delivered')).toHaveLength(247);
});

test('8 MB at most start an execution together, or one call that is larger', async () => {
	const workflow = aWorkflow();
	const first = await send(workflow, 'first');
	const large = await Promise.all(
		[3, 4, 5, 10, 1].map(
			async (megabytes) => await send(workflow, `${megabytes} MB`, { bytes: megabytes * 2 ** 20 }),
		),
	);
	await first.answer(200);
	for (const { answer } of large.slice(1)) await answer(200);
	expect(large.map(({ started }) => started)).toEqual([
		undefined,
		['3 MB', '4 MB'],
		['5 MB'],
		['10 MB'],
		['1 MB'],
	]);
});

test.each<[string, (workflow: Workflow) => Workflow]>([
	['another workflow', () => aWorkflow()],
	['another trigger', (workflow) => ({ ...workflow, trigger: { id: 'other' } })],
])('a call of %s does not wait', async (_what, another) => {
	const workflow = aWorkflow();
	await send(workflow, 'a');
	expect((await send(another(workflow), 'b')).started).toEqual(['b']);
});

test.each<[string, Partial<Workflow>]>([
	['the trigger', { trigger: { parameters: {} } }],
	['what follows', { parameter: 'changed' }],
])('calls of another version of %s start an execution of their own', async (_what, change) => {
	const workflow = aWorkflow();
	const [first, , second] = await sendAll(workflow, ['a', 'b', 'c']);
	const [, third] = await sendAll({ ...workflow, ...change }, ['d', 'e']);
	const last = await send(workflow, 'f');
	await first.answer(200);
	expect(second.started).toEqual(['b', 'c']);
	await second.answer(200);
	expect(third.started).toEqual(['d', 'e']);
	await third.answer(200);
	expect(last.started).toEqual(['f']);
});

test('a call that comes alone does not have n8n tell what its workflow does', async () => {
	const read = jest.fn(() => []);
	const call = { context: contextOf(aWorkflow(), 1), answered: Promise.resolve(200) };
	call.context.getChildNodes = read;
	await combined({ ...call, makeItem: () => Promise.resolve('a') });
	expect(read).not.toHaveBeenCalled();
});

test('when n8n does not answer for too long, those who wait are to call again, and nobody waits for it any more', async () => {
	const clock = new AbortController();
	const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
	const workflow = aWorkflow();
	const [first, second, third] = await sendAll(workflow, ['a', 'b', 'c']);
	await first.answer(200);
	const fourth = await send(workflow, 'd');
	clock.abort();
	await turn();
	timeout.mockRestore();
	const tooSlow = new Error('n8n did not store the execution for earlier calls within 20 seconds');
	expect([second.ended, fourth.ended]).toEqual([tooSlow, tooSlow]);
	expect(third.started).toEqual(['b', 'c']);
	expect((await send(workflow, 'e')).started).toEqual(['e']);
});
