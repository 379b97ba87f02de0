/**
 * How far the trigger has read, in n8n's static data: some of Tradecloud's time stamps as it wrote them,
 * whatever the number of changes.
 *
 * n8n saves the static data and stores the execution at the same time, and runs no execution again
 * that was under way when it was killed. So the trigger keeps where its last emission began as well.
 * A process of n8n that starts shortly after an emission of an earlier one reads on from there, once:
 * changes may come twice then, but none is lost.
 */
import type { IDataObject } from 'n8n-workflow';

/** What the trigger keeps. */
interface State {
	/** The choice of the user with which it began; another one begins anew. */
	startedWith?: string;
	/** What to poll after next. */
	lastUpdatedAfter?: string;
	/** While more waits than one poll emits: what the first of these polls was after. */
	linesAfter?: string;
	/** The last emission: what it was polled after, and when it was (milliseconds since 1970). */
	emission?: { lastUpdatedAfter: string; linesAfter?: string; at: number };
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

	/** Begins at a time stamp. */
	start(lastUpdatedAfter: string): void {
		Object.assign(this.state, { startedWith: this.startedWith, lastUpdatedAfter });
		delete this.state.linesAfter;
		delete this.state.emission;
	}

	/** Goes on to a time stamp; with `emits`, n8n is about to start the workflow, with `waits`, there is more. */
	advance(lastUpdatedAfter: string, { emits, waits }: { emits: boolean; waits: boolean }): void {
		const { lastUpdatedAfter: from, linesAfter } = this;
		const isRepetition = this.isDoubtful();
		this.start(lastUpdatedAfter);
		if (waits) this.state.linesAfter = linesAfter;
		if (emits && !isRepetition && from !== undefined) {
			this.state.emission = { lastUpdatedAfter: from, linesAfter, at: Date.now() };
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
