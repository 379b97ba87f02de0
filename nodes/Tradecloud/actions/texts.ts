/** Texts in parameters, which an expression may give as something else. */
import { UserError } from 'n8n-workflow';

/**
 * A text without blanks around it; empty where there is none.
 *
 * @throws UserError for an object: an empty text in its place would mean all, or nothing
 */
export function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new UserError('An expression returned an object instead of text', {
		description: 'Choose the field in the object that holds the text.',
	});
}

/** Several texts, separated by commas or as a list; no empty ones. */
export function textsOf(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list
		.flatMap((element) => textOf(element).split(','))
		.map((text) => text.trim())
		.filter((text) => text !== '');
}
