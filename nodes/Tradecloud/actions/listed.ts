/** A list in a sentence, or below one. */

/** The first ones, and how many there are beside them. */
export function listed(all: string[], most: number, separator = ', '): string {
	if (all.length <= most) return all.join(separator);
	return `${all.slice(0, most).join(separator)}${separator}and ${all.length - most} more`;
}

/** The same, each on a line of its own. */
export function listedBelow(all: string[], most: number): string {
	return `\n• ${listed(all, most, '\n• ')}`;
}
