/** The resource for files, and the list of its operations. */
import type { Resource } from '../operation';
import { deleteOperation } from './delete.operation';
import { downloadOperation } from './download.operation';
import { downloadMany } from './downloadMany.operation';
import { getMetadata } from './getMetadata.operation';
import { uploadOperation } from './upload.operation';

export const document: Resource = {
	value: 'document',
	name: 'Document',
	description: 'Files that orders and shipments refer to',
	operations: [downloadOperation, downloadMany, getMetadata, uploadOperation, deleteOperation],
};
