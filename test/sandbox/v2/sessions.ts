/** Access and refresh tokens of API v2: issued, checked, spent. */
import { randomBytes, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { User } from '../data/users';

/** A day; an access token lives an hour (manual: security/authentication.md). */
const refreshTokenSeconds = 24 * 60 * 60;

export interface Tokens {
	/** Whose they are. */
	username: string;
	accessToken: string;
	refreshToken: string;
}

/** How long an access token outlives a logout (manual: security/authentication.md). */
const secondsAfterLogout = 10 * 60;

interface Session {
	user: User;
	accessToken: string;
	expires: number;
}

export class Sessions {
	/** Tradecloud's alone: nobody else can check or make a signature. */
	private readonly secret = randomBytes(32);
	private readonly accessTokens = new Map<string, { user: User; expires: number }>();
	private readonly refreshTokens = new Map<string, Session>();
	private loginCount = 0;

	constructor(private readonly accessTokenSeconds: number) {}

	/** The number of logins so far. */
	logins(): number {
		return this.loginCount;
	}

	/** Issues the first tokens of a user whose password was right. */
	login(user: User): Tokens {
		this.loginCount += 1;
		return this.issue(user);
	}

	/** New tokens for a refresh token, which is spent; undefined where it is not valid. */
	refresh(refreshToken: string): Tokens | undefined {
		const session = this.spend(refreshToken);
		return session && this.issue(session.user);
	}

	/** Spends a refresh token, and its access token ends soon; false where it is not valid. */
	logout(refreshToken: string): boolean {
		const session = this.spend(refreshToken);
		const token = session && this.accessTokens.get(session.accessToken);
		if (token) token.expires = Date.now() + secondsAfterLogout * 1000;
		return session !== undefined;
	}

	/** The user of an access token; undefined where it is foreign, expired or revoked. */
	userOf(accessToken: string): User | undefined {
		try {
			jwt.verify(accessToken, this.secret, { algorithms: ['HS256'] });
		} catch {
			return undefined;
		}
		const token = this.accessTokens.get(accessToken);
		return token && token.expires > Date.now() ? token.user : undefined;
	}

	/** Makes one access token invalid. */
	revoke(accessToken: string): void {
		this.accessTokens.delete(accessToken);
	}

	/** Makes all access tokens issued so far invalid. */
	revokeAll(): void {
		this.accessTokens.clear();
	}

	private spend(refreshToken: string): Session | undefined {
		const session = this.refreshTokens.get(refreshToken);
		this.refreshTokens.delete(refreshToken);
		return session && session.expires > Date.now() ? session : undefined;
	}

	private issue(user: User): Tokens {
		const accessToken = this.sign(user);
		const refreshToken = randomBytes(24).toString('base64url');
		const expires = Date.now() + refreshTokenSeconds * 1000;
		// Until the time that is written in it, unless its user logs out.
		this.accessTokens.set(accessToken, { user, expires: Infinity });
		this.refreshTokens.set(refreshToken, { user, accessToken, expires });
		return { username: user.username, accessToken, refreshToken };
	}

	private sign(user: User): string {
		const data = {
			username: user.username,
			userId: user.userId,
			userRoles: user.roles,
			companyRoles: user.companyRoles,
			companyId: user.companyId,
			// The user's own company is not among them (SDK: PollOrders holds a token).
			authorizedCompanyIds: user.authorizedCompanyIds ?? [],
			status: 'authenticated',
			identityProvider: 'tradecloud',
		};
		// Rounded up, as a token must never live shorter than was promised.
		const exp = Math.ceil(Date.now() / 1000 + this.accessTokenSeconds);
		return jwt.sign({ data, exp }, this.secret, { algorithm: 'HS256', jwtid: randomUUID() });
	}
}
