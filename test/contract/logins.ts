/** Which logins there are, and what they are for. */
import { hasTokens, type Client } from './client';

/** What a login may do. */
export type Role = 'buyer' | 'supplier' | 'approver' | 'userWithoutRole' | 'twoFactor';

/** Such a login in words, for who lacks it. */
export const logins: Record<Role, string> = {
	approver: 'a login of a buyer who may answer requests',
	buyer: 'a login of a buyer',
	supplier: 'a login of a supplier',
	twoFactor: 'a login with a second factor',
	userWithoutRole: 'a login without the role integration',
};

/** What a login may do, as its token tells. */
export async function rolesOf(client: Client): Promise<Role[]> {
	const reply = await client.login();
	if (reply.status === 200 && !hasTokens(reply)) return ['twoFactor'];
	const { userRoles, companyRoles } = await client.claims();
	if (!userRoles.includes('integration')) return ['userWithoutRole'];
	const roles = (['buyer', 'supplier'] as const).filter((role) => companyRoles.includes(role));
	return userRoles.includes('buyer') ? [...roles, 'approver'] : roles;
}
