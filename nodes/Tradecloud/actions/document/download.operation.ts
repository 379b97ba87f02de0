/** Downloads a document into n8n's store of files, as a stream. */
import { download } from '../../transport/downloads';
import type { Operation } from '../operation';
import { Parameters } from '../parameters';
import { binaryField } from './binaryField';
import { documentIdField, documentIdOf } from './documentId';

export const downloadOperation: Operation = {
	value: 'download',
	name: 'Download',
	action: 'Download document',
	description: 'Fetch the file of a document, with its name and type',
	kind: 'read',
	apiVersions: ['v2'],
	fields: [documentIdField, binaryField],
	async execute(caller) {
		const field = new Parameters(caller).requiredText(binaryField);
		const { metadata, binary } = await download(caller, documentIdOf(caller));
		const json = { ...metadata };
		delete json.downloadUrl;
		return [{ json, binary: { [field]: binary } }];
	},
};
