/** How the sandbox lets callers in: login, tokens, roles, and where Basic is accepted. */
import jwt from 'jsonwebtoken';
import { startSandbox, type Sandbox } from '../../sandbox';
import { basic, bearer, get, loggedIn, login, post, tokensOf } from '../../sandbox/client';

const aNumber: unknown = expect.any(Number);

let sandbox: Sandbox;
let anOrder: string;

beforeAll(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0, orders: 3 });
	anOrder = `${sandbox.v2}/order/${sandbox.orders.list()[0].orderId}`;
});
afterEach(() => {
	jest.restoreAllMocks();
	sandbox.reset();
});
afterAll(() => sandbox.close());

/** Lets the clock show what it will show so many seconds from now. */
function letSecondsPass(seconds: number): void {
	const now = Date.now();
	jest.spyOn(Date, 'now').mockReturnValue(now + seconds * 1000);
}

const refresh = (refreshToken: string) =>
	get(`${sandbox.v2}/authentication/refresh`, { 'Refresh-Token': refreshToken });

describe('login', () => {
	it('takes a password with a colon and an umlaut and gives both tokens', async () => {
		const before = sandbox.logins();
		const answer = await get(`${sandbox.v2}/authentication/login`, basic(sandbox.users.buyer));
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({
			username: 'integration@buyer.example',
			status: 'authenticated',
		});
		expect(answer.headers['set-authorization']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
		expect(answer.headers['set-refresh-token']).toBeTruthy();
		expect(sandbox.logins()).toBe(before + 1);
	});

	it.each([
		['a wrong password', basic({ username: 'integration@buyer.example', password: 'sandbox' })],
		['an unknown user', basic({ username: 'nobody@buyer.example', password: 'sandbox:pässword' })],
		['no credentials', {}],
		['half a header', { Authorization: 'Basic' }],
	])('answers 401 in JSON to %s and counts no login', async (_case, headers) => {
		const before = sandbox.logins();
		const answer = await get(`${sandbox.v2}/authentication/login`, headers);
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({ error: 'Wrong username or password' });
		expect(sandbox.logins()).toBe(before);
	});

	it('tells in the access token who the user is and to which company it belongs', async () => {
		const { supplier } = sandbox.users;
		const { accessToken } = await login(sandbox, supplier);
		expect(jwt.decode(accessToken, { complete: true })?.header.alg).toBe('HS256');
		expect(jwt.decode(accessToken)).toMatchObject({
			data: {
				username: supplier.username,
				userId: supplier.userId,
				userRoles: ['integration'],
				companyRoles: ['supplier'],
				companyId: supplier.companyId,
				authorizedCompanyIds: [supplier.companyId],
			},
			exp: aNumber,
		});
	});

	it('never gives the same access token twice', async () => {
		const logins = await Promise.all([login(sandbox), login(sandbox), login(sandbox)]);
		expect(new Set(logins.map(({ accessToken }) => accessToken)).size).toBe(3);
	});
});

describe('an access token', () => {
	it('opens an order to buyer and supplier alike', async () => {
		for (const user of [sandbox.users.buyer, sandbox.users.supplier]) {
			expect((await get(anOrder, await loggedIn(sandbox, user))).status).toBe(200);
		}
	});

	it('lives an hour and no longer', async () => {
		const headers = await loggedIn(sandbox);
		letSecondsPass(3599);
		expect((await get(anOrder, headers)).status).toBe(200);
		letSecondsPass(3);
		const answer = await get(anOrder, headers);
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({ error: 'The access token is invalid or expired' });
	});

	it('is worth nothing once all are expired, while new ones are', async () => {
		const { accessToken, refreshToken } = await login(sandbox);
		sandbox.expireTokens();
		expect((await get(anOrder, bearer(accessToken))).status).toBe(401);
		const renewed = tokensOf(await refresh(refreshToken));
		expect((await get(anOrder, bearer(renewed.accessToken))).status).toBe(200);
	});

	it.each([
		['nothing', {}],
		['nonsense', bearer('nonsense')],
		['a token that another signed', bearer(jwt.sign({ data: {} }, 'another secret'))],
	])('cannot be replaced by %s: 401', async (_case, headers) => {
		const answer = await get(anOrder, headers);
		expect(answer.status).toBe(401);
		expect(answer.data.error).toMatch(/access token/);
	});

	it('is refused with 403 where the user lacks the role integration', async () => {
		const answer = await get(anOrder, await loggedIn(sandbox, sandbox.users.noRole));
		expect(answer.status).toBe(403);
		expect(answer.data).toEqual({ error: 'The role integration is required' });
	});
});

describe('a refresh token', () => {
	it('brings new tokens once and is spent then', async () => {
		const first = await login(sandbox);
		const answer = await refresh(first.refreshToken);
		const second = tokensOf(answer);
		expect(answer.status).toBe(200);
		expect(second).not.toEqual(first);
		expect((await get(anOrder, bearer(second.accessToken))).status).toBe(200);
		expect((await refresh(first.refreshToken)).status).toBe(401);
		expect((await refresh(second.refreshToken)).status).toBe(200);
	});

	it('lives a day', async () => {
		const { refreshToken: early } = await login(sandbox);
		const { refreshToken: late } = await login(sandbox);
		letSecondsPass(24 * 3600 - 5);
		expect((await refresh(early)).status).toBe(200);
		letSecondsPass(10);
		expect((await refresh(late)).status).toBe(401);
	});

	it('is spent by a logout', async () => {
		const headers = { 'Refresh-Token': (await login(sandbox)).refreshToken };
		const logout = () => post(`${sandbox.v2}/authentication/logout`, undefined, headers);
		expect((await logout()).status).toBe(200);
		expect((await refresh(headers['Refresh-Token'])).status).toBe(401);
		expect((await logout()).status).toBe(401);
	});

	it('is no login: the count stays', async () => {
		const { refreshToken } = await login(sandbox);
		const before = sandbox.logins();
		await refresh(refreshToken);
		expect(sandbox.logins()).toBe(before);
	});
});

describe('Basic on every request', () => {
	it.each(['/order-search/poll', '/order-search/poll/single-delivery', '/shipment/poll'])(
		'is accepted by %s',
		async (path) => {
			expect((await post(sandbox.v2 + path, {}, basic(sandbox.users.buyer))).status).toBe(200);
			expect((await post(sandbox.v2 + path, {}, basic(sandbox.users.noRole))).status).toBe(403);
			const wrong = { username: 'integration@buyer.example', password: 'wrong' };
			expect((await post(sandbox.v2 + path, {}, basic(wrong))).status).toBe(401);
		},
	);

	it('is not accepted by order, order search and shipment', async () => {
		const headers = basic(sandbox.users.buyer);
		const shipment = sandbox.shipments.list()[0].id;
		const answers = [
			await get(anOrder, headers),
			await post(`${sandbox.v2}/order-search/search`, {}, headers),
			await get(`${sandbox.v2}/shipment/${shipment}`, headers),
		];
		expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
		expect(answers[0].data).toEqual({ error: 'Basic authentication is not accepted here' });
	});

	it('is the only way into API v1', async () => {
		const list = `${sandbox.v1}/purchaseOrder`;
		expect((await get(list, basic(sandbox.users.buyer))).status).toBe(200);
		expect((await get(list, await loggedIn(sandbox))).status).toBe(401);
		expect((await get(list)).data).toEqual({ error: 'Wrong username or password' });
	});
});
