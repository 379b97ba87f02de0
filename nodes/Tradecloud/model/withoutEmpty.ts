/** Leaves out of a body what holds nothing. */
import type { IDataObject } from 'n8n-workflow';

/** A body as far as it is made of plain values, lists of texts, and objects of the same. */
export interface Body {
	[name: string]: Body | string[] | string | number | boolean | undefined;
}

/** The fields that hold something: no empty text, list or object, however deep. */
export function withoutEmpty(body: Body): IDataObject {
	return Object.fromEntries(
		Object.entries(body).flatMap(([name, value]) => {
			const inner = isBody(value) ? withoutEmpty(value) : value;
			return isEmpty(inner) ? [] : [[name, inner]];
		}),
	);
}

function isBody(value: Body[string]): value is Body {
	return typeof value === 'object' && !Array.isArray(value);
}

function isEmpty(value: IDataObject | Body[string]): boolean {
	if (value === undefined || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
