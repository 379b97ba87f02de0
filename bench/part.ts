/** What a benchmark measures, and what came of it. */
import type { Log } from '../tools/progress';

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
	/** More that was measured meanwhile, a row for each contestant. */
	details?: { heads: string[]; rows: Array<[string, ...number[]]> };
}

/** Whether each contestant had the same value in all rounds, so that there is no range to show. */
export function isFixed({ contestants }: Duel): boolean {
	return contestants.every(({ values }) => new Set(values).size === 1);
}

/** How something grows with the number of orders. */
export interface Growth {
	id: string;
	title: string;
	unit: string;
	/** What differs by less is told apart by chance alone. */
	noise: number;
	lines: GrowthLine[];
	/** For what an order costs at the largest number, divided by what it costs at the smallest. */
	goal: Goal;
}

export interface GrowthLine {
	name: string;
	points: Point[];
}

/** With one value for each round. */
export interface Point {
	orders: number;
	values: number[];
}

export type Measurement = Duel | Growth;

/** One subject of `npm run bench`. */
export interface Part {
	/** What to type behind `npm run bench --`. */
	name: string;
	measure(log: Log): Promise<Measurement[]>;
}
