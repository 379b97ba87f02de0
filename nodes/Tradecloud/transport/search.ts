/** Search by text, which API v2 alone has. */
import type { IDataObject } from 'n8n-workflow';

import { request, type Caller } from './request';

const searches = {
	order: { path: '/order-search/search', lastChange: 'lastUpdatedAt' },
	shipment: { path: '/shipment/search', lastChange: 'meta.lastUpdatedAt' },
};

export type Searchable = keyof typeof searches;

/** A page of a search. */
export interface SearchPage {
	data: IDataObject[];
	/** Of all pages. */
	total: number;
}

/** What matches a text, the last changed first. */
export async function search(
	caller: Caller,
	what: Searchable,
	query: string,
	{ offset, limit }: { offset: number; limit: number },
): Promise<SearchPage> {
	const { path, lastChange } = searches[what];
	const answer = await request(caller, {
		method: 'POST',
		isList: true,
		path,
		body: { query, sort: [{ field: lastChange, order: 'desc' }], offset, limit },
		subject: `${what}s with '${query}'`,
	});
	return {
		data: answer.data as IDataObject[],
		total: Number(answer.total ?? 0),
	};
}
