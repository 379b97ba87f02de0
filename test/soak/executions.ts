/** What n8n has stored of its executions, read from its database: whole, and as fast as a disk. */
import { join } from 'node:path';

import type { N8nInstance } from '../../tools/n8n-instance';
import type { Runtime } from '../../tools/n8n-runtime';
import { runCommand } from '../../tools/run-command';
import type { ExecutionStatus, WorkflowExecuteMode } from 'n8n-workflow';
import { nodeNames } from './flows';

/** An execution with one of the items that it started with, as far as the soak judges it. */
export interface StoredExecution {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: WorkflowExecuteMode;
	/** Of that item. */
	event?: string;
	/** Whether its last node put the event out. */
	isFinished: boolean;
}

const script = join(__dirname, 'stored-executions.mjs');

/** All executions with each of their items, the earliest first; n8n may run meanwhile. */
export async function storedExecutions(
	runtime: Runtime,
	{ folder }: N8nInstance,
): Promise<StoredExecution[]> {
	const database = join(folder, '.n8n', 'database.sqlite');
	const args = ['--no-warnings', script, database, nodeNames.trigger, nodeNames.last];
	const lines = await runCommand(runtime.node, args, { cwd: folder });
	return lines
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as StoredExecution);
}
