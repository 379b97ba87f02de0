/** One page of a poll: some of what was changed after a time stamp. */
import type { IDataObject } from 'n8n-workflow';

import { textAt, withOrderId, withoutUndefined, withShipmentId } from '../model/order';
import type { Caller } from './caller';
import { pageIn, type Page, type PageOf } from './pages';
import { request } from './request';

/** What can be polled. */
export type Pollable = 'order' | 'singleDeliveryOrder' | 'shipment';

/** Where it is polled, and what users call it. */
export const polls: Record<Pollable, { path: string; subject: string }> = {
	order: { path: '/order-search/poll', subject: 'purchase orders' },
	singleDeliveryOrder: { path: '/order-search/poll/single-delivery', subject: 'purchase orders' },
	shipment: { path: '/shipment/poll', subject: 'shipments' },
};

/** What to read; an empty filter and one that is left out mean all. */
export interface Poll {
	what: Pollable;
	/** Of orders only. */
	processStatus?: string[];
	companyId?: string;
	/** Only what was changed after this time stamp. */
	lastUpdatedAfter?: string;
	/** What to leave out of it. */
	isKnown?: (thing: IDataObject) => boolean;
}

/** A page, as Tradecloud answers it; each order holds its `orderId`, each shipment its `shipmentId`. */
export interface PolledPage extends Page {
	/** What to poll after next, if this page is the last one. */
	position?: string;
}

/** Reads one page of what was changed after a time stamp. */
export async function readPage(
	caller: Caller,
	poll: Poll,
	{ lastUpdatedAfter, ...page }: PageOf & { lastUpdatedAfter: string },
): Promise<PolledPage> {
	const answer = await request(caller, {
		...polls[poll.what],
		method: 'POST',
		isList: true,
		body: { filters: { ...filtersOf(poll), lastUpdatedAfter }, ...page },
	});
	const { data, total } = pageIn(answer);
	return {
		data: data.map(poll.what === 'shipment' ? withShipmentId : withOrderId),
		total,
		// Where nothing has changed, the old position stays (manual: api/polling/README.md).
		position: data.length > 0 ? textAt(answer, 'lastUpdatedAt') : undefined,
	};
}

function filtersOf({ what, processStatus, companyId }: Poll): IDataObject {
	if (what === 'shipment') return {};
	return withoutUndefined({
		status: processStatus?.length ? { processStatus } : undefined,
		companyId: companyId || undefined,
	});
}

/**
 * Whether what is asked for is chosen here out of all that comes. The poll of shipments knows the company
 * of the buyer only (SDK: PollShipments), with which a supplier would find nothing: so Tradecloud is asked
 * for all shipments that the user may see.
 */
export function isChosenHere({ what, companyId }: Poll): boolean {
	return what === 'shipment' && Boolean(companyId);
}

/** Whether something that came is asked for. */
export function isAskedFor(poll: Poll, thing: IDataObject): boolean {
	if (poll.isKnown?.(thing)) return false;
	if (!isChosenHere(poll)) return true;
	return ['buyerShipment', 'supplierShipment'].some(
		(side) => textAt(thing, side, 'companyId') === poll.companyId,
	);
}
