/** Gets the companies connected with a company, with the account numbers by which it knows them. */
import { partnerOf } from '../../model/partner';
import { connections } from '../../transport/companies';
import { identityOf } from '../../transport/identity';
import { companyId } from '../companyId';
import { limitFields } from '../many';
import type { Operation } from '../operation';
import { Parameters } from '../parameters';
import { permissionNotice } from '../permission';
import { upToLimit } from '../tool';

export const getConnections: Operation = {
	value: 'getConnections',
	name: 'Get Connections',
	action: 'Get connections of company',
	description:
		'List the buyers and suppliers connected with your company, each with its ID and your account number for it',
	kind: 'read',
	apiVersions: ['v2'],
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
			async (limit) => await connections(caller, company, limit),
			(found) => found.map((connection) => ({ ...partnerOf(connection, company), ...connection })),
		);
	},
};
