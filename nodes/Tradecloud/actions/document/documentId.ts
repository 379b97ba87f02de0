/** The parameter `documentId`. */
import type { INodeProperties } from 'n8n-workflow';

import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';

export const documentIdField: INodeProperties = {
	displayName: 'Document ID',
	name: 'documentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 5f0e3c1a-6d2b-4f7e-9a10-3c5d7e9f1b24',
	description:
		"The 'objectId' of a document in an order or shipment, or the ID that 'Upload' returns",
};

/** @throws UserError when it is empty */
export function documentIdOf(caller: JobCaller): string {
	return new Parameters(caller).requiredText(documentIdField);
}
