/** A list in a sentence. */

/** The first ones, and how many there are beside them. */
export function listed(all: string[], most: number, separator = ', '): string {
	if (all.length <= most) return all.join(separator);
	return `${all.slice(0, most).join(separator)}${separator}and ${all.length - most} more`;
}
