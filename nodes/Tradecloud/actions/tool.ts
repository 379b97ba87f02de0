/** What is different where the node is a tool of an AI agent: the model reads what leaves the node, and nothing else. */
import type { IExecuteFunctions } from 'n8n-workflow';

export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

/** Whether what does not succeed leaves as an item. Of what a tool throws, n8n gives the model an empty text. */
export function goesOn(context: IExecuteFunctions): boolean {
	return context.continueOnFail() || (isTool(context) && !context.getNode().retryOnFail);
}
