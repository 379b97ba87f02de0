/** `/download`: links to documents that live for a minute and take no Authorization header. */
import type { RequestHandler, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { DocumentStore, StoredDocument } from '../data/documentStore';
import { Problem } from '../http/problem';
import { found, pathPart } from '../http/routing';

const lifeMs = 60_000;

export class DownloadLinks {
	private readonly links = new Map<string, { id: string; expires: number }>();

	constructor(private readonly documents: DocumentStore) {}

	/** A new link to the document, below this origin. */
	issue(origin: string, id: string): string {
		const token = randomBytes(24).toString('base64url');
		this.links.set(token, { id, expires: Date.now() + lifeMs });
		return `${origin}/download/${token}`;
	}

	/** Sends the document behind a link: 400 with an Authorization header, 403 once it has expired. */
	readonly open: RequestHandler = (request, response) => {
		if (request.headers.authorization !== undefined) {
			throw new Problem(400, 'A download link takes no Authorization header');
		}
		const link = this.links.get(pathPart(request, 'token'));
		if (!link || link.expires <= Date.now()) throw new Problem(403, 'The link has expired');
		return sendDocument(found(this.documents.get(link.id), 'Document'), response);
	};
}

/** Streams the content; a receiver that goes away in between is no failure of the sandbox. */
export async function sendDocument(document: StoredDocument, response: Response): Promise<void> {
	response.attachment(document.filename);
	response.set({ 'Content-Type': document.contentType, 'Content-Length': String(document.size) });
	await pipeline(document.stream(), response).catch(() => response.destroy());
}
