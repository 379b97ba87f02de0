/** The order that an event is about, fetched while Tradecloud waits for the answer of the webhook. */
import {
	deepCopy,
	OperationalError,
	type IWebhookFunctions,
	type NodeApiError,
} from 'n8n-workflow';

import { userKey, type TradecloudCredential } from '../model/credential';
import { Memory } from '../model/memory';
import type { Order } from '../model/order';
import { shortPatience } from '../transport/caller';
import { orderById } from '../transport/orders';
import { inTime } from './inTime';
import { credentialKey } from './recentCredential';
import { SharedRuns } from './sharedRuns';

/** For login, request and its repetition together. */
const deadlineMilliseconds = 4_000;

const fetches = new SharedRuns<Order>();

/** By a digest of the login: so many calls of the webhook do not become as many attempts to log in. */
const refusedLogins = new Memory<NodeApiError>({ lifeMilliseconds: 60_000, cap: 100 });

/**
 * The whole order, as it is now. Calls about the same order that come at the same time share what is fetched.
 *
 * @throws NodeApiError when Tradecloud does not return it, OperationalError when it does not in time
 */
export async function fetchedOrder(
	context: IWebhookFunctions,
	credential: TradecloudCredential,
	orderId: string,
): Promise<Order> {
	const fetch = fetches.run(`${credentialKey(context)} ${orderId}`, async () => {
		const login = userKey(credential);
		const refused = refusedLogins.get(login);
		if (refused) throw refused;
		const patience = { ...shortPatience, deadlineMilliseconds };
		return await orderById({ context, credential, patience }, orderId).catch((error) => {
			if ((error as NodeApiError).httpCode === '401')
				refusedLogins.set(login, error as NodeApiError);
			throw error;
		});
	});
	// It may wait for another call to fetch the same.
	const order = await inTime(fetch, deadlineMilliseconds);
	// What is shared must not be changed by one of the workflows for the others.
	if (order) return deepCopy(order);
	const seconds = deadlineMilliseconds / 1000;
	throw new OperationalError(`Tradecloud did not return the order within ${seconds} seconds`);
}
