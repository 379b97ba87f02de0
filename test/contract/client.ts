/** A client of Tradecloud as plain as can be: one login, then its token; never faster than allowed. */
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import { at, listAt, shown } from './look';
import { Differs } from './rule';

/** Whatever the answer holds. */
export type Answer = AxiosResponse<unknown>;

type Headers = Record<string, string>;

export interface Credentials {
	username: string;
	password: string;
}

/** Lets calls pass one after another, so many a second; all clients of a run share one. */
export class Pace {
	private next = 0;

	/** @param perSecond 0 for no limit */
	constructor(private readonly perSecond: number) {}

	/** Resolves when the next call may be made. */
	async turn(): Promise<void> {
		if (this.perSecond === 0) return;
		const now = Date.now();
		const mine = Math.max(now, this.next);
		this.next = mine + 1000 / this.perSecond;
		await sleep(mine - now);
	}
}

/** What the access token says of its user (SDK: order-search/PollOrders). */
export interface Claims {
	companyId: string;
	userRoles: unknown[];
	companyRoles: unknown[];
	expiresAt: number;
}

export interface Tokens {
	accessToken: string;
	refreshToken: string;
}

export class Client {
	private readonly http: AxiosInstance;
	private tokens?: Promise<Tokens>;

	constructor(
		readonly baseUrl: string,
		private readonly credentials: Credentials,
		private readonly pace: Pace,
	) {
		const isLocal = ['127.0.0.1', 'localhost'].includes(new URL(baseUrl).hostname);
		this.http = axios.create({
			baseURL: baseUrl,
			timeout: 30_000,
			validateStatus: () => true,
			...(isLocal && { proxy: false }),
		});
	}

	/** A call without a login of its own; tries again where Tradecloud says that it is too fast. */
	async bare(method: string, url: string, data?: unknown, headers: Headers = {}): Promise<Answer> {
		for (let tries = 1; ; tries++) {
			await this.pace.turn();
			const answer = await this.http.request<unknown>({ method, url, data, headers });
			if (answer.status !== 429 || tries === 4) return answer;
			await sleep(1000 * 2 ** tries);
		}
	}

	/** A call with the token of this client. */
	async call(method: string, url: string, data?: unknown, headers: Headers = {}): Promise<Answer> {
		const { accessToken } = await (this.tokens ??= this.logIn());
		const authorization = { Authorization: `Bearer ${accessToken}` };
		return await this.bare(method, url, data, { ...authorization, ...headers });
	}

	get(url: string): Promise<Answer> {
		return this.call('GET', url);
	}

	post(url: string, data?: unknown, headers?: Headers): Promise<Answer> {
		return this.call('POST', url, data, headers);
	}

	/** The Authorization header for HTTP Basic, in UTF-8. */
	basic({ username, password }: Credentials = this.credentials): Headers {
		const pair = Buffer.from(`${username}:${password}`).toString('base64');
		return { Authorization: `Basic ${pair}` };
	}

	/** A call with HTTP Basic. */
	withBasic(method: string, url: string, data?: unknown, headers?: Headers): Promise<Answer> {
		return this.bare(method, url, data, { ...this.basic(), ...headers });
	}

	/** The same user with another password. */
	basicWithPassword(password: string): Headers {
		return this.basic({ ...this.credentials, password });
	}

	/** The answer to a new login. */
	login(): Promise<Answer> {
		return this.withBasic('GET', '/authentication/login');
	}

	/** A session beside the one that this client uses. */
	async logIn(): Promise<Tokens> {
		return tokensOf(await this.login());
	}

	/** What the token of this client says of its user. */
	async claims(): Promise<Claims> {
		const { accessToken } = await (this.tokens ??= this.logIn());
		return claimsOf(accessToken);
	}
}

/** Whether a login's answer brings tokens. */
export function hasTokens({ headers }: Answer): boolean {
	return headers['set-authorization'] !== undefined;
}

/** The two tokens in the headers of an answer; throws where they are missing. */
export function tokensOf({ status, headers, data }: Answer): Tokens {
	const accessToken: unknown = headers['set-authorization'];
	const refreshToken: unknown = headers['set-refresh-token'];
	if (typeof accessToken !== 'string' || typeof refreshToken !== 'string') {
		throw new Differs(`expected two tokens in the answer's headers, got ${status} ${shown(data)}`);
	}
	return { accessToken, refreshToken };
}

/** The claims of a JWT, whose signature is for Tradecloud to check. */
export function claimsOf(token: string): Claims {
	const claims = JSON.parse(
		Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}',
	) as unknown;
	return {
		companyId: String(at(claims, 'data.companyId')),
		userRoles: listAt(claims, 'data.userRoles'),
		companyRoles: listAt(claims, 'data.companyRoles'),
		expiresAt: Number(at(claims, 'exp')),
	};
}
