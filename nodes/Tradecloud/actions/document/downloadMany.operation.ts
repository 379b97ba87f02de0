/** Downloads several documents as one zip file, as a stream. */
import { UserError } from 'n8n-workflow';

import { downloadZip } from '../../transport/downloads';
import type { Operation } from '../operation';
import { permissionNotice } from '../permission';
import { textOf, textsOf } from '../texts';
import { binaryField } from './binaryField';

export const downloadMany: Operation = {
	value: 'downloadMany',
	name: 'Download Many',
	action: 'Download many documents',
	description: 'Fetch up to 500 documents as one zip file',
	apiVersions: ['v2'],
	fields: [
		permissionNotice,
		{
			displayName: 'Document IDs',
			name: 'documentIds',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.buyerOrder.documents.map((document) => document.objectId) }}',
			description:
				"The 'objectId' of each document, separated by commas or as a list from an expression",
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: 'documents.zip',
			placeholder: 'e.g. PO123456.zip',
			description: 'The name of the zip file',
		},
		binaryField,
	],
	async execute(caller) {
		const { context, itemIndex } = caller;
		const field = context.getNodeParameter('binaryPropertyName', itemIndex);
		const documentIds = [...new Set(textsOf(context.getNodeParameter('documentIds', itemIndex)))];
		if (documentIds.length === 0) {
			throw new UserError("'Document IDs' is empty. Enter the IDs of the documents.");
		}
		const name = textOf(context.getNodeParameter('fileName', itemIndex, '')) || 'documents';
		const filename = /\.zip$/i.test(name) ? name : `${name}.zip`;
		const binary = await downloadZip(caller, documentIds, filename);
		const json = { filename, contentType: 'application/zip', documentIds };
		return [{ json, binary: { [field]: binary } }];
	},
};
