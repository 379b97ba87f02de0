/** The resource for files, which pass as streams. */
import type { INodeProperties } from 'n8n-workflow';

import { deleteDocument, documentMetadata, upload } from '../transport/documents';
import { download, downloadZip } from '../transport/downloads';
import type { FormFile } from '../transport/form';
import { json, type JobCaller, type Operation, type Resource } from './operation';
import { Parameters } from './parameters';
import { permissionNotice } from './permission';
import { unfilled } from './values';

const documentIdField: INodeProperties = {
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
function documentIdOf(caller: JobCaller): string {
	return new Parameters(caller).requiredText(documentIdField);
}

const outputFileField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};

const downloadOne: Operation = {
	value: 'download',
	action: 'Download document',
	description: 'Fetch the file of a document, with its name and type',
	kind: 'read',
	fields: [documentIdField, outputFileField],
	async execute(caller) {
		const field = new Parameters(caller).requiredText(outputFileField);
		const { metadata, binary } = await download(caller, documentIdOf(caller));
		const json = { ...metadata };
		delete json.downloadUrl;
		return [{ json, binary: { [field]: binary } }];
	},
};

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

const downloadMany: Operation = {
	value: 'downloadMany',
	action: 'Download many documents',
	description: 'Fetch up to 500 documents as one zip file',
	kind: 'read',
	fields: [permissionNotice, documentIdsField, zipNameField, outputFileField],
	async execute(caller) {
		const parameters = new Parameters(caller);
		const field = parameters.requiredText(outputFileField);
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

const getMetadata: Operation = {
	value: 'getMetadata',
	action: 'Get metadata of document',
	description:
		'Get the file name and type of a document, and a download link that is valid for one minute',
	kind: 'read',
	fields: [documentIdField],
	execute: async (caller) => json(await documentMetadata(caller, documentIdOf(caller))),
};

const inputFileField: INodeProperties = {
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
	description: 'The name of the document; if empty, that of the file',
};

/** Tradecloud makes a second document when it is repeated. */
const uploadOne: Operation = {
	value: 'upload',
	action: 'Upload document',
	description: 'Store a file in Tradecloud, so that it can be attached to an order',
	kind: 'once',
	fields: [inputFileField, fileNameField],
	async execute(caller) {
		const file = await fileOf(caller);
		return json({ ...(await upload(caller, file)), filename: file.name, contentType: file.type });
	},
};

/** A file that n8n keeps on disk or in a store is read while it is sent; a small one is in the item itself. */
async function fileOf(caller: JobCaller): Promise<FormFile> {
	const { context, itemIndex } = caller;
	const { helpers } = context;
	// n8n takes the file itself as well as the name of its field.
	const field = context.getNodeParameter(inputFileField.name, itemIndex) as string;
	const name = new Parameters(caller).optionalText(fileNameField);
	const { id, data, fileName, mimeType } = helpers.assertBinaryData(itemIndex, field);
	const bytes = Buffer.from(data, 'base64');
	return {
		name: name || fileName || 'document',
		type: mimeType,
		size: id ? (await helpers.getBinaryMetadata(id)).fileSize : bytes.length,
		async *stream() {
			if (id) yield* (await helpers.getBinaryStream(id)) as AsyncIterable<Uint8Array>;
			else yield bytes;
		},
	};
}

/** SDK: TestCaching */
const sharingNotice: INodeProperties = {
	displayName:
		'Files with the same content may share one ID. Deleting the document removes it everywhere.',
	name: 'sharingNotice',
	type: 'notice',
	default: '',
};

const deleteOne: Operation = {
	value: 'delete',
	action: 'Delete document',
	description:
		'Remove a document from Tradecloud for good; equal files may share one document, so other orders may refer to it too',
	kind: 'repeatable',
	fields: [permissionNotice, sharingNotice, documentIdField],
	async execute(caller) {
		await deleteDocument(caller, documentIdOf(caller));
		return json({ deleted: true });
	},
};

export const document: Resource = {
	value: 'document',
	description: 'Files that orders and shipments refer to',
	operations: [downloadOne, downloadMany, getMetadata, uploadOne, deleteOne],
};
