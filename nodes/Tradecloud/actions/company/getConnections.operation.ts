/** Gets the companies connected with a company, with the account numbers by which it knows them. */
import { partnerOf } from '../../model/partner';
import { connections } from '../../transport/companies';
import { identityOf } from '../../transport/session';
import { companyId } from '../companyId';
import { limitFields, limitOf } from '../many';
import { json, type Operation } from '../operation';
import { permissionNotice } from '../permission';

export const getConnections: Operation = {
	value: 'getConnections',
	name: 'Get Connections',
	action: 'Get connections of company',
	description:
		'List the buyers and suppliers connected with your company, each with its ID and your account number for it',
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
		const { context, itemIndex } = caller;
		const chosen = context.getNodeParameter('companyId', itemIndex, '', {
			extractValue: true,
		}) as string;
		const company = chosen || ((await identityOf(caller)).companyId ?? '');
		const found = await connections(caller, company, limitOf(caller));
		return json(
			...found.map((connection) => ({ ...partnerOf(connection, company), ...connection })),
		);
	},
};
