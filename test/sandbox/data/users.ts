/** The companies and users that every sandbox knows. */

export interface User {
	username: string;
	password: string;
	userId: string;
	companyId: string;
	roles: string[];
	companyRoles: string[];
}

export const buyerCompanyId = 'f56aa4ce-8ec8-5197-bc26-77716a58add7';
export const supplierCompanyId = '0c1f7a52-5b4e-5d0a-9f43-2e6d1c8b7a90';

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
} satisfies Record<string, User>;

/** What the demo types into the portal for its webhook. */
export const webhookSecrets = { username: 'n8n', password: 'webhook:secret' };
