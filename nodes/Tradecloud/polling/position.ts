/**
 * How far the trigger has read, in n8n's static data: some of Tradecloud's time stamps as it wrote them,
 * and what was changed at the last of them.
 *
 * n8n saves the static data and stores the execution at the same time, and runs no execution again
 * that was under way when it was killed. So the trigger keeps where its last emission began as well.
 * A process of n8n that starts shortly after an emission of an earlier one reads on from there, once:
 * changes may come twice then, but none is lost.
 */
import type { IDataObject } from 'n8n-workflow';

import { idOf, timeOf } from '../transport/found';

/** What the trigger keeps. */
interface State {
	/** The choice of the user with which it began; another one begins anew. */
	startedWith?: string;
	/** What to poll after next. */
	lastUpdatedAfter?: string;
	/** The ids of what was read that was changed at this very time stamp. */
	read?: string[];
	/** While more waits than one poll emits: what the first of these polls was after. */
	linesAfter?: string;
	/** The last emission: what it was polled after, and when it was (milliseconds since 1970). */
	emission?: { lastUpdatedAfter: string; read?: string[]; linesAfter?: string; at: number };
}

/** What one poll has brought. */
interface Step {
	things: IDataObject[];
	emits: boolean;
	waits: boolean;
}

/** n8n loads this file when it starts to poll. */
const loadedAt = Date.now();

const shortlyMilliseconds = 10 * 60 * 1000;

/** The position of one trigger. */
export class Position {
	private readonly state: State;

	constructor(
		staticData: IDataObject,
		private readonly startedWith: string,
	) {
		this.state = staticData;
	}

	/** What to poll after; undefined for a trigger that has to begin. */
	get lastUpdatedAfter(): string | undefined {
		const { startedWith, lastUpdatedAfter, emission } = this.state;
		if (startedWith !== this.startedWith) return undefined;
		return this.isDoubtful() ? emission?.lastUpdatedAfter : lastUpdatedAfter;
	}

	/**
	 * After what a line counts as changed. What waits may change again before its turn: so for all that
	 * waits it is what the first of the polls was after.
	 */
	get linesAfter(): string | undefined {
		const { linesAfter, emission } = this.state;
		return (this.isDoubtful() ? emission?.linesAfter : linesAfter) ?? this.lastUpdatedAfter;
	}

	/**
	 * Whether a thing was read before, in the same state. Guess: Tradecloud does not list what was changed at
	 * the very time stamp that is polled after. If it does, it would start the workflow with each poll.
	 */
	knows(thing: IDataObject): boolean {
		const { lastUpdatedAfter = '' } = this;
		const { read = [] } = (this.isDoubtful() ? this.state.emission : this.state) ?? {};
		return timeOf(thing) === Date.parse(lastUpdatedAfter) && read.includes(idOf(thing));
	}

	/** Begins at a time stamp, up to which these things were read. */
	start(lastUpdatedAfter: string, things: IDataObject[]): void {
		const isAtEdge = (thing: IDataObject) => timeOf(thing) === Date.parse(lastUpdatedAfter);
		const read = things.filter(isAtEdge).map(idOf);
		Object.assign(this.state, { startedWith: this.startedWith, lastUpdatedAfter, read });
		delete this.state.linesAfter;
		delete this.state.emission;
	}

	/**
	 * Goes on to a time stamp, up to which these things were read; with `emits`, n8n is about to start the
	 * workflow, with `waits`, there is more.
	 */
	advance(lastUpdatedAfter: string, { things, emits, waits }: Step): void {
		const { lastUpdatedAfter: from, linesAfter } = this;
		const { read = [] } = this.state;
		const isRepetition = this.isDoubtful();
		this.start(lastUpdatedAfter, things);
		if (Date.parse(from ?? '') === Date.parse(lastUpdatedAfter)) {
			this.state.read = [...new Set([...read, ...(this.state.read ?? [])])];
		}
		if (waits) this.state.linesAfter = linesAfter;
		if (emits && !isRepetition && from !== undefined) {
			this.state.emission = { lastUpdatedAfter: from, read, linesAfter, at: Date.now() };
		}
	}

	/** Whether an earlier process may have ended before its last emission was worked on. */
	private isDoubtful(): boolean {
		const { emission } = this.state;
		return (
			emission !== undefined &&
			emission.at < loadedAt &&
			loadedAt - emission.at < shortlyMilliseconds
		);
	}
}
