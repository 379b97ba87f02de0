/** Shows an order on the terminal. */
import type { Order } from '../test/sandbox';

type Line = Order['lines'][number];

/** Column titles and what stands below them; figures are set to the right. */
const columns: { title: string; figure?: true; cell: (line: Line) => string }[] = [
	{ title: 'Line', cell: ({ buyerLine }) => buyerLine.position },
	{ title: 'Item', cell: ({ buyerLine }) => buyerLine.item.number ?? '' },
	{ title: 'Name', cell: ({ buyerLine }) => shortened(buyerLine.item.name ?? '', 36) },
	{ title: 'Quantity', figure: true, cell: quantityOf },
	{ title: 'Price', figure: true, cell: priceOf },
	{ title: 'Delivery', cell: deliveryOf },
	{ title: 'Status', cell: ({ status }) => status.processStatus },
];

function shortened(text: string, length: number): string {
	return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function quantityOf({ deliverySchedule, buyerLine }: Line): string {
	const quantity = deliverySchedule.reduce((sum, delivery) => sum + (delivery.quantity ?? 0), 0);
	return `${Number(quantity.toFixed(3))} ${buyerLine.item.purchaseUnitOfMeasureIso}`;
}

function priceOf({ prices }: Line): string {
	const price = (prices.netPrice ?? prices.grossPrice)?.priceInTransactionCurrency;
	return price === undefined ? '' : `${price.value.toFixed(2)} ${price.currencyIso}`;
}

function deliveryOf({ deliverySchedule }: Line): string {
	const [first, ...later] = deliverySchedule.map(({ date }) => date).sort();
	return later.length === 0 ? (first ?? '') : `${first} + ${later.length} later`;
}

/** The lines of an order as a table, one text line each. */
export function orderTable(order: Order): string[] {
	const rows = [
		columns.map(({ title }) => title),
		// Composed: a letter and its accent as one character, else the columns would not line up.
		...order.lines.map((line) => columns.map(({ cell }) => cell(line).normalize('NFC'))),
	];
	const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index].length)));
	return rows.map((row) =>
		row
			.map((cell, index) =>
				columns[index].figure ? cell.padStart(widths[index]) : cell.padEnd(widths[index]),
			)
			.join('  ')
			.trimEnd(),
	);
}
