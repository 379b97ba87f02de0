/** Sample data of our own for the messages of the rules. */

/** Any part of a message. */
export type Body = Record<string, unknown>;

/** Days on which goods are asked for, long enough ahead not to be overdue. */
export const firstDate = '2034-03-06';
export const secondDate = '2034-04-17';
export const thirdDate = '2034-05-22';

/** A delivery of a schedule or a history; a part that is undefined is not sent. */
export function delivery(position?: string, date?: string, quantity?: number): Body {
	return { position, date, quantity };
}

/** Prices of this net price in euros; by the hundred unless told otherwise. */
export function prices(value: number, more: Body = {}): Body {
	const price = { priceInTransactionCurrency: { value, currencyIso: 'EUR' } };
	return { netPrice: price, priceUnitOfMeasureIso: 'PCE', priceUnitQuantity: 100, ...more };
}

/** What a line asks for unless it is told otherwise: one delivery, at this price. */
export const asked = {
	deliverySchedule: [delivery('0001', firstDate, 12.5)],
	prices: prices(98.7),
};

/** Something else than a line asks for. */
export const otherDate = { deliverySchedule: [delivery('0001', secondDate, 12.5)] };
export const otherPrice = { prices: prices(104.25) };

/** A line of an order. */
export function line(position: string, more: Body = {}): Body {
	return { position, item: item(), ...structuredClone(asked), ...more };
}

/** An item as an order names it. */
export function item(more: Body = {}): Body {
	return {
		number: 'N8NTEST-BRK-204',
		name: 'Bracket 204',
		purchaseUnitOfMeasureIso: 'PCE',
		...more,
	};
}

/** A line of an order in the form with a single delivery. */
export function singleLine(position: string, more: Body = {}): Body {
	const scheduledDelivery = { date: firstDate, quantity: 12.5 };
	return { position, item: item(), scheduledDelivery, prices: prices(98.7), ...more };
}

/** A line of a response that answers exactly what `line` asks for, unless it is told otherwise. */
export function answer(position: string, more: Body = {}): Body {
	return { purchaseOrderLinePosition: position, ...structuredClone(asked), ...more };
}

/** A line of a response that accepts. */
export function accept(position: string): Body {
	return { purchaseOrderLinePosition: position, indicators: { accepted: true } };
}

/** A line of a response that rejects. */
export function reject(position: string): Body {
	const reason = 'Out of production';
	return { purchaseOrderLinePosition: position, indicators: { rejected: true }, reason };
}

/** Where the goods go. */
export const destination = {
	code: 'N8NTEST-WH7',
	names: ['Warehouse 7'],
	addressLines: ['Kade 7'],
	postalCode: '3011 AA',
	city: 'Rotterdam',
	countryCodeIso2: 'NL',
};

/** A line of a forecast, with a month of demand. */
export function forecastLine(more: Body = {}): Body {
	const period = { startDate: '2034-03-01', endDate: '2034-03-31', quantity: 250 };
	const named = { buyerItemNumber: 'N8NTEST-BRK-204', buyerItemName: 'Bracket 204' };
	return { item: { ...named, purchaseUnitOfMeasureIso: 'PCE' }, schedule: [period], ...more };
}

/** A line of a Slimstock forecast. */
export function slimstockLine(more: Body = {}): Body {
	const named = { buyerItemNumber: 'N8NTEST-BRK-204', buyerItemName: 'Bracket 204' };
	return { ...named, purchaseUnitOfMeasureIso: 'PCE', startDate: '2034-03-01', M0: 250, ...more };
}

/** A copy in which another value lies at a path such as `lines.0.position`; undefined removes it. */
export function changed(body: Body, path: string, value: unknown): Body {
	const copy = structuredClone(body);
	const names = path.split('.');
	const last = names.pop() ?? '';
	const inner = names.reduce<Body>((outer, name) => (outer[name] ??= {}) as Body, copy);
	inner[last] = value;
	return copy;
}
