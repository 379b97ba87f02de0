/** Only the lines that changed, of an order or a shipment; all else of it stays as it is. */
import type { IDataObject } from 'n8n-workflow';

import { lastUpdatedAt, linesOf, textAt } from './order';
import { isLater, sortable } from './timeStamp';

/**
 * An order or a shipment with only the lines that were changed after a time stamp
 * (manual: api/polling/README.md). Where none was, such as after a change of the header, its list of
 * lines is empty. A line that does not tell when it was changed stays.
 */
export function changedLinesSince(thing: IDataObject, lastUpdatedAfter: string): IDataObject {
	return withLines(thing, (changedAt) => isLater(changedAt, lastUpdatedAfter));
}

/** A shipment with only the lines that changed when it did (manual: shipment/buyer/receive/README.md). */
export function changedLinesOf(shipment: IDataObject): IDataObject {
	const latest = lastUpdatedAt(shipment) ?? '';
	return withLines(shipment, (changedAt) => !isLater(latest, changedAt));
}

/**
 * An order with only the lines that an event of it holds, which are those that it touched
 * (manual: connectors/webhooks/webhook-setup.md). It keeps all where one of them cannot be found.
 */
export function linesNamedBy(event: unknown, order: IDataObject): IDataObject {
	const { lines: named } = (event ?? {}) as IDataObject;
	if (!Array.isArray(named)) return order;
	const lines = linesOf(order);
	const found = (named as IDataObject[]).map((line) => lineLike(line, lines));
	if (found.includes(undefined)) return order;
	return { ...order, lines: lines.filter((line) => found.includes(line)) };
}

/** A single delivery that was split off has no position yet, but that of its line (manual: api/delivery-schedule.md). */
function lineLike(named: IDataObject, lines: IDataObject[]): IDataObject | undefined {
	const id = textAt(named, 'id');
	const positions = ['position', 'originalPosition'].map((name) =>
		textAt(named, 'buyerLine', name),
	);
	return (
		lines.find((line) => id !== undefined && textAt(line, 'id') === id) ??
		lines.find((line) => {
			const position = textAt(line, 'buyerLine', 'position');
			return position !== undefined && positions.includes(position);
		})
	);
}

/** In a shipment, load carriers have lines of their own. */
function withLines(thing: IDataObject, isChangedAt: (stamp: string) => boolean): IDataObject {
	const isKept = (line: IDataObject) => {
		const changedAt = lastUpdatedAt(line) ?? '';
		return sortable(changedAt) === '' || isChangedAt(changedAt);
	};
	const { loadCarriers, lines } = thing;
	return {
		...thing,
		...(Array.isArray(loadCarriers) && {
			loadCarriers: (loadCarriers as IDataObject[]).map((carrier) =>
				withLines(carrier, isChangedAt),
			),
		}),
		...(Array.isArray(lines) && { lines: linesOf(thing).filter(isKept) }),
	};
}
