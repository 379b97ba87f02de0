/** Deletes a document. Repeating it is safe. */
import { deleteDocument } from '../../transport/documents';
import { json, type Operation } from '../operation';
import { documentIdField, documentIdOf } from './documentId';

export const deleteOperation: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete document',
	description: 'Remove a document from Tradecloud for good',
	apiVersions: ['v2'],
	fields: [documentIdField],
	async execute(caller) {
		await deleteDocument(caller, documentIdOf(caller));
		return json({ deleted: true });
	},
};
