/** The fields of an order that a workflow can select, each by a path such as `status.processStatus`. */
import { isSafeObjectProperty, type IDataObject } from 'n8n-workflow';

import orderSchema from '../__schema__/v1.0.0/order/get.json';
import { setAt, valueAt, type Order } from './order';

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	additionalProperties?: Schema;
	items?: Schema;
}

/** Of API v2: each object, and each field within it. A list is one field, whatever is in its elements. */
export const orderFields: string[] = pathsIn(orderSchema);

/** Of API v1, as far as they are known. */
export const legacyOrderFields = [
	'orderId',
	'id',
	'code',
	'versionHash',
	'status',
	'supplierCode',
	'deliveryAddress',
	'lines',
	'deliveryTerms',
	'paymentTerms',
	'incoterms',
	'properties',
];

function pathsIn({ properties = {} }: Schema, before: string[] = []): string[] {
	return Object.entries(properties).flatMap(([name, schema]) => {
		const path = [...before, name];
		return [path.join('.'), ...pathsIn(schema, path)];
	});
}

/** Only the named fields of an order, each at its own place. */
export function selectedFields(order: Order, paths: string[]): IDataObject {
	const selection: IDataObject = {};
	for (const path of paths) {
		const names = path.split('.');
		const value = valueAt(order, ...names) as IDataObject | undefined;
		if (value !== undefined && names.every(isSafeObjectProperty)) setAt(selection, names, value);
	}
	return selection;
}

/**
 * The paths that neither these orders have nor any other should have. Tradecloud may add fields
 * (manual: api/compatibility.md), so one that an order has is known.
 */
export function unknownFields(orders: Order[], paths: string[]): string[] {
	return paths.filter((path) => {
		const names = path.split('.');
		const isHeld = orders.some((order) => valueAt(order, ...names) !== undefined);
		return !isHeld && !legacyOrderFields.includes(path) && !isDescribed(orderSchema, names);
	});
}

function isDescribed(schema: Schema | undefined, [name, ...others]: string[]): boolean {
	if (schema === undefined || name === undefined) return schema !== undefined;
	const { properties = {}, additionalProperties, items } = schema;
	const inner = /^\d+$/.test(name) ? items : undefined;
	const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
	return isDescribed(own ?? inner ?? additionalProperties, others);
}

/** A field whose name ends as this one's does, such as `status.processStatus` for `processStatus`. */
export function similarField(path: string): string | undefined {
	const last = (own: string) => own.split('.').at(-1)!.toLowerCase();
	return orderFields.find((own) => last(own) === last(path));
}
