/**
 * What came of each input item, for as long as n8n runs the node for it. n8n's Retry On Fail runs the whole
 * node again, also for the items that went through: these give what they gave before.
 */
import type { INodeExecutionData } from 'n8n-workflow';

import { doubt } from '../transport/explain';
import type { Output } from './operation';

/**
 * n8n gives the very same items to each try, and new ones to every other run: of the next round of a loop, of
 * another node, of an execution that is retried. So the memory needs no key, and ends with the item.
 */
const memory = new WeakMap<object, Promise<Output[]>>();

/**
 * Does the work of an item, unless an earlier try has done it, or may have done it: then what came of that
 * comes once more. Only what certainly came to nothing is done again.
 *
 * @param item the first of those that the work is for
 */
export async function remembered(
	item: INodeExecutionData,
	work: () => Promise<Output[]>,
): Promise<Output[]> {
	const key = keyOf(item);
	const earlier = memory.get(key);
	if (earlier) return await earlier;
	const result = work();
	memory.set(key, result);
	void result.catch((error) => isInDoubt(error) || memory.delete(key));
	return await result;
}

/** To a tool of an AI agent n8n 1 gives a new item for each try, which holds the same arguments and no link. */
function keyOf(item: INodeExecutionData): object {
	return item.pairedItem === undefined ? item.json : item;
}

function isInDoubt(error: unknown): boolean {
	const { description } = error as { description?: unknown };
	return typeof description === 'string' && description.includes(doubt);
}
