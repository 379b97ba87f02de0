/** Paths of Tradecloud's API, into which a value can bring nothing but itself. */
import { UserError } from 'n8n-workflow';

/**
 * A path with every value encoded: ``endpoint`/order/${orderId}` ``.
 *
 * @throws UserError for a value that no encoding keeps apart from the path: an empty one, `.` and `..`
 *   (URLs resolve those even when they are encoded), and text that is not valid Unicode
 */
export function endpoint(path: TemplateStringsArray, ...values: string[]): string {
	return String.raw(path, ...values.map(encoded));
}

function encoded(value: string): string {
	if (value === '' || value === '.' || value === '..' || /\p{Surrogate}/u.test(value)) {
		throw new UserError(
			`'${value.replace(/\p{Surrogate}/gu, '?')}' cannot be an id or number in Tradecloud. Enter it as Tradecloud shows it.`,
		);
	}
	return encodeURIComponent(value);
}
