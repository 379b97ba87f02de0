/** One page of a poll: what was changed after a time stamp, the earliest change first. */
import type { IDataObject } from 'n8n-workflow';

import { textAt, withoutUndefined } from '../model/order';
import { request, type Caller } from './request';

/** Tradecloud's limit for a page. */
export const pageSize = 100;

/** A time stamp before all changes. */
export const beginning = '1970-01-01T00:00:00.000Z';

/** What can be polled. */
export type Pollable = 'order' | 'singleDeliveryOrder' | 'shipment';

const polls: Record<Pollable, { path: string; subject: string }> = {
	order: { path: '/order-search/poll', subject: 'purchase orders' },
	singleDeliveryOrder: { path: '/order-search/poll/single-delivery', subject: 'purchase orders' },
	shipment: { path: '/shipment/poll', subject: 'shipments' },
};

/** What to read; an empty filter and one that is left out mean all. */
export interface Poll {
	what: Pollable;
	/** Of orders alone. */
	processStatus?: string[];
	/** Of orders alone. */
	logisticsStatus?: string[];
	companyId?: string;
	/** Only what was changed after this time stamp. */
	lastUpdatedAfter?: string;
}

/** A page, as Tradecloud answers it. */
export interface Answer {
	data: IDataObject[];
	/** Of all pages. */
	total?: number;
	position?: string;
}

/** Reads one page. */
export async function readPage(
	caller: Caller,
	poll: Poll,
	lastUpdatedAfter: string,
	offset: number,
	limit: number,
): Promise<Answer> {
	const answer = await request(caller, {
		...polls[poll.what],
		method: 'POST',
		isList: true,
		body: { filters: { ...filtersOf(poll), lastUpdatedAfter }, offset, limit },
	});
	return {
		data: answer.data as IDataObject[],
		total: typeof answer.total === 'number' ? answer.total : undefined,
		position: textAt(answer, 'lastUpdatedAt'),
	};
}

function filtersOf({ what, processStatus, logisticsStatus, companyId }: Poll): IDataObject {
	const company = companyId || undefined;
	if (what === 'shipment') return company ? { buyerShipment: { companyId: company } } : {};
	const status = withoutUndefined({
		processStatus: processStatus?.length ? processStatus : undefined,
		logisticsStatus: logisticsStatus?.length ? logisticsStatus : undefined,
	});
	return withoutUndefined({
		status: Object.keys(status).length > 0 ? status : undefined,
		companyId: company,
	});
}
