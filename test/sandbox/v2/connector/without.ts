/** A copy of an object that lacks some of its fields. */
export function without<T extends object, K extends keyof T>(
	thing: T,
	...names: readonly K[]
): Omit<T, K> {
	const copy: Partial<T> = { ...thing };
	for (const name of names) delete copy[name];
	// All but the named fields are there still.
	return copy as Omit<T, K>;
}
