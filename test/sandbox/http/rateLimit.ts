/** Tradecloud's limit on requests: so many in any one second, then 429 (manual: api/rules.md). */
import type { RequestHandler } from 'express';
import { Problem } from './problem';

/** Lets calls through while fewer than `requestsPerSecond` were let through in the last second. */
export class RateLimiter {
	private admitted: number[] = [];

	constructor(private readonly requestsPerSecond: number) {}

	/** Forgets all calls so far. */
	reset(): void {
		this.admitted = [];
	}

	/** Answers 429 to a call that comes too soon. */
	readonly limit: RequestHandler = (_request, _response, next) => {
		if (this.requestsPerSecond <= 0) return next();
		const now = performance.now();
		this.admitted = this.admitted.filter((moment) => now - moment < 1000);
		if (this.admitted.length >= this.requestsPerSecond) throw new Problem(429, 'Too many requests');
		this.admitted.push(now);
		return next();
	};
}
