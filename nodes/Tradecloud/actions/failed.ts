/** What is told of input items that did not succeed. */
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { grouped } from '../model/messages/build';
import { listed, listedBelow } from './listed';
import type { Job, Operation } from './operation';

type NodeError = NodeApiError | NodeOperationError;

/** Whatever was thrown, as n8n shows it. */
export function asNodeError(context: IExecuteFunctions, thrown: unknown, job?: Job): NodeError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	const { description } = thrown as UserError;
	const error = thrown instanceof UserError ? thrown.message : (thrown as Error);
	return new NodeOperationError(context.getNode(), error, {
		itemIndex: job?.items[0],
		description: description ?? undefined,
	});
}

/** What links an output item to the input items of a job. */
export function linksOf({ items }: Job): INodeExecutionData['pairedItem'] {
	const links = items.map((item) => ({ item }));
	return links.length === 1 ? links[0] : links;
}

/**
 * The output item that stands for the input items of a job.
 *
 * n8n moves to the error output what has a property `error`, or nothing but that in its JSON. But later it
 * makes of the JSON of what still has the property that error's message alone. In between it copies what can
 * be enumerated, which this property cannot.
 */
export function failedItem(
	context: IExecuteFunctions,
	error: NodeError,
	job: Job,
): INodeExecutionData {
	const { key, rows } = job;
	const { errorResponse: response = {} } = error;
	const json: IDataObject = {
		error: [error.message, error.description].filter(Boolean).join('. '),
		...key,
		...(rows && { rows }),
		...('status' in response && { response }),
	};
	const item: INodeExecutionData = { json, pairedItem: linksOf(job) };
	return context.getNode().onError === 'continueErrorOutput'
		? Object.defineProperty(item, 'error', { value: error })
		: item;
}

/**
 * All that keeps messages from being sent, where the node is to stop: nothing of them is sent then.
 *
 * @throws NodeOperationError that lists it
 */
export function requireNoObstacle(context: IExecuteFunctions, jobs: Job[]): void {
	const hindered = jobs.filter(({ obstacle }) => obstacle);
	const [first, ...others] = hindered;
	if (first === undefined) return;
	if (others.length === 0) throw located(asNodeError(context, first.obstacle, first), first, jobs);
	const told = hindered.flatMap((job) => {
		const { reasons = [job.obstacle!.message] } = job.obstacle!;
		return reasons.map((reason) => ({ reason, name: nameOf(job) }));
	});
	const reasons = [...grouped(told, ({ reason }) => reason).values()].map((same) => {
		const names = same.map(({ name }) => name);
		return `${listed(names, 4)}: ${same[0].reason}`;
	});
	throw new NodeOperationError(
		context.getNode(),
		`Nothing was sent: ${hindered.length} of ${jobs.length} messages need correction`,
		{ description: `Correct this and run the workflow again:${listedBelow(reasons, 100)}` },
	);
}

/** What ends the node: which items it is about, and what went through before. */
export function stopped(error: NodeError, { kind }: Operation, jobs: Job[], job: Job): NodeError {
	located(error, job, jobs);
	const before = jobs.slice(0, jobs.indexOf(job));
	if (kind === 'read' || before.length === 0) return error;
	const advice = kind === 'once' ? leaveOut : harmless;
	// An error that comes once more, since what it is about was not tried again, has told it already.
	if (error.description?.includes(advice)) return error;
	const done = `What went through before: ${listed(before.map(nameOf), 20)}.`;
	error.description = [error.description, done, advice].filter(Boolean).join(' ');
	return error;
}

const leaveOut =
	'Leave that out when you run the workflow again, or it may happen twice. ("Retry On Fail" in the settings of the node leaves it out by itself.)';
const harmless = 'It does no harm to send that again.';

/** Adds to the message of an error which of several input items it is about. n8n counts them from 0, a sheet its rows from 1. */
function located(error: NodeError, job: Job, jobs: Job[]): NodeError {
	if (jobs.flatMap(({ items }) => items).length === 1) return error;
	const place = ` [${job.rows ? rowsIn(job.rows) : `item ${job.items[0]}`}]`;
	const isSaid = error.message.endsWith(place) || /\brows? \d/.test(error.message);
	if (!isSaid) error.message += place;
	return error;
}

function rowsIn(rows: number[]): string {
	return `${rows.length === 1 ? 'row' : 'rows'} ${listed(rows.map(String), 4)}`;
}

/** "'PO1'", or "item 0" where it has no number of its own. */
function nameOf({ key = {}, items: [item] }: Job): string {
	const values = Object.values(key);
	return values.length > 0 ? `'${values.join(' / ')}'` : `item ${item}`;
}
