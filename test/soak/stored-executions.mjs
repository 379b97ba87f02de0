/**
 * Prints the executions in a database of n8n, one a line as JSON. Run by n8n's own Node.js, which has
 * SQLite and reads TypeScript: `node stored-executions.mjs <database> <trigger> <last node>`.
 */
import { DatabaseSync } from 'node:sqlite';
import { parseFlatted } from '../../tools/flatted.ts';

const [file, trigger, lastNode] = process.argv.slice(2);
const rows = new DatabaseSync(file, { readOnly: true, timeout: 30_000 })
	.prepare(
		`SELECT id, e.workflowId, status, mode, data FROM execution_entity e
		JOIN execution_data ON executionId = id ORDER BY id`,
	)
	.iterate();

for (const { id, workflowId, status, mode, data } of rows) {
	const { resultData, executionData } = parseFlatted(data);
	const outputOf = (node) => firstItem(resultData?.runData?.[node]?.at(-1)?.data);
	const waiting = firstItem(executionData?.nodeExecutionStack?.[0]?.data);
	const item = keyOf(outputOf(trigger)) ? outputOf(trigger) : waiting;
	const finished = outputOf(lastNode)?.event;
	process.stdout.write(
		`${JSON.stringify({ id: String(id), workflowId, status, mode, event: keyOf(item), finished })}\n`,
	);
}

function firstItem(data) {
	return data?.main?.[0]?.[0]?.json;
}

function keyOf(item) {
	return item?.messageId ?? item?.orderId;
}
