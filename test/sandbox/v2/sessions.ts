/** Access and refresh tokens of API v2: issued, checked, spent. */
import { randomBytes, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { User } from '../data/users';

const refreshTokenSeconds = 24 * 60 * 60;

export interface Tokens {
	accessToken: string;
	refreshToken: string;
}

export class Sessions {
	/** Tradecloud's alone: nobody else can check or make a signature. */
	private readonly secret = randomBytes(32);
	private readonly accessTokens = new Map<string, User>();
	private readonly refreshTokens = new Map<string, { user: User; expires: number }>();
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
		const user = this.spend(refreshToken);
		return user && this.issue(user);
	}

	/** Spends a refresh token and returns its user; undefined where it is not valid. */
	spend(refreshToken: string): User | undefined {
		const session = this.refreshTokens.get(refreshToken);
		this.refreshTokens.delete(refreshToken);
		return session && session.expires > Date.now() ? session.user : undefined;
	}

	/** The user of an access token; undefined where it is foreign, expired or revoked. */
	userOf(accessToken: string): User | undefined {
		try {
			jwt.verify(accessToken, this.secret, { algorithms: ['HS256'] });
		} catch {
			return undefined;
		}
		return this.accessTokens.get(accessToken);
	}

	/** Makes one access token invalid. */
	revoke(accessToken: string): void {
		this.accessTokens.delete(accessToken);
	}

	/** Makes all access tokens issued so far invalid. */
	revokeAll(): void {
		this.accessTokens.clear();
	}

	private issue(user: User): Tokens {
		const accessToken = this.sign(user);
		const refreshToken = randomBytes(24).toString('base64url');
		const expires = Date.now() + refreshTokenSeconds * 1000;
		this.accessTokens.set(accessToken, user);
		this.refreshTokens.set(refreshToken, { user, expires });
		return { accessToken, refreshToken };
	}

	private sign(user: User): string {
		const data = {
			username: user.username,
			userId: user.userId,
			userRoles: user.roles,
			companyRoles: user.companyRoles,
			companyId: user.companyId,
			authorizedCompanyIds: [user.companyId],
		};
		// Rounded up, as a token must never live shorter than was promised.
		const exp = Math.ceil(Date.now() / 1000 + this.accessTokenSeconds);
		return jwt.sign({ data, exp }, this.secret, { algorithm: 'HS256', jwtid: randomUUID() });
	}
}
