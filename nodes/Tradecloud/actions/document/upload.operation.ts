/** Uploads a file as a document, as a stream. Tradecloud makes a second document when it is repeated. */
import type { INodeProperties } from 'n8n-workflow';

import { upload } from '../../transport/documents';
import type { FormFile } from '../../transport/form';
import { json, type JobCaller, type Operation } from '../operation';
import { Parameters } from '../parameters';

const inputField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input binary field that holds the file',
};

const fileNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Drawing A-4711.pdf',
	description: 'The name that the document gets; that of the file when left empty',
};

export const uploadOperation: Operation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload document',
	description: 'Store a file in Tradecloud, so that it can be attached to an order',
	kind: 'once',
	apiVersions: ['v2'],
	fields: [inputField, fileNameField],
	async execute(caller) {
		const file = await fileOf(caller);
		return json({ ...(await upload(caller, file)), filename: file.name, contentType: file.type });
	},
};

/** A file that n8n keeps on disk or in a store is read while it is sent; a small one is in the item itself. */
async function fileOf(caller: JobCaller): Promise<FormFile> {
	const { context, itemIndex } = caller;
	// n8n takes the file itself as well as the name of its field.
	const field = context.getNodeParameter(inputField.name, itemIndex) as string;
	const name = new Parameters(caller).optionalText(fileNameField);
	const { id, data, fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, field);
	const common = { name: name || fileName || 'document', type: mimeType };
	if (!id) {
		const bytes = Buffer.from(data, 'base64');
		return { ...common, size: bytes.length, stream: () => once(bytes) };
	}
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	return { ...common, size: fileSize, stream: () => content(context, id) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

async function* content(
	{ helpers }: JobCaller['context'],
	binaryDataId: string,
): AsyncGenerator<Uint8Array> {
	yield* (await helpers.getBinaryStream(binaryDataId)) as AsyncIterable<Uint8Array>;
}
