/** The hint of operations that only a private specification of Tradecloud describes. */
import type { INodeProperties } from 'n8n-workflow';

import { support } from '../model/support';

export const permissionNotice: INodeProperties = {
	displayName: `Not every user may do this. If Tradecloud refuses, ask ${support} to allow it for the user of this credential.`,
	name: 'authorisationNotice',
	type: 'notice',
	default: '',
};
