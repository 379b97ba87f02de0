/** What a process of n8n remembers by key, for a while and within bounds. */

/** How long a value is remembered after it was last set, and of how many keys. */
interface Bounds {
	lifeMilliseconds: number;
	cap: number;
}

/** Forgets a value when its life is over, and the one that was set longest ago when there are too many. */
export class Memory<T> {
	/** In the order in which they were set. */
	private readonly entries = new Map<string, { value: T; setAt: number }>();

	constructor(private readonly bounds: Bounds) {}

	get(key: string): T | undefined {
		const entry = this.entries.get(key);
		return entry && this.isAlive(entry) ? entry.value : undefined;
	}

	set(key: string, value: T): void {
		this.entries.delete(key);
		this.entries.set(key, { value, setAt: Date.now() });
		for (const [oldest, entry] of this.entries) {
			if (this.entries.size <= this.bounds.cap && this.isAlive(entry)) break;
			this.entries.delete(oldest);
		}
	}

	delete(key: string): void {
		this.entries.delete(key);
	}

	/** A value that was set in the future, before a clock was set back, is not. */
	private isAlive({ setAt }: { setAt: number }): boolean {
		const age = Date.now() - setAt;
		return age >= 0 && age < this.bounds.lifeMilliseconds;
	}
}
