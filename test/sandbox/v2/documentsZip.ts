/**
 * `/v2/object-storage/documents/zip`: many documents as one file. The SDK names no specification of it
 * (SDK: DownloadZip).
 */
import type { RequestHandler } from 'express';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { DocumentStore, StoredDocument } from '../data/documentStore';
import { zipOf } from '../data/zip';
import { Problem } from '../http/problem';
import { found } from '../http/routing';
import type { DownloadLinks, File } from './download';
import { callerOf } from './service';
import { accepted } from './validation/validate';

/** At most 500 documents, and five requests of a user at a time (SDK: DownloadZip/README.md). */
const zipBody = z.object({
	objectIds: z.array(z.string()).min(1).max(500),
	filename: z.string().min(1),
});
const atATime = 5;

/** Answers a link to the ZIP file of these documents; a document may be named more than once. */
export function zipOfDocuments(documents: DocumentStore, links: DownloadLinks): RequestHandler {
	const underWay = new Map<string, number>();
	return async (request, response) => {
		const { userId } = callerOf(response);
		const count = underWay.get(userId) ?? 0;
		if (count >= atATime) throw new Problem(429, `At most ${atATime} ZIP files at a time`);
		underWay.set(userId, count + 1);
		response.once('close', () => underWay.set(userId, (underWay.get(userId) ?? 1) - 1));
		const { objectIds, filename } = accepted(request.body, zipBody);
		// Guess: one unknown document spoils the whole; the client names those that it has read of.
		const named = objectIds.map((id) => found(documents.get(id), `Document ${id}`));
		const file = await zipFile(named, filename);
		response.json({ downloadUrl: links.issue(`http://${request.get('Host')}`, () => file) });
	};
}

async function zipFile(documents: readonly StoredDocument[], name: string): Promise<File> {
	const entries = documents.map(async ({ filename, stream }) => ({
		name: filename,
		content: await buffer(stream()),
	}));
	const content = zipOf(await Promise.all(entries));
	return {
		filename: name.endsWith('.zip') ? name : `${name}.zip`,
		contentType: 'application/zip',
		size: content.length,
		stream: () => Readable.from([content]),
	};
}
