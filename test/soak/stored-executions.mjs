/**
 * Prints the executions in a database of n8n as JSON, a line for each item that one started with. Run by n8n's own Node.js, which has
 * SQLite: `node stored-executions.mjs <database> <trigger> <last node>`.
 */
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'flatted';

const [file, trigger, lastNode] = process.argv.slice(2);
const rows = new DatabaseSync(file, { readOnly: true, timeout: 30_000 })
	.prepare(
		`SELECT id, e.workflowId, status, mode, data FROM execution_entity e
		JOIN execution_data ON executionId = id ORDER BY id`,
	)
	.iterate();

for (const { id, workflowId, status, mode, data } of rows) {
	const { resultData, executionData } = parse(data);
	const outputOf = (node) => itemsOf(resultData?.runData?.[node]?.at(-1)?.data);
	const waiting = itemsOf(executionData?.nodeExecutionStack?.[0]?.data);
	const items = keyOf(outputOf(trigger)[0]) ? outputOf(trigger) : waiting;
	const finished = outputOf(lastNode).map((item) => item?.event);
	for (const event of items.length > 0 ? items.map(keyOf) : [undefined]) {
		const isFinished = finished.includes(event);
		const stored = { id: String(id), workflowId, status, mode, event, isFinished };
		process.stdout.write(`${JSON.stringify(stored)}\n`);
	}
}

function itemsOf(data) {
	return (data?.main?.[0] ?? []).map(({ json }) => json);
}

function keyOf(item) {
	return item?.messageId ?? item?.orderId;
}
