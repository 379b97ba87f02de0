/** One poll: from the position kept to what has changed since. */
import type { IDataObject, INodeExecutionData, IPollFunctions, IRun } from 'n8n-workflow';

import { baseUrl } from '../model/credential';
import { nextChanges } from '../transport/poll';
import { defaultPatience, shortPatience } from '../transport/caller';
import { callerOf, emittedOf, polledOutput, pollOf, type PollCaller } from './choice';
import { isStartOfN8n, keep, progressOf, keepInProcess, type Owner } from './kept';
import { behind, digestOf, isKnown, linesAfter } from './position';
import { exampleOf, startOf } from './start';

/** As many orders as one poll emits, and a few more where they share a time stamp. The next poll goes on. */
const emittedAtOnce = 500;

/** What n8n polls now: it begins the next poll of a trigger although the last one is not done. */
const underWay = new Set<string>();

/** n8n makes a context for each activation of a trigger, and polls with it at once. */
const polledBefore = new WeakSet<IPollFunctions>();

/**
 * Polls once. A poll that does not succeed emits nothing and leaves the position as it is; the first one
 * may have settled where to begin.
 *
 * @returns null when nothing has changed, or n8n has been given what has
 * @throws NodeApiError, NodeOperationError that say what happened and what to do
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') {
		const example = await exampleOf(await callerOf(context, defaultPatience));
		return items(polledOutput(context, [example]));
	}
	const { id, name } = context.getNode();
	const trigger = `${context.getWorkflow().id} ${id} ${name}`;
	if (underWay.has(trigger)) return null;
	underWay.add(trigger);
	const isActivation = !polledBefore.has(context);
	polledBefore.add(context);
	const polling = pollOnce(context, isActivation).finally(() => underWay.delete(trigger));
	if (!isActivation || !isStartOfN8n(context)) return await polling;
	// n8n would give up after five activations, and not poll again until somebody publishes.
	return await polling.catch(({ message }: Error) => {
		context.logger.warn(`Tradecloud could not be polled; the next poll tries again: ${message}`);
		return null;
	});
}

async function pollOnce(
	context: IPollFunctions,
	isActivation: boolean,
): Promise<INodeExecutionData[][] | null> {
	const isAwaited = isActivation && isStartOfN8n(context);
	const caller = await callerOf(context, isAwaited ? shortPatience : defaultPatience);
	const owner = ownerOf(caller);
	const progress = progressOf(context, owner);
	const { position, emission } = progress ?? { position: await startOf(caller) };
	if (!progress) keep(context, owner, { position });
	const changes = await nextChanges(
		caller,
		{
			...pollOf(context),
			lastUpdatedAfter: position.lastUpdatedAfter,
			isKnown: (thing) => isKnown(position, thing),
		},
		emittedAtOnce,
	);
	const emitted = polledOutput(
		context,
		emittedOf(context, changes.things, (thing) => linesAfter(position, thing)),
	);
	const next = behind(position, changes);
	if (emitted.length > 0) {
		keep(context, owner, { position: next, emission: { at: Date.now(), before: position } });
		return begin(context, items(emitted), () =>
			keepInProcess(context, owner, { position, emission }),
		);
	}
	keep(context, owner, { position: next, emission });
	// Beyond an activation, n8n saves where a trigger begins only when the workflow does.
	return progress || isActivation ? null : items([]);
}

/** Parameters count as the user wrote them: what the expression `{{ $now }}` yields is another time with each poll. */
function ownerOf({ context, credential }: PollCaller): Owner {
	const { resource, startFrom, startDate } = context.getNode().parameters;
	return {
		account: digestOf(`${baseUrl(credential)} ${credential.username.trim()}`),
		start: JSON.stringify([resource, startFrom, startDate]),
	};
}

/** Lets the workflow begin. Only by a promise that is passed along n8n says that it could not; n8n 1 not even so. */
function begin(
	context: IPollFunctions,
	data: INodeExecutionData[][],
	onLoss: () => void,
): INodeExecutionData[][] | null {
	if (!context.__runPoll) return data;
	const done = context.helpers.createDeferredPromise<IRun | undefined>();
	void done.promise.catch((error: Error) => {
		if (!wasStored(error)) onLoss();
	});
	let isTaken = false;
	try {
		context.__emit(data, undefined, done);
		isTaken = true;
		return null;
	} finally {
		if (!isTaken) onLoss();
	}
}

/** Whether an execution was stored, and then stopped by a user or done before n8n looked for it. */
function wasStored({ constructor }: Error): boolean {
	return /Execution(Cancelled|NotFound)Error$/.test(constructor.name);
}

function items(things: IDataObject[]): INodeExecutionData[][] {
	return [things.map((json) => ({ json }))];
}
