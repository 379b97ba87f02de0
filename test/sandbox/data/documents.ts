/** The contents of the documents that generated orders and shipments name by an object id. */
import type { DocumentStore } from './documentStore';
import type { Document } from './model';

/** Gives each of them a small text, so that its object id can be downloaded. */
export function seedDocuments(store: DocumentStore, documents: readonly Document[]): void {
	for (const { objectId, name = 'document.pdf', description, code } of documents) {
		if (objectId) store.seed(objectId, name, 'application/pdf', smallPdf(`${description} ${code}`));
	}
}

/** As little as a reader of PDF files needs to show one line of ASCII text. */
function smallPdf(line: string): string {
	const content = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`;
	return [
		'%PDF-1.4',
		'1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
		'2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
		'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R' +
			'/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj',
		`4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
		'trailer<</Root 1 0 R>>',
		'%%EOF',
		'',
	].join('\n');
}
