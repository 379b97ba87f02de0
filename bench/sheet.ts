/** How long it takes until a thousand events stand in a sheet that takes one write a second, as Google's do. */
import autocannon from 'autocannon';
import express from 'express';
import { startSandbox } from '../test/sandbox';
import { listen, portOf, stop } from '../test/sandbox/http/server';
import type { Step } from '../test/e2e/harness/installation';
import { buyer } from '../test/scale/harness/buyer';
import { pause, step } from '../tools/progress';
import { authorization } from './caller';
import { flowOf, tradecloudTrigger } from './flows';
import { publish, startN8n } from './installation';
import type { Contestant, Duel, Part } from './part';
import { ratio } from './rounds';

const events = 1_000;
const secondsBetweenWrites = 1;

export const sheetPart: Part = {
	name: 'sheet',
	async measure(log) {
		const sandbox = await startSandbox();
		const n8n = await startN8n(log);
		const sheet = await startSheet();
		const [{ id: orderId }] = sandbox.orders.list();
		const event = sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer');
		const credential = await buyer(n8n, sandbox, 'sheet');
		const contestants: Contestant[] = [];
		for (const [name, combineCalls] of [
			['Combine Calls', true],
			['without', false],
		] as const) {
			const trigger = tradecloudTrigger(credential, `sheet-${combineCalls}`, {
				options: { combineCalls },
			});
			const url = await publish(n8n, flowOf(trigger, allRows, append(sheet.url)));
			const seconds = await step(log, `${events} events, ${name}`, () => fill(url, event, sheet));
			contestants.push({ name, values: [seconds] });
		}
		await n8n.dispose();
		await sheet.close();
		await sandbox.close();
		return [duelOf(contestants)];
	},
};

function duelOf(contestants: Contestant[]): Duel {
	const [combined, alone] = contestants;
	return {
		id: 'sheet',
		title: `Time until ${events.toLocaleString('en')} events stand in a sheet that takes 60 writes a minute`,
		unit: 's',
		contestants,
		comparisons: [ratio(alone, combined)],
	};
}

interface Sheet {
	url: string;
	/** How many rows it has. */
	rows(): number;
	clear(): void;
	close(): Promise<void>;
}

/** A write waits for its turn, however long that takes: nothing is refused. */
async function startSheet(): Promise<Sheet> {
	let count = 0;
	let turn = Promise.resolve();
	const app = express();
	app.use(express.json({ limit: '100mb' }));
	app.post('/', (request, response) => {
		const { rows } = request.body as { rows: unknown[] };
		turn = turn.then(async () => {
			count += rows.length;
			response.json({});
			await pause(secondsBetweenWrites * 1_000);
		});
	});
	const server = await listen(app, 0);
	return {
		url: `http://127.0.0.1:${portOf(server)}/`,
		rows: () => count,
		clear: () => (count = 0),
		close: async () => await stop(server),
	};
}

/** The items of an execution are appended by one write, as n8n's Google Sheets node does. */
const allRows: Step = {
	name: 'Aggregate',
	type: 'n8n-nodes-base.aggregate',
	typeVersion: 1,
	parameters: { aggregate: 'aggregateAllItemData', destinationFieldName: 'rows', options: {} },
};

function append(url: string): Step {
	return {
		name: 'Append',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify({ rows: $json.rows }) }}',
			options: { timeout: 3_600_000 },
		},
	};
}

/** Seconds until all events stand in the sheet. */
async function fill(url: string, event: object, sheet: Sheet): Promise<number> {
	sheet.clear();
	const start = performance.now();
	const { non2xx, errors } = await autocannon({
		url,
		connections: 32,
		amount: events,
		timeout: 300,
		method: 'POST',
		headers: { authorization, 'content-type': 'application/json' },
		body: JSON.stringify(event),
	});
	if (non2xx + errors > 0) throw new Error(`${url} refused ${non2xx + errors} events`);
	while (sheet.rows() < events) await pause(200);
	return (performance.now() - start) / 1_000;
}
