/** Work that calls of the same kind share, so that many at once cost as much as two. */

/** Runs work under a key, one run after another. */
export class SharedRuns<T> {
	/** Those that have not begun. */
	private readonly next = new Map<string, Promise<T>>();
	/** The ends of those that have. */
	private readonly ends = new Map<string, Promise<void>>();

	/**
	 * What a run brings that began after this was asked for: what it finds is never older than the question.
	 * All who ask at once, or while another run is under way, share one.
	 *
	 * @throws what the work throws
	 */
	async run(key: string, work: () => Promise<T>): Promise<T> {
		const run = this.next.get(key) ?? this.runNext(key, work);
		this.next.set(key, run);
		return await run;
	}

	private async runNext(key: string, work: () => Promise<T>): Promise<T> {
		await this.ends.get(key);
		this.next.delete(key);
		const result = work();
		const end = result.then(
			() => {},
			() => {},
		);
		this.ends.set(key, end);
		void end.then(() => {
			if (this.ends.get(key) === end) this.ends.delete(key);
		});
		return await result;
	}
}
