/** A tenant of Microsoft Entra ID, and the access tokens that it issues. */
import { randomUUID } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { detached } from '../data/model';
import type { SigningKey } from './signingKey';

const tokenSeconds = 3600;

export class Tenant {
	/** Its own address. */
	readonly authority: string;
	/** What its tokens name as their issuer: Entra writes the tenant's id there, not its name. */
	readonly issuer: string;
	/** The API that stands for the webhook. */
	readonly audience = `api://${randomUUID()}`;

	constructor(
		origin: string,
		name: string,
		private readonly signingKey: () => SigningKey,
	) {
		this.authority = `${origin}/${name}/v2.0`;
		this.issuer = `${origin}/${randomUUID()}/v2.0`;
	}

	/** The claims of an access token that is issued now, with differences; an undefined one is left out. */
	claims(differences: JwtPayload = {}): JwtPayload {
		const now = Math.floor(Date.now() / 1000);
		return detached({
			aud: this.audience,
			iss: this.issuer,
			iat: now,
			nbf: now,
			exp: now + tokenSeconds,
			ver: '2.0',
			...differences,
		});
	}

	/** An access token, by default one as a client gets it for its credentials. */
	issue(differences?: JwtPayload, { keyId, privateKey } = this.signingKey()): string {
		const claims = this.claims(differences);
		return jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: keyId });
	}

	/** Its OpenID configuration, as far as it matters to who receives tokens. */
	configuration(): { issuer: string; jwks_uri: string } {
		return { issuer: this.issuer, jwks_uri: `${this.authority}/discovery/keys` };
	}
}
