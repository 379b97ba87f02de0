/** The documents of a sandbox: generated, or uploaded into a folder that goes with the sandbox. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Random } from './deterministic';

export interface StoredDocument {
	id: string;
	filename: string;
	contentType: string;
	/** Bytes. */
	size: number;
	/** The content from its beginning; each call reads it anew. */
	stream: () => Readable;
	/** In hexadecimal digits. */
	sha256: () => Promise<string>;
}

/** Bytes or text that are kept, or so many bytes that are made whenever they are read. */
export type Content = Uint8Array | string | { size: number };

const chunkSize = 64 * 1024;
const pattern = patternOf(2 * chunkSize);

export class DocumentStore {
	/** How many uploads came, also of what was there already. */
	uploads = 0;
	private readonly byId = new Map<string, StoredDocument>();
	private readonly seeds = new Map<string, StoredDocument>();
	private readonly idsByHash = new Map<string, string>();
	private folder: string | undefined;

	/** Stores a document; with `size` the bytes are the same for each document of that size. */
	put(filename: string, contentType: string, content: Content): StoredDocument {
		return this.add(documentOf(randomUUID(), filename, contentType, content));
	}

	/** Stores a document that generated orders and shipments name; it is not listed. */
	seed(id: string, filename: string, contentType: string, content: Content): void {
		this.seeds.set(id, documentOf(id, filename, contentType, content));
	}

	/**
	 * Stores a file that lies in the folder for uploads. Guess: equal contents share one id
	 * (SDK: TestCaching), under the first one's name, so that a deletion may reach what others refer to.
	 */
	async putFile(
		filename: string,
		contentType: string,
		path: string,
		size: number,
	): Promise<StoredDocument> {
		this.uploads += 1;
		const stream = () => createReadStream(path);
		const hash = await sha256Of(stream());
		const known = this.byId.get(this.idsByHash.get(hash) ?? '');
		if (known) await rm(path, { force: true });
		const document = known ?? described(randomUUID(), filename, contentType, size, stream);
		this.idsByHash.set(hash, document.id);
		return this.add(document);
	}

	/** The documents that were put or uploaded, the earliest first. */
	list(): StoredDocument[] {
		return [...this.byId.values()];
	}

	/** The document with this object id. */
	get(id: string): StoredDocument | undefined {
		return this.byId.get(id) ?? this.seeds.get(id);
	}

	/** Forgets a document; false where there is none. */
	delete(id: string): boolean {
		return this.byId.delete(id) || this.seeds.delete(id);
	}

	/** The folder for uploads, which is made when it is first asked for. */
	uploadFolder(): string {
		this.folder ??= mkdtempSync(join(tmpdir(), 'tradecloud-sandbox-'));
		return this.folder;
	}

	/** Removes the folder with all that was uploaded. */
	close(): void {
		if (this.folder) rmSync(this.folder, { recursive: true, force: true });
	}

	private add(document: StoredDocument): StoredDocument {
		this.byId.set(document.id, document);
		return document;
	}
}

function documentOf(
	id: string,
	filename: string,
	contentType: string,
	content: Content,
): StoredDocument {
	if (typeof content === 'object' && 'size' in content) {
		const { size } = content;
		return described(id, filename, contentType, size, () => Readable.from(generated(size)));
	}
	const bytes = Buffer.from(content);
	return described(id, filename, contentType, bytes.length, () => Readable.from([bytes]));
}

function described(
	id: string,
	filename: string,
	contentType: string,
	size: number,
	stream: () => Readable,
): StoredDocument {
	return { id, filename, contentType, size, stream, sha256: () => sha256Of(stream()) };
}

/** Parts of one pattern at moving offsets: no byte is copied, however big the document. */
function* generated(size: number): Generator<Uint8Array> {
	for (let sent = 0, offset = 0; sent < size; sent += chunkSize) {
		yield pattern.subarray(offset, offset + Math.min(chunkSize, size - sent));
		offset = (offset + 4099) % chunkSize;
	}
}

function patternOf(length: number): Buffer {
	const random = new Random(length);
	return Buffer.from(Array.from({ length }, () => random.between(0, 255)));
}

async function sha256Of(stream: Readable): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of stream) hash.update(chunk as Uint8Array);
	return hash.digest('hex');
}
