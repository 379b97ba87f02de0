/** Pages of what a search or a poll found. */
import { z } from 'zod';

export interface Page<Row> {
	data: Row[];
	/** Of all that was found, whatever the page (manual: api/polling/README.md). */
	total: number;
}

/**
 * At most 100 rows an answer (manual: api/polling/README.md). Guess: who asks for more is refused; one
 * program asks for 1000 (SDK: PollOrders). Who keeps to 100 is served in any case.
 */
const limit = z.number().int().min(0).max(100).default(100);
const offset = z.number().int().min(0).default(0);

/** The fields that choose a page. */
export const page = { offset, limit };

export type PageOf = { offset: number; limit: number };

/** The page of these rows. */
export function pageOf<Row>(rows: readonly Row[], { offset, limit }: PageOf): Page<Row> {
	return { data: rows.slice(offset, offset + limit), total: rows.length };
}

/** The programs of the SDK stop here (SDK: SendOrderIndicatorsSearchBatch, ExportConnections and four more). */
const window = 10_000;

/**
 * A search shows its first 10,000 rows. Guess: beyond, Tradecloud refuses; if it goes on, a client
 * that stops there and says so has lost nothing.
 */
export function withinWindow({ offset, limit }: PageOf, context: z.RefinementCtx): void {
	if (offset + limit <= window) return;
	const message = `offset and limit reach at most to row ${window}`;
	context.addIssue({ code: 'custom', path: ['offset'], message });
}
