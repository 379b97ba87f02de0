/** Waiting for a time-out, beside what it is to bound. */

/** Resolves to undefined after so many milliseconds, and does not keep n8n from ending meanwhile. */
export async function after(milliseconds: number): Promise<undefined> {
	const signal = AbortSignal.timeout(milliseconds);
	await new Promise((resolve) => signal.addEventListener('abort', resolve));
}
