/** What the proxy costs: it asks n8n before each call whether it is ready. */
import axios from 'axios';
import { flows, urlOf } from './flows';

const calls = 200;

/** Milliseconds that the median call takes more by way of the proxy than to n8n itself. */
export async function costOfProxy(n8n: string, proxy: string): Promise<number> {
	const direct: number[] = [];
	const proxied: number[] = [];
	for (let count = 0; count < calls; count++) {
		direct.push(await durationOf(n8n));
		proxied.push(await durationOf(proxy));
	}
	return median(proxied) - median(direct);
}

/** Of a call without credentials, which the trigger answers 401: no workflow blurs the difference. */
async function durationOf(base: string): Promise<number> {
	const start = performance.now();
	const url = urlOf(base, flows[0]);
	const { status } = await axios.post<unknown>(url, {}, { proxy: false, validateStatus: null });
	if (status !== 401) throw new Error(`${url} answered ${status} in place of 401`);
	return performance.now() - start;
}

function median(durations: number[]): number {
	return durations.sort((first, second) => first - second)[Math.floor(durations.length / 2)];
}
