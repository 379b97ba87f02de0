/** Downloads several documents as one zip file, as a stream. */
import type { INodeProperties } from 'n8n-workflow';

import { downloadZip } from '../../transport/downloads';
import type { Operation } from '../operation';
import { Parameters } from '../parameters';
import { permissionNotice } from '../permission';
import { unfilled } from '../values';
import { binaryField } from './binaryField';

const documentIdsField: INodeProperties = {
	displayName: 'Document IDs',
	name: 'documentIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.buyerOrder.documents.map((document) => document.objectId) }}',
	description:
		"The 'objectId' of each document, separated by commas or as a list from an expression",
};

const zipNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: 'documents.zip',
	placeholder: 'e.g. PO123456.zip',
	description: 'The name of the zip file',
};

export const downloadMany: Operation = {
	value: 'downloadMany',
	name: 'Download Many',
	action: 'Download many documents',
	description: 'Fetch up to 500 documents as one zip file',
	kind: 'read',
	apiVersions: ['v2'],
	fields: [permissionNotice, documentIdsField, zipNameField, binaryField],
	async execute(caller) {
		const parameters = new Parameters(caller);
		const field = parameters.requiredText(binaryField);
		// A document that is but a link has no ID.
		const documentIds = [...new Set(parameters.texts(documentIdsField))];
		if (documentIds.length === 0) throw unfilled(documentIdsField);
		const name = parameters.optionalText(zipNameField) || 'documents';
		const filename = /\.zip$/i.test(name) ? name : `${name}.zip`;
		const binary = await downloadZip(caller, documentIds, filename);
		const json = { filename, contentType: 'application/zip', documentIds };
		return [{ json, binary: { [field]: binary } }];
	},
};
