/** Deletes a document. Repeating it is safe. */
import type { INodeProperties } from 'n8n-workflow';

import { deleteDocument } from '../../transport/documents';
import { json, type Operation } from '../operation';
import { permissionNotice } from '../permission';
import { documentIdField, documentIdOf } from './documentId';

/** SDK: TestCaching */
const sharingNotice: INodeProperties = {
	displayName:
		'Files with the same content may share one ID. Deleting the document removes it wherever it is used.',
	name: 'sharingNotice',
	type: 'notice',
	default: '',
};

export const deleteOperation: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete document',
	description:
		'Remove a document from Tradecloud for good; equal files may share one document, so other orders may refer to it too',
	kind: 'repeatable',
	apiVersions: ['v2'],
	fields: [permissionNotice, sharingNotice, documentIdField],
	async execute(caller) {
		await deleteDocument(caller, documentIdOf(caller));
		return json({ deleted: true });
	},
};
