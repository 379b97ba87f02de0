/** How far a trigger has read, and what it knows of what was changed last. */
import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import { latestOf } from '../model/timeStamp';
import { thingId, timeOf } from '../transport/found';
import type { Changes } from '../transport/poll';

/** How far a trigger has read. */
export interface Position {
	/** What to poll after. */
	lastUpdatedAfter: string;
	/** What was read that was changed since then: digests of ids, and the latest change (milliseconds since 1970). */
	known: Record<string, number>;
	/** While more waits than one poll emits: what the first of these polls was after. */
	linesAfter?: string;
}

/**
 * Guess: a change may be found a little later than another that came after it. So polls overlap by this
 * much of Tradecloud's time (the manual, api/polling/README.md, knows no overlap), and what is known is left out.
 */
const overlapMilliseconds = 60_000;

/** Two pages: where more was changed within the overlap, it is shorter. What shares a millisecond stays together. */
const mostKnown = 200;

/** The position at a time stamp. */
export function positionAt(lastUpdatedAfter: string): Position {
	return { lastUpdatedAfter, known: {} };
}

/** Whether a thing was read before, in this state or a later one. */
export function isKnown({ known }: Position, thing: IDataObject): boolean {
	const time = known[digestOf(thingId(thing))];
	return time !== undefined && !(timeOf(thing) > time);
}

/**
 * After what a line of a thing counts as changed: the last known change of the thing. What waits may change
 * again before its turn, so for all that waits it is what the first of the polls was after.
 */
export function linesAfter(position: Position, thing: IDataObject): string {
	const time = position.known[digestOf(thingId(thing))];
	if (time !== undefined) return stampAt(time);
	return position.linesAfter ?? position.lastUpdatedAfter;
}

/** The position behind what was read from a position on. */
export function behind(position: Position, { things, latest, isWhole }: Changes): Position {
	const known = { ...position.known };
	const until = Date.parse(latest ?? position.lastUpdatedAfter);
	for (const thing of things) known[digestOf(thingId(thing))] = timeOf(thing) || until;
	const times = Object.values(known).sort((a, b) => b - a);
	const earliest = Math.max(until - overlapMilliseconds, times[mostKnown] ?? 0);
	const lastUpdatedAfter = latestOf([position.lastUpdatedAfter, stampAt(earliest)])!;
	const since = Date.parse(lastUpdatedAfter);
	return {
		lastUpdatedAfter,
		known: Object.fromEntries(Object.entries(known).filter(([, time]) => time >= since)),
		...(!isWhole && { linesAfter: position.linesAfter ?? position.lastUpdatedAfter }),
	};
}

/** A short text that stands for a longer one. */
export function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function stampAt(time: number): string {
	return new Date(time).toISOString();
}
