/** An order as a poll shows it. */
import { at, textAt } from './look';
import type { TestOrder } from './order';
import { page } from './world';

/** Waits until a poll has the latest state of an order, and returns it. */
export async function polled(
	order: TestOrder,
	form: 'poll' | 'poll/single-delivery' = 'poll',
	client = order.world.buyer,
	filters: object = {},
): Promise<unknown> {
	const latest = textAt(await order.read(), 'lastUpdatedAt');
	const lastUpdatedAfter = new Date(Date.parse(latest) - 1).toISOString();
	const body = { filters: { ...filters, lastUpdatedAfter }, offset: 0, limit: 100 };
	const read = async () =>
		(await page(client, `/order-search/${form}`, body)).find(
			(found) => at(found, 'id') === order.id,
		);
	return await order.world.until('the order in a poll', read, (found) => found !== undefined);
}
