/** Gets what Tradecloud tells of a document, without its content. */
import { documentMetadata } from '../../transport/documents';
import { json, type Operation } from '../operation';
import { documentIdField, documentIdOf } from './documentId';

export const getMetadata: Operation = {
	value: 'getMetadata',
	name: 'Get Metadata',
	action: 'Get metadata of document',
	description:
		'Get the file name and type of a document, and a download link that is valid for one minute',
	kind: 'read',
	apiVersions: ['v2'],
	fields: [documentIdField],
	async execute(caller) {
		return json(await documentMetadata(caller, documentIdOf(caller)));
	},
};
