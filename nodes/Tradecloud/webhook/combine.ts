/**
 * Calls that come while n8n stores an execution start the next one together, as a database commits
 * transactions in groups. Nobody waits for a group to fill: a call that comes alone starts the workflow
 * at once, and the busier n8n is, the more calls share an execution.
 */
import { OperationalError, type IWebhookFunctions } from 'n8n-workflow';

import { inTime } from './inTime';

/** A call that is to start the workflow. */
export interface StartingCall<Item> {
	context: IWebhookFunctions;
	/** The status of its answer, as soon as it is settled. n8n 2 settles it when it has stored the execution. */
	answered: Promise<number>;
	/** @throws what ends this call alone */
	makeItem: () => Promise<Item>;
}

/** A call that waits for its turn. */
interface Waiting<Item> extends StartingCall<Item> {
	resolve: (items: Item[] | undefined) => void;
	reject: (error: Error) => void;
}

/** So many calls start an execution together, or fewer that together bring so many bytes. */
const most = { calls: 100, bytes: 8 * 2 ** 20 };

/** How long n8n may take to store an execution. */
const patienceSeconds = 20;

/** The calls that wait, by what they are to start; each list exists as long as an execution is being stored. */
const lines = new Map<string, unknown[]>();

/**
 * The items with which a call starts the workflow: its own, and those of the calls that it waited with. Undefined
 * for a call whose item another one has started the workflow with, when it is stored.
 *
 * @throws what `makeItem` throws; OperationalError when the execution that holds the item is not stored
 */
export async function combined<Item>(call: StartingCall<Item>): Promise<Item[] | undefined> {
	return await new Promise((resolve, reject) => {
		const { context } = call;
		const key = `${context.getWorkflow().id} ${context.getNode().id}`;
		const waiting = { ...call, resolve, reject };
		const line = lines.get(key);
		if (line) line.push(waiting);
		else void serve(key, [waiting]);
	});
}

/** What tells a version of a workflow from others: n8n tells no number of it, so what it does has to tell. */
function versionOf(context: IWebhookFunctions): string {
	const node = context.getNode();
	const nodes = context.getChildNodes(node.name, { includeNodeParameters: true });
	return JSON.stringify([node, nodes]);
}

async function serve<Item>(key: string, line: Array<Waiting<Item>>): Promise<void> {
	lines.set(key, line);
	while (line.length > 0) {
		const isInTime = await start(line.splice(0, groupSize(line)));
		if (!isInTime) for (const { reject } of line.splice(0)) reject(tooSlow());
	}
	lines.delete(key);
}

/** Only calls that wait for one another are asked for their versions: that takes n8n a while. */
function groupSize(line: Array<{ context: IWebhookFunctions }>): number {
	if (line.length === 1) return 1;
	const version = versionOf(line[0].context);
	let bytes = 0;
	const excess = line.findIndex(({ context }, index) => {
		bytes += context.getRequestObject().rawBody?.length ?? 0;
		if (index === 0) return false;
		return index === most.calls || bytes > most.bytes || versionOf(context) !== version;
	});
	return excess < 0 ? line.length : excess;
}

/**
 * Has the last call of a group start the workflow for all: its caller came last, and so goes last. Resolves when
 * n8n has answered it and all others were told; to false when n8n did not do so in time.
 */
async function start<Item>(group: Array<Waiting<Item>>): Promise<boolean> {
	const made = await Promise.all(group.map(withItem));
	const ready = made.filter((one) => one !== undefined);
	const bearer = ready.pop();
	if (!bearer) return true;
	bearer.call.resolve([...ready, bearer].map(({ item }) => item));
	const status = await inTime(bearer.call.answered, patienceSeconds * 1000);
	for (const { call } of ready) {
		if (status === 200) call.resolve(undefined);
		else call.reject(status === undefined ? tooSlow() : notStored());
	}
	return status !== undefined;
}

/** Undefined for a call that ends without an item. */
async function withItem<Item>(
	call: Waiting<Item>,
): Promise<{ call: Waiting<Item>; item: Item } | undefined> {
	try {
		return { call, item: await call.makeItem() };
	} catch (error) {
		call.reject(error as Error);
		return undefined;
	}
}

function tooSlow(): OperationalError {
	return new OperationalError(
		`n8n did not store the execution for earlier calls within ${patienceSeconds} seconds`,
	);
}

function notStored(): OperationalError {
	return new OperationalError('n8n did not store the execution for this call and others');
}
