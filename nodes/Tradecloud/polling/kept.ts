/**
 * What triggers keep, by the id of the node, since users rename nodes: in this process, and in n8n's static data.
 * What was kept later counts.
 *
 * n8n saves the static data when a trigger is published and when the workflow begins. They are one object for the
 * workflow, of which each trigger holds a copy as old as its own publication, and writes it back whole. So a trigger
 * puts into its own what all triggers of this process have kept.
 */
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { positionAt, type Position } from './position';

/** To whom a position belongs. */
export interface Owner {
	/** Tradecloud's environment and user. */
	account: string;
	/** The parameters that say what to begin with, as the user wrote them. */
	start: string;
}

/** How far a trigger has read; when it last emitted (milliseconds since 1970), and how far it had read before. */
export interface Progress {
	position: Position;
	emission?: { at: number; before: Position };
}

interface Kept extends Owner, Progress {
	at: number;
}

type KeptByNode = Record<string, Kept>;

/** By the id of the workflow. */
const ofProcess = new Map<string, KeptByNode>();

/** n8n loads this file when it starts to poll. */
const loadedAt = Date.now();

const shortlyMilliseconds = 10 * 60 * 1000;

/** Whether n8n polls because it has started, and not because somebody has published the workflow. */
export function isStartOfN8n(context: IPollFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/**
 * Where a trigger goes on; undefined for one that has to begin.
 *
 * When n8n starts, nobody has chosen anew: a position of another choice is one that another node of the
 * workflow has written back. It is earlier than the one that was lost; "now" would be later.
 */
export function progressOf(context: IPollFunctions, owner: Owner): Progress | undefined {
	const { id, parameters } = context.getNode();
	const kept = keptByAll(context)[id];
	if (!kept) return settled(formerProgress(context));
	const isOverwritten = isStartOfN8n(context) && parameters.startFrom === 'now';
	const isOwn = kept.account === owner.account && (kept.start === owner.start || isOverwritten);
	return isOwn ? settled(kept) : undefined;
}

/**
 * An earlier process may have ended before its last emission was worked on: n8n saves the static data while it stores
 * the execution, and runs none again that was under way. So a process that starts shortly after an emission goes on
 * from what was before it.
 */
function settled(progress: Progress | undefined): Progress | undefined {
	const { at, before } = progress?.emission ?? { at: Infinity };
	const isDoubtful = at < loadedAt && loadedAt - at < shortlyMilliseconds;
	return isDoubtful && before ? { position: before } : progress;
}

/** Keeps it in this process; n8n saves it with what a trigger of the workflow keeps next. */
export function keepInProcess(context: IPollFunctions, owner: Owner, progress: Progress): void {
	const { id } = context.getNode();
	// The clock may be set back.
	const at = Math.max(Date.now(), (keptByAll(context)[id]?.at ?? 0) + 1);
	const others = ofProcess.get(idOf(context));
	ofProcess.set(idOf(context), { ...others, [id]: { ...owner, ...progress, at } });
}

/** Keeps it, and lets n8n save it. */
export function keep(context: IPollFunctions, owner: Owner, progress: Progress): void {
	keepInProcess(context, owner, progress);
	const all = keptByAll(context) as unknown as IDataObject;
	context.getWorkflowStaticData('global').tradecloudPollTrigger = all;
}

function keptByAll(context: IPollFunctions): KeptByNode {
	const { tradecloudPollTrigger: saved } = context.getWorkflowStaticData('global');
	const all = { ...(saved as unknown as KeptByNode | undefined) };
	for (const [id, kept] of Object.entries(ofProcess.get(idOf(context)) ?? {})) {
		if (kept.at >= (all[id]?.at ?? 0)) all[id] = kept;
	}
	return all;
}

function idOf(context: IPollFunctions): string {
	return context.getWorkflow().id ?? '';
}

/** Until this package kept by the id of the node, it kept by its name. */
function formerProgress(context: IPollFunctions): Progress | undefined {
	const former = context.getWorkflowStaticData('node') as Partial<Position> & {
		startedWith?: string;
	};
	const { startedWith = '[]', lastUpdatedAfter, linesAfter } = former;
	const [resource, startFrom] = JSON.parse(startedWith) as unknown[];
	const isOfStart =
		resource === context.getNodeParameter('resource') &&
		startFrom === context.getNodeParameter('startFrom');
	if (lastUpdatedAfter === undefined || !isOfStart) return undefined;
	return { position: { ...positionAt(lastUpdatedAfter), linesAfter } };
}
