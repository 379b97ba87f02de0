/** Reads what nodes put out, and what went wrong, from an execution. */
import type { IDataObject } from 'n8n-workflow';
import { type Execution } from './n8n-session';

/**
 * The JSON of the items that a node put out on its first output, in its last run; empty if it did
 * not run.
 */
export function nodeOutput(execution: Execution, nodeName: string): IDataObject[] {
	const runs = execution.data.resultData.runData[nodeName] ?? [];
	return (runs.at(-1)?.data?.main[0] ?? []).map(({ json }) => json);
}

/** Why an execution did not succeed, in one line; undefined if it did. */
export function failureOf(execution: Execution): string | undefined {
	if (execution.status === 'success') return undefined;
	const { error } = execution.data.resultData;
	if (error === undefined) return `The workflow ended with the status "${execution.status}"`;
	const node = 'node' in error && error.node !== undefined ? `"${error.node.name}": ` : '';
	const description = error.description ? ` (${error.description})` : '';
	return `${node}${error.message}${description}`;
}
