/** The order in which the editor lists options: by name. */

/**
 * For `sort`. The names are plain English in Title Case, for which code units do: comparing in a language
 * would cost a fifth of the time in which n8n loads this package.
 */
export function byName(left: { name: string }, right: { name: string }): number {
	if (left.name === right.name) return 0;
	return left.name < right.name ? -1 : 1;
}
