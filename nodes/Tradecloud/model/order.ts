/** What the package reads of an order of API v1 or v2; every other field passes through untouched. */
import type { IDataObject } from 'n8n-workflow';

/** An order as Tradecloud sent it. */
export type Order = IDataObject;

/** The value at a path of plain fields, or undefined. */
export function valueAt(value: unknown, ...path: string[]): unknown {
	return path.reduce<unknown>(
		(inner, name) =>
			typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
				? (inner as Record<string, unknown>)[name]
				: undefined,
		value,
	);
}

/** Puts a value at a path of fields. */
export function setAt(target: IDataObject, path: string[], value: IDataObject[string]): void {
	const [name, ...rest] = path;
	if (rest.length === 0) target[name] = value;
	else setAt((target[name] ??= {}) as IDataObject, rest, value);
}

/** The text at a path of plain fields; undefined when there is none, or an empty one. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
	const found = valueAt(value, ...path);
	return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The number at a path of plain fields; undefined when there is none. */
export function numberAt(value: unknown, ...path: string[]): number | undefined {
	const found = valueAt(value, ...path);
	return typeof found === 'number' ? found : undefined;
}

/** The list at a path of plain fields; an empty one when there is none. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
	const found = valueAt(value, ...path);
	return Array.isArray(found) ? found : [];
}

/** When an order or a shipment was last changed, as Tradecloud wrote it. */
export function lastUpdatedAt(thing: unknown): string | undefined {
	return textAt(thing, 'lastUpdatedAt') ?? textAt(thing, 'meta', 'lastUpdatedAt');
}

const numberAfterCompanyId =
	/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-([^]+)$/i;

/** The purchase order number within an order id of API v2, `{company UUID}-{number}`. */
export function purchaseOrderNumberOf(orderId: string): string | undefined {
	return numberAfterCompanyId.exec(orderId)?.[1];
}

/** The lines of an order; an empty list when it has none. */
export function linesOf(order: Order): IDataObject[] {
	return listAt(order, 'lines') as IDataObject[];
}

/** The id of an order: `orderId` in events, `id` in the API (manual: order/buyer/receive/README.md). */
export function idOf(order: Order): string | undefined {
	return textAt(order, 'orderId') ?? textAt(order, 'id');
}

/**
 * An order as Tradecloud sent it, with `orderId` before all else, whether it came in an event or from the
 * API: so a workflow may take it from either.
 */
export function withOrderId(order: Order): Order {
	const orderId = idOf(order);
	return orderId === undefined ? order : { orderId, ...order };
}

/** A shipment as Tradecloud sent it, with `shipmentId` before all else. manual: shipment/buyer/receive/README.md */
export function withShipmentId(shipment: IDataObject): IDataObject {
	const shipmentId = textAt(shipment, 'id');
	return shipmentId === undefined ? shipment : { shipmentId, ...shipment };
}

/** The buyer's number of an order, or of the order to which a line belongs that a search found. */
export function purchaseOrderNumberIn(order: Order): string | undefined {
	return textAt(order, 'buyerOrder', 'purchaseOrderNumber') ?? textAt(order, 'code');
}

/** The supplier, as the buyer named it in the same place: most buyers give the number alone. */
export function supplierIn(order: Order) {
	return {
		supplierAccountNumber:
			textAt(order, 'buyerOrder', 'supplierAccountNumber') ?? textAt(order, 'supplierCode'),
		supplierName: textAt(order, 'buyerOrder', 'supplierParty', 'names', '0'),
	};
}

/** The fields that have a value. */
export function withoutUndefined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** One object for each line: the line's own fields, and beside them the order's id, number and header. */
export function orderLines(order: Order): IDataObject[] {
	const header = { ...order };
	delete header.lines;
	return linesOf(order).map((line) => ({
		orderId: idOf(order),
		purchaseOrderNumber: purchaseOrderNumberIn(order),
		...line,
		order: header,
	}));
}
