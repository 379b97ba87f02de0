/** The users that every sandbox knows. */
import { buyerCompanyId, otherBuyerCompanyId, supplierCompanyId } from './companies';

export { buyerCompanyId, otherBuyerCompanyId, supplierCompanyId } from './companies';

export interface User {
	username: string;
	password: string;
	userId: string;
	companyId: string;
	/** Other companies for which the user may act (SDK: authentication/AddAuthorizedCompany). */
	authorizedCompanyIds?: string[];
	roles: string[];
	companyRoles: string[];
	/** The login asks for a second factor, which no integration can give. */
	hasTwoFactor?: boolean;
}

/** Passwords hold a colon, and the buyer's an umlaut: RFC 7617 splits at the first colon only. */
export const users = {
	buyer: {
		username: 'integration@buyer.example',
		password: 'sandbox:pässword',
		userId: '7d1b8c9e-22d4-5f0b-8a7e-51c3a2f4e601',
		companyId: buyerCompanyId,
		roles: ['integration'],
		companyRoles: ['buyer'],
	},
	/** A person's account: the integration user of the same company may not answer requests. */
	approver: {
		username: 'approver@buyer.example',
		password: 'sandbox:approver',
		userId: '94c0e6b3-5d27-5a8f-b1c4-7e2f9a0d6b04',
		companyId: buyerCompanyId,
		roles: ['integration', 'buyer'],
		companyRoles: ['buyer'],
	},
	supplier: {
		username: 'integration@supplier.example',
		password: 'sandbox:password',
		userId: '3e9f6a10-7c1d-5b62-9d38-8f0e4b6a7c02',
		companyId: supplierCompanyId,
		roles: ['integration'],
		companyRoles: ['supplier'],
	},
	noRole: {
		username: 'viewer@buyer.example',
		password: 'sandbox:viewer',
		userId: 'b2a5d7f4-0e83-5c19-a6b1-6c9d2e1f8a03',
		companyId: buyerCompanyId,
		roles: ['user'],
		companyRoles: ['buyer'],
	},
	otherBuyer: {
		username: 'integration@other-buyer.example',
		password: 'sandbox:other',
		userId: 'e8d34a1c-6b90-5f72-84c5-0a9b7e3d2f05',
		companyId: otherBuyerCompanyId,
		roles: ['integration'],
		companyRoles: ['buyer'],
	},
	/** Acts for both buyers, and so has to say for which (manual: order/buyer/issue/README.md). */
	group: {
		username: 'integration@group.example',
		password: 'sandbox:group',
		userId: '1f7c52e9-c3a8-5d06-9b24-68e0d5f1a706',
		companyId: buyerCompanyId,
		authorizedCompanyIds: [otherBuyerCompanyId],
		roles: ['integration'],
		companyRoles: ['buyer'],
	},
	twoFactor: {
		username: 'two-factor@buyer.example',
		password: 'sandbox:two-factor',
		userId: 'a6e91d07-4f3b-5c85-b2d0-c7138e5f9a07',
		companyId: buyerCompanyId,
		roles: ['integration'],
		companyRoles: ['buyer'],
		hasTwoFactor: true,
	},
} satisfies Record<string, User>;

/** The companies for which a user may act; its own comes first. */
export function companiesOf({ companyId, authorizedCompanyIds = [] }: User): string[] {
	return [companyId, ...authorizedCompanyIds];
}

/** What the demo types into the portal for its webhook. */
export const webhookSecrets = { username: 'n8n', password: 'webhook:secret' };
