/** `POST /api-connector/order/documents` (manual: order/buyer/issue/attach-document-api.md). */
import { z } from 'zod';
import { companyId, document, documents, identifier, optionalIdentifier } from './parts';

/** On the order, on lines, or on both; SDK: AttachOrderDocuments names no supplier. */
export const documentsBody = z.object({
	order: z.object({
		companyId,
		supplierAccountNumber: optionalIdentifier,
		purchaseOrderNumber: identifier,
		documents: documents.default([]),
	}),
	lines: z
		.array(z.object({ position: identifier, documents: documents.default([]) }))
		.max(500)
		.default([]),
});

export type DocumentsBody = z.output<typeof documentsBody>;
export type SentDocument = z.output<typeof document>;
