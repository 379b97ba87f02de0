/** The commands with which a person tries out a running sandbox: ready to paste into a shell. */
import type { Sandbox } from './contract';
import { exampleOrder, exampleResponse } from './data/examples';
import { webhookSecrets, type User } from './data/users';
import type { Webhook } from './webhooks/webhook';

/** Addresses, users, and a curl command for each thing worth trying. */
export function helpText(sandbox: Sandbox): string {
	const { url, v1, v2, users, orders } = sandbox;
	const [order] = orders.list();
	return [
		`Tradecloud sandbox   ${url}`,
		`  API v1 (Legacy)    ${v1}`,
		`  API v2 (One)       ${v2}`,
		`  control API        ${url}/sandbox`,
		'',
		userTable(Object.values(users)),
		'',
		...(order ? [`First order: ${order.id}`, `  in API v1: ${orders.legacyId(order.id)}`] : []),
		'',
		...(order ? commands(sandbox, order.id) : []),
	].join('\n');
}

function commands(sandbox: Sandbox, orderId: string): string[] {
	const { url, v1, v2, users, orders } = sandbox;
	const user = credentialsOf(users.buyer);
	const receiver = 'http://127.0.0.1:5678/webhook/tradecloud';
	const authentication = { type: 'basic', ...webhookSecrets } as const;
	const get: Webhook = { url: `${receiver}/{orderId}`, method: 'GET', authentication };
	const post: Webhook = { url: receiver, method: 'POST', authentication };
	const outage = { path: '^/order/', status: 503, times: 2 };
	return [
		'# Fetch an order from API v1',
		`curl -s -u ${user} ${v1}/purchaseOrder/${orders.legacyId(orderId)}`,
		'# Fetch an order from API v2: log in, then use the token',
		`TOKEN=$(curl -s -u ${user} -D - -o /dev/null ${v2}/authentication/login | tr -d '\\r' | awk 'tolower($1) == "set-authorization:" { print $2 }')`,
		`curl -s -H "Authorization: Bearer $TOKEN" ${v2}/order/${encodeURIComponent(orderId)}`,
		'# Let the next two calls for an order answer 503',
		curlPost(`${url}/sandbox/faults`, outage),
		'# Expire all access tokens',
		`curl -s -X POST ${url}/sandbox/expire-tokens`,
		'# Send a GET webhook (put your own URL in its place)',
		curlPost(`${url}/sandbox/webhooks`, { webhook: get, orderId, maxAttempts: 3 }),
		'# Send a POST webhook',
		eventCommand(sandbox, receiver, orderId),
		...conversation(sandbox, post),
	];
}

/** The command that lets Tradecloud tell of a new order by POST. */
export function eventCommand({ url }: Sandbox, receiver: string, orderId: string): string {
	const webhook: Webhook = {
		url: receiver,
		method: 'POST',
		authentication: { type: 'basic', ...webhookSecrets },
	};
	const eventName = 'OrderIssuedByBuyer';
	return curlPost(`${url}/sandbox/webhooks`, { webhook, orderId, eventName, maxAttempts: 3 });
}

/** An order and its answer, and the webhook that tells of both. */
function conversation({ url, v2, users }: Sandbox, webhook: Webhook): string[] {
	const connector = `${v2}/api-connector`;
	return [
		'# Let every change of an order call your webhook',
		curlPost(`${url}/sandbox/subscriptions`, { webhook, kind: 'order' }),
		'# Send an order as the buyer',
		curlPost(`${connector}/order`, exampleOrder, users.buyer),
		'# Answer it as the supplier: one line as asked, the other a week later',
		curlPost(`${connector}/order-response`, exampleResponse, users.supplier),
	];
}

function curlPost(url: string, body: object, user?: User): string {
	const credentials = user ? `-u ${credentialsOf(user)} ` : '';
	const json = shellQuoted(JSON.stringify(body));
	return `curl -s -X POST ${credentials}-H 'Content-Type: application/json' -d ${json} ${url}`;
}

function credentialsOf({ username, password }: User): string {
	return shellQuoted(`${username}:${password}`);
}

/** In single quotes, within which a shell leaves everything as it is. */
function shellQuoted(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}

function userTable(users: readonly User[]): string {
	const rows = [
		['username', 'password', 'role', 'company'],
		...users.map(({ username, password, roles, companyRoles }) => [
			username,
			password,
			roles.join(', '),
			companyRoles.join(', '),
		]),
	];
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ');
	return rows.map((row) => line(row).trimEnd()).join('\n');
}
