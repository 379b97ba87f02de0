/** `/download`: links to documents that live for a minute and take no Authorization header. */
import type { RequestHandler, Response } from 'express';
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../http/problem';
import { found, pathPart } from '../http/routing';

/** A file as a receiver gets it. */
export interface File {
	filename: string;
	contentType: string;
	/** Bytes. */
	size: number;
	stream: () => Readable;
}

/**
 * A minute (manual: security/documents.md). Guess: each request for a link gets a new one; the SDK tests
 * whether one link is handed out for a quarter of an hour (SDK: TestCaching). Who asks for a link when
 * it is needed is served in both cases.
 */
const lifeMs = 60_000;

export class DownloadLinks {
	private readonly links = new Map<string, { fileOf: () => File | undefined; expires: number }>();

	/** A new link below this origin to what the function then gives. */
	issue(origin: string, fileOf: () => File | undefined): string {
		const token = randomBytes(24).toString('base64url');
		this.links.set(token, { fileOf, expires: Date.now() + lifeMs });
		return `${origin}/download/${token}`;
	}

	/**
	 * Sends the file behind a link. Guess: 400 with an Authorization header and 403 once the link has
	 * expired, as the storage answers that the manual names (manual: order/buyer/receive/download-document.md).
	 */
	readonly open: RequestHandler = (request, response) => {
		if (request.headers.authorization !== undefined) {
			throw new Problem(400, 'A download link takes no Authorization header');
		}
		const link = this.links.get(pathPart(request, 'token'));
		if (!link || link.expires <= Date.now()) throw new Problem(403, 'The link has expired');
		return sendFile(found(link.fileOf(), 'Document'), response);
	};
}

/** Streams the content; a receiver that goes away in between is no failure of the sandbox. */
export async function sendFile(file: File, response: Response): Promise<void> {
	response.attachment(file.filename);
	response.set({ 'Content-Type': file.contentType, 'Content-Length': String(file.size) });
	await pipeline(file.stream(), response).catch(() => response.destroy());
}
