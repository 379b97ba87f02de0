/** The resource for companies. */
import { partnerOf } from '../model/partner';
import { connections } from '../transport/companies';
import { identityOf } from '../transport/identity';
import { companyId } from './companyId';
import { limitFields, upToLimit } from './many';
import type { Operation, Resource } from './operation';
import { Parameters } from './parameters';
import { permissionNotice } from './permission';

/** With the account numbers by which a company knows those connected with it. */
const getConnections: Operation = {
	value: 'getConnections',
	action: 'Get connections of company',
	description:
		'List the buyers and suppliers connected with your company, each with its ID and your account number for it',
	kind: 'read',
	fields: [
		permissionNotice,
		{
			...companyId,
			description: 'The company whose partners to list. Leave it empty for your own.',
		},
		...limitFields,
	],
	async execute(caller) {
		const chosen = new Parameters(caller).text(companyId);
		const company = chosen || ((await identityOf(caller)).companyId ?? '');
		return await upToLimit(
			caller,
			(limit) => connections(caller, company, limit),
			(found) => found.map((connection) => ({ ...partnerOf(connection, company), ...connection })),
		);
	},
};

export const company: Resource = {
	value: 'company',
	description: 'Your company and those connected with it',
	operations: [getConnections],
};
