/** The things that a poll has brought: each once, in its latest state. */
import type { IDataObject } from 'n8n-workflow';

import { lastUpdatedAt, textAt } from '../model/order';
import { isLater, latestOf, sortable } from '../model/timeStamp';
import { isAskedFor, type Poll, type PolledPage } from './pollPage';

export class Found {
	private readonly byId = new Map<string, IDataObject>();
	private asked = 0;

	/** The latest time stamp of all that was seen, as Tradecloud wrote it. */
	latest?: string;

	constructor(private readonly poll: Poll) {}

	/** How many things were found that are asked for. */
	get size(): number {
		return this.asked;
	}

	/** Adds what a page shows later than it was known; returns whether there is any. */
	add({ data }: Pick<PolledPage, 'data'>): boolean {
		this.latest = latestOf([this.latest, ...data.map(lastUpdatedAt)]);
		const news = data.filter((thing) => {
			const known = this.byId.get(thingId(thing));
			return !known || isLater(lastUpdatedAt(thing) ?? '', lastUpdatedAt(known) ?? '');
		});
		for (const thing of news) {
			if (!this.byId.has(thingId(thing)) && isAskedFor(this.poll, thing)) this.asked += 1;
			this.byId.set(thingId(thing), thing);
		}
		return news.length > 0;
	}

	/** Takes note of the time stamp that came with the last page, to poll after next (manual: api/polling/README.md). */
	end({ position }: Pick<PolledPage, 'position'>): void {
		this.latest = latestOf([this.latest, position]);
	}

	/** What is asked for, in the order of the last changes, the earliest first. */
	inOrderOfChange(): IDataObject[] {
		return [...this.byId.values()]
			.filter((thing) => isAskedFor(this.poll, thing))
			.map((thing) => ({ thing, stamp: sortable(lastUpdatedAt(thing) ?? '') }))
			.sort((left, right) => (left.stamp < right.stamp ? -1 : Number(left.stamp > right.stamp)))
			.map(({ thing }) => thing);
	}
}

/** What tells a thing from others. */
export function thingId(thing: IDataObject): string {
	return textAt(thing, 'orderId') ?? textAt(thing, 'id') ?? JSON.stringify(thing);
}

/** When a thing was last changed, in milliseconds since 1970; not a number when it does not tell. */
export function timeOf(thing: IDataObject | undefined): number {
	return Date.parse(lastUpdatedAt(thing) ?? '');
}

/** Whether things stand in the order of their last changes, as far as milliseconds tell. */
export function isAscending(things: IDataObject[]): boolean {
	const times = things.map(timeOf);
	return times.every((time, index) => time >= (times[index - 1] ?? -Infinity));
}
