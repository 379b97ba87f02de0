/** What a promise brings; undefined when it takes longer. n8n may end meanwhile. */
export async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
	const signal = AbortSignal.timeout(milliseconds);
	const end = new Promise<undefined>((resolve) =>
		signal.addEventListener('abort', () => resolve(undefined)),
	);
	return await Promise.race([promise, end]);
}
