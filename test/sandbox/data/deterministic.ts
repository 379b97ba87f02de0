/** Content that is the same in every run: a small random generator, UUIDs from names, time stamps. */
import { createHash } from 'node:crypto';

/** A generator (mulberry32) whose numbers depend on the seed alone. */
export class Random {
	constructor(private state: number) {}

	/** A number from 0 up to, but not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number from `low` up to and including `high`. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	/** One of `choices`, which must not be empty. */
	pick<T>(choices: readonly T[]): T {
		return choices[this.between(0, choices.length - 1)];
	}
}

/** A UUID (in the form of version 5) that always belongs to the same name. */
export function uuidOf(name: string): string {
	const hash = createHash('sha1').update(name).digest('hex');
	const variant = ((parseInt(hash[16], 16) & 0x3) | 0x8).toString(16);
	const parts = [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`5${hash.slice(13, 16)}`,
		`${variant}${hash.slice(17, 20)}`,
		hash.slice(20, 32),
	];
	return parts.join('-');
}

const DAY = 24 * 60 * 60 * 1000;

/** The moment at which the first generated order was last updated. */
const BASE_STAMP = Date.parse('2026-01-05T08:00:00.000Z');

/** The date (`yyyy-MM-dd`) so many days after the base stamp. */
export function dateAfter(days: number): string {
	return new Date(BASE_STAMP + days * DAY).toISOString().slice(0, 10);
}

/** Hands out the `lastUpdatedAt` stamps of a sandbox: each later than all before it. */
export class StampClock {
	private last = BASE_STAMP;

	/** The next stamp of generated content, a little after the last. */
	next(random: Random): string {
		this.last += random.between(1, 600_000);
		return new Date(this.last).toISOString();
	}

	/** The stamp of a change made now; a millisecond after the last where the clock has not moved. */
	now(): string {
		this.last = Math.max(this.last + 1, Date.now());
		return new Date(this.last).toISOString();
	}
}
