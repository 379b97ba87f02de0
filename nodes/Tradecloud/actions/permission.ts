/** The hint of operations that only a private specification of Tradecloud describes. */
import type { INodeProperties } from 'n8n-workflow';

import { support } from '../model/support';

export const permissionNotice: INodeProperties = {
	displayName: `Not every integration may do this: if Tradecloud refuses it, ask ${support} to allow it for the user of the credential`,
	name: 'authorisationNotice',
	type: 'notice',
	default: '',
};
