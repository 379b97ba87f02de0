/** What is different where the node is a tool of an AI agent: the model reads what leaves the node, and nothing else. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { limitOf } from './many';
import { json, type JobCaller, type Output } from './operation';

function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

/** Whether what does not succeed leaves as an item. Of what a tool throws, n8n gives the model an empty text. */
export function goesOn(context: IExecuteFunctions): boolean {
	return context.continueOnFail() || (isTool(context) && !context.getNode().retryOnFail);
}

/**
 * Lists up to the user's limit. A tool says where there is more, as a last item.
 *
 * @param read reads so many
 * @param output what becomes of one of them
 */
export async function upToLimit<T>(
	caller: JobCaller,
	read: (limit: number) => Promise<T[]>,
	output: (things: T[]) => IDataObject[],
): Promise<Output[]> {
	const limit = limitOf(caller);
	const things = await read(isTool(caller.context) ? limit + 1 : limit);
	const items = json(output(things.slice(0, limit)));
	return things.length > limit ? [...items, ...json({ note: moreThan(limit) })] : items;
}

function moreThan(limit: number): string {
	return `There are more than these ${limit}. Narrow the filters down, or say that the list is not complete.`;
}
