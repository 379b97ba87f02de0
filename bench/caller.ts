/** Calls a webhook as Tradecloud does, one call after another over one connection. */
import { Agent } from 'node:http';
import axios, { type AxiosResponse } from 'axios';
import { webhookSecrets } from '../test/sandbox';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The `Authorization` header of the sandbox's webhooks. */
export const authorization = `Basic ${Buffer.from(
	`${webhookSecrets.username}:${webhookSecrets.password}`,
).toString('base64')}`;

/** Posts an event; throws for any answer but a success. */
export async function call(url: string, event: object): Promise<AxiosResponse<unknown>> {
	return await axios.post<unknown>(url, event, {
		headers: { authorization },
		httpAgent: agent,
		proxy: false,
	});
}
