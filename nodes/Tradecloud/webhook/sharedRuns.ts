/** Work that calls of the same kind share, so that many at once cost as much as two. */

/** Runs work under a key, one run after another. */
export class SharedRuns<T> {
	private readonly runs = new Map<string, { ended: Promise<void>; next?: Promise<T> }>();

	/**
	 * What a run brings that began after this was asked for: what it finds is never older than the question.
	 * All who ask while another run is under way share the next one.
	 *
	 * @throws what the work throws
	 */
	async run(key: string, work: () => Promise<T>): Promise<T> {
		const latest = this.runs.get(key);
		if (!latest) return await this.begin(key, work);
		latest.next ??= latest.ended.then(() => this.begin(key, work));
		return await latest.next;
	}

	private async begin(key: string, work: () => Promise<T>): Promise<T> {
		const result = work();
		const run: { ended: Promise<void>; next?: Promise<T> } = { ended: settled(result) };
		this.runs.set(key, run);
		void run.ended.then(() => {
			if (!run.next) this.runs.delete(key);
		});
		return await result;
	}
}

async function settled(promise: Promise<unknown>): Promise<void> {
	await promise.catch(() => {});
}
