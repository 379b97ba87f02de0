/** What a benchmark measures, and what came of it. */
import type { Log } from '../progress';

/** One of those that are compared, with one value for each round. */
export interface Contestant {
	name: string;
	values: number[];
}

/** Ours against an alternative, round by round. */
export interface Comparison {
	name: string;
	/** One for each round. */
	ratios: number[];
	goal?: Goal;
}

export interface Goal {
	is: 'at least' | 'at most';
	value: number;
}

/** Several contestants that did the same in turn. */
export interface Duel {
	/** Names its picture. */
	id: string;
	title: string;
	/** What a value counts, such as `ms`. */
	unit: string;
	contestants: Contestant[];
	comparisons: Comparison[];
}

/** How something grows with the number of orders. */
export interface Growth {
	id: string;
	title: string;
	unit: string;
	lines: { name: string; points: Point[] }[];
}

export interface Point {
	orders: number;
	value: number;
}

export type Measurement = Duel | Growth;

/** One subject of `npm run bench`. */
export interface Part {
	/** What to type behind `npm run bench --`. */
	name: string;
	measure(log: Log): Promise<Measurement[]>;
}
