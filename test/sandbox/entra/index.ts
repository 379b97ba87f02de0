/** `/entra`: the stand-in for Microsoft Entra ID, which issues the tokens of webhooks with OAuth 2.0. */
import type { Request, Router } from 'express';
import { found, pathPart, strictRouter } from '../http/routing';
import { jwkOf, newKey, type SigningKey } from './signingKey';
import { Tenant } from './tenant';

export { jwkOf, newKey, type SigningKey } from './signingKey';
export type { Tenant } from './tenant';

export class Entra {
	private readonly tenants = new Map<string, Tenant>();
	private signingKey?: SigningKey;

	constructor(private readonly origin: string) {}

	/** The key that signs, the only one that is published; as in Entra, the same for all tenants. */
	get key(): SigningKey {
		return (this.signingKey ??= newKey());
	}

	/** Signs with a new key from now on, and withdraws the old one. */
	rotate(): void {
		this.signingKey = undefined;
	}

	/** The tenant of this name, which comes into being when it is first asked for. */
	tenant(name: string): Tenant {
		const tenant = this.tenants.get(name) ?? new Tenant(this.origin, name, () => this.key);
		this.tenants.set(name, tenant);
		return tenant;
	}

	/** What each tenant publishes. */
	routes(): Router {
		const router = strictRouter();
		const tenantOf = (request: Request): Tenant =>
			found(this.tenants.get(pathPart(request, 'tenant')), 'Tenant');
		router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
			response.json(tenantOf(request).configuration());
		});
		router.get('/:tenant/v2.0/discovery/keys', (request, response) => {
			tenantOf(request);
			response.json({ keys: [jwkOf(this.key)] });
		});
		return router;
	}
}
