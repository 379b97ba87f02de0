/** Paths of Tradecloud's API, into which a value can bring nothing but itself. */
import { UserError } from 'n8n-workflow';

/**
 * A path with every value encoded: ``endpoint`/order/${orderId}` ``.
 *
 * @throws UserError for a value that no encoding keeps apart from the path: an empty one, `.` and `..`
 *   (URLs resolve those even when they are encoded), and text that is not valid Unicode; and for what an
 *   expression made of no text and no number, such as a list
 */
export function endpoint(path: TemplateStringsArray, ...values: unknown[]): string {
	return String.raw(path, ...values.map(encoded));
}

function encoded(value: unknown): string {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || ['', '.', '..'].includes(text) || /\p{Surrogate}/u.test(text)) {
		const shown = typeof text === 'string' ? text : (JSON.stringify(text) ?? 'undefined');
		throw new UserError(
			`'${shown.replace(/\p{Surrogate}/gu, '?')}' cannot be an id or number in Tradecloud. Enter it as Tradecloud shows it.`,
		);
	}
	return encodeURIComponent(text);
}
