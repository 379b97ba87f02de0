/** Rules: logging in, tokens, HTTP Basic, rights. */
import { claimsOf, tokensOf, type Client } from '../client';
import { line } from '../bodies';
import { answered, has, holds, is, shown } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import { Differs, type Rule } from '../rule';

const page = 'security/authentication.md';
const evidence = 'documented';
const usedBy = [parts.login];
const anOrderThatIsNot = '/order/00000000-0000-4000-8000-000000000000-NONE';
const poll = { filters: {}, offset: 0, limit: 1 };

async function refresh(client: Client, refreshToken: string) {
	return await client.bare('GET', '/authentication/refresh', undefined, {
		'Refresh-Token': refreshToken,
	});
}

export const authentication: readonly Rule[] = [
	{
		page,
		sentence: 'A login with HTTP Basic is answered 200, with both tokens in the headers',
		evidence,
		usedBy,
		needs: ['anybody'],
		async check({ somebody }) {
			const reply = await somebody.login();
			answered('the login', reply, 200);
			tokensOf(reply);
		},
	},
	{
		page: 'SDK: authentication/Authentication',
		sentence: 'The body of a login’s answer has the user name and the status "authenticated"',
		evidence: 'sample',
		usedBy: [],
		needs: ['anybody'],
		async check({ somebody }) {
			const { data } = await somebody.login();
			has('the body', data, 'username');
			holds('the body', data, { status: 'authenticated' });
		},
	},
	{
		page,
		sentence: 'A login with a wrong password is answered 401',
		evidence,
		usedBy: [parts.login, parts.explain],
		needs: ['anybody'],
		async check({ somebody }) {
			const headers = somebody.basicWithPassword('not the password');
			const reply = await somebody.bare('GET', '/authentication/login', undefined, headers);
			answered('the login', reply, 401);
		},
	},
	{
		page: 'SDK: order-search/PollOrders',
		sentence: 'The access token is a JWT that names the user’s own company and roles',
		evidence: 'sample',
		usedBy: [parts.identity],
		needs: ['anybody'],
		async check({ somebody }) {
			const { companyId, companyRoles } = claimsOf((await somebody.logIn()).accessToken);
			const isId = /^[0-9a-f-]{36}$/.test(companyId);
			is('data.companyId of the token', companyId, 'a UUID', isId);
			const isRole = companyRoles.some((role) => role === 'buyer' || role === 'supplier');
			is('data.companyRoles of the token', companyRoles, 'buyer or supplier', isRole);
		},
	},
	{
		page,
		sentence: 'An access token lives for an hour',
		evidence,
		usedBy,
		needs: ['anybody'],
		async check({ somebody }) {
			const { expiresAt } = claimsOf((await somebody.logIn()).accessToken);
			const minutes = Math.round((expiresAt - Date.now() / 1000) / 60);
			is('the life of the token', `${minutes} minutes`, '60 minutes', minutes === 60);
		},
	},
	{
		page: 'api/tools/postman.md',
		sentence:
			'Whatever the life of a token (this page says ten minutes), a call answered 401 is made again with a new one',
		evidence,
		usedBy: [parts.login, parts.send],
		provedBy: 'test/integration/get.test.ts',
	},
	{
		page,
		sentence: 'A call with the access token as Bearer is let in',
		evidence,
		usedBy: [parts.credentialHooks],
		needs: ['anybody'],
		async check({ somebody }) {
			answered('a poll', await somebody.post('/order-search/poll', poll), 200);
		},
	},
	{
		page,
		sentence: 'A token that Tradecloud has not issued, and no login at all, are answered 401',
		evidence,
		usedBy: [parts.explain],
		needs: ['anybody'],
		async check({ somebody }) {
			const forged = { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' };
			const path = '/order-search/poll';
			answered('a forged token', await somebody.bare('POST', path, poll, forged), 401);
			answered('no login', await somebody.bare('POST', path, poll), 401);
		},
	},
	{
		page,
		sentence: 'Polls of orders take HTTP Basic on each call',
		evidence,
		usedBy: [],
		needs: ['anybody'],
		async check({ somebody }) {
			answered('a poll', await somebody.withBasic('POST', '/order-search/poll', poll), 200);
		},
	},
	{
		page,
		sentence: 'Polls of shipments take HTTP Basic on each call',
		evidence,
		usedBy: [],
		needs: ['anybody'],
		async check({ somebody }) {
			answered('a poll', await somebody.withBasic('POST', '/shipment/poll', poll), 200);
		},
	},
	{
		page,
		sentence: 'Messages take HTTP Basic on each call',
		evidence,
		usedBy: [],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			const body = order.body([line('00010')]);
			const reply = await world.buyer.withBasic('POST', '/api-connector/order', body);
			answered('the order', reply, 200, 202);
			await order.exists();
		},
	},
	{
		page,
		sentence: 'Other services, such as GET /order/{id}, do not take HTTP Basic',
		evidence,
		usedBy,
		needs: ['anybody'],
		async check({ somebody }) {
			const { status, data } = await somebody.withBasic('GET', anOrderThatIsNot);
			if (![401, 403].includes(status)) {
				throw new Differs(`expected 401 or 403, got ${status} ${shown(data)}`);
			}
		},
	},
	{
		page,
		sentence: 'A refresh with only the header Refresh-Token is answered 200, with two new tokens',
		evidence,
		usedBy: [],
		needs: ['anybody'],
		async check({ somebody }) {
			const { refreshToken } = await somebody.logIn();
			const reply = await refresh(somebody, refreshToken);
			answered('the refresh', reply, 200);
			const isNew = tokensOf(reply).refreshToken !== refreshToken;
			is('the refresh token', isNew, 'another', isNew);
		},
	},
	{
		page,
		sentence: 'A refresh token cannot be used once it was replaced',
		evidence,
		usedBy: [],
		needs: ['anybody'],
		async check({ somebody }) {
			const { refreshToken } = await somebody.logIn();
			await refresh(somebody, refreshToken);
			answered('the second refresh', await refresh(somebody, refreshToken), 401);
		},
	},
	{
		page,
		sentence: 'Logging out spends the refresh token at once',
		evidence,
		usedBy: [],
		needs: ['anybody'],
		async check({ somebody }) {
			const { refreshToken } = await somebody.logIn();
			const headers = { 'Refresh-Token': refreshToken };
			await somebody.bare('POST', '/authentication/logout', undefined, headers);
			answered('the refresh', await refresh(somebody, refreshToken), 401);
		},
	},
];
