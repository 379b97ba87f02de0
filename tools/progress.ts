/** Lines of progress for the person who waits at the terminal. */

/** Receives one line of progress. */
export type Log = (line: string) => void;

/** The seconds since `start` (milliseconds), such as `8 s` or `1 min 52 s`. */
export function elapsed(start: number): string {
	const seconds = Math.round((Date.now() - start) / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A log that writes to standard output, each line led by the seconds since `start`. */
export function timedLog(start = Date.now()): Log {
	return (line) => {
		const seconds = String(Math.round((Date.now() - start) / 1000));
		process.stdout.write(`${seconds.padStart(4)} s  ${line}\n`);
	};
}

/** Does a long piece of work: says what begins, and how long it took once done. */
export async function step<T>(log: Log, what: string, work: () => Promise<T>): Promise<T> {
	const start = Date.now();
	log(`${what} …`);
	const result = await work();
	log(`  done in ${elapsed(start)}`);
	return result;
}

/** Waits `milliseconds`. */
export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
