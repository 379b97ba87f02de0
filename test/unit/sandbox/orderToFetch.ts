/** A sandbox with an order to fetch, and how long it takes. */
import { startSandbox, type Sandbox } from '../../sandbox';
import { loggedIn } from '../../sandbox/client';

/** Starts a sandbox without a limit; with it the Authorization header of a user, and the URL of an order. */
export async function startWithOrder(): Promise<{
	sandbox: Sandbox;
	token: Record<string, string>;
	anOrder: string;
}> {
	const sandbox = await startSandbox({ requestsPerSecond: 0, orders: 3 });
	const token = await loggedIn(sandbox);
	const anOrder = `${sandbox.v2}/order/${sandbox.orders.list()[0].id}`;
	return { sandbox, token, anOrder };
}

/** How many milliseconds something takes. */
export async function duration(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}
