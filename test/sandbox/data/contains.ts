/** Comparing what is stored with what was sent. */
import { isObject } from '../http/routing';

/** Whether all that was sent is stored already; what is stored may hold more fields. */
export function contains(stored: unknown, sent: unknown): boolean {
	if (Array.isArray(sent)) {
		return (
			Array.isArray(stored) &&
			stored.length === sent.length &&
			sent.every((part: unknown, index) => contains(stored[index], part))
		);
	}
	if (!isObject(sent)) return stored === sent;
	return (
		isObject(stored) && Object.entries(sent).every(([name, part]) => contains(stored[name], part))
	);
}
