/** The cells of the fault matrix: each operation with each fault, run once in a sandbox of its own. */
import { guardedAddress } from './guard';
import { login } from '../../sandbox/client';
import type { Fault, Sandbox } from '../../sandbox';
import { closeDoor, type ClosedDoor } from '../harness/closedDoor';
import { startEngine, type Engine } from '../harness/n8n';
import { callsTo, examples, inputFile, parametersOf, type Example } from '../harness/operations';
import type { Prepared } from '../harness/prepare';
import { startSetting, type Setting } from '../harness/setting';
import { faults, type FaultRow } from './faults';
import { meeting } from './thrown';

/** Repetitions after the first try, in all cells. */
export const retries = 2;

/** Where the fault is no time-out, none may come, whatever else this machine does. */
const patientMilliseconds = 60_000;

/** As many cells at the same time as wait for something most of the time. */
const lanes = 96;

export interface Cell {
	/** Its name among the examples. */
	operation: string;
	fault: FaultRow;
	/** Whether the fault befalls every call, or one and then no more. */
	isLasting: boolean;
	/** Whether Tradecloud has processed the call when the fault comes, so that only the answer is lost. */
	isProcessed: boolean;
}

/** What a user sees, and what Tradecloud saw. */
export interface Facts {
	/** What the user reads; missing where the operation succeeded. */
	refusal?: { message: string; description: string };
	/** Calls of the operation, and logins before it. */
	calls: number;
	logins: number;
	/** How often Tradecloud did what it was asked to; missing for what only reads. */
	happened?: number;
	/** Whether anything that n8n keeps of the run holds the password or the session token. */
	tellsSecret: boolean;
}

export type Result = Cell & { facts: Facts };

/** Every cell there is. */
export function cells(): Cell[] {
	return Object.keys(examples).flatMap((operation) =>
		faults
			.filter((fault) => isPossible(operation, fault))
			.flatMap((fault) =>
				[true, false]
					.filter((isLasting) => isLasting || !fault.isLastingOnly)
					.flatMap((isLasting) =>
						processing(operation, fault).map((isProcessed) => ({
							operation,
							fault,
							isLasting,
							isProcessed,
						})),
					),
			),
	);
}

function processing(operation: string, { isProcessed }: FaultRow): boolean[] {
	const { kind } = examples[operation];
	if (isProcessed === undefined || kind === 'read' || kind === 'link') return [false];
	return isProcessed === 'always' ? [true] : [false, true];
}

function isPossible(operation: string, { apiVersion, ofLink }: FaultRow): boolean {
	const { kind, apiVersion: own = 'v2' } = examples[operation];
	if (kind === 'link') return ofLink !== undefined;
	return ofLink !== 'alone' && (apiVersion ?? own) === own;
}

/** Runs all cells, many at the same time. */
export async function runCells(): Promise<Result[]> {
	const engine = await startEngine();
	const queue = cells().entries();
	const results: Result[] = [];
	const lane = async () => {
		for (const [index, cell] of queue) {
			results[index] = { ...cell, facts: await runCell(engine, cell) };
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return results;
}

async function runCell(engine: Engine, cell: Cell): Promise<Facts> {
	const setting = await startSetting({ orders: 2 }, engine);
	const door = await doorOf(cell, setting.sandbox);
	try {
		const example = examples[cell.operation];
		const prepared = example.prepare(setting.sandbox);
		const credential = await credentialOf(cell, example, setting.sandbox, door);
		setting.sandbox.reset();
		for (const fault of faultsOf(cell, example)) setting.sandbox.fault(fault);
		const options = { retries, timeout: cell.fault.timeout ?? patientMilliseconds };
		const { result, times } = await meeting(cell.fault.thrown, example.path, () =>
			setting.run({ ...parametersOf(cell.operation, prepared), options }, [{}], {
				credential,
				binary: inputFile,
			}),
		);
		const facts = factsOf(result, setting, example, prepared, String(credential.password));
		return { ...facts, calls: Math.max(facts.calls, times) };
	} finally {
		door?.close();
		await setting.close();
	}
}

async function doorOf(
	{ fault, isLasting }: Cell,
	{ url }: Sandbox,
): Promise<ClosedDoor | undefined> {
	if (!fault.isRefused) return undefined;
	return await closeDoor(isLasting ? undefined : Number(new URL(url).port));
}

/** Behind a closed door the session is there already, so that the operation's own call meets it first. */
async function credentialOf(
	{ fault }: Cell,
	{ user, apiVersion = 'v2' }: Example,
	sandbox: Sandbox,
	door?: ClosedDoor,
) {
	const caller = sandbox.users[user ?? 'buyer'];
	const base = new URL(sandbox[apiVersion]);
	if (door) base.host = door.host;
	if (fault.isGuarded) base.hostname = guardedAddress;
	return {
		apiVersion,
		baseUrl: base.href,
		username: caller.username,
		password: fault.password ?? caller.password,
		...(door && { sessionToken: (await login(sandbox, caller)).accessToken }),
	};
}

function faultsOf({ fault, isLasting, isProcessed }: Cell, { path }: Example): Fault[] {
	const times = isLasting ? Infinity : 1;
	return [
		...(fault.call ? [{ ...fault.call, path, times, after: isProcessed }] : []),
		...(fault.login ? [{ ...fault.login, path: '^/authentication/login$', times }] : []),
	];
}

function factsOf(
	run: Awaited<ReturnType<Setting['run']>>,
	{ sandbox }: Setting,
	{ path }: Example,
	{ happened }: Prepared,
	password: string,
): Facts {
	const { error } = run.data.resultData;
	const kept = JSON.stringify(run.data.resultData);
	const description = (error as { description?: string } | undefined)?.description ?? '';
	return {
		...(error && { refusal: { message: error.message, description } }),
		calls: callsTo(sandbox, path).length,
		logins: callsTo(sandbox, '^/authentication/login$').length,
		happened: happened?.(),
		tellsSecret: kept.includes(password) || /Basic [\w+/]{8,}|eyJ\w/.test(kept),
	};
}
