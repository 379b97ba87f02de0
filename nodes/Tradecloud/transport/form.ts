/** A multipart form with one file that is read while it is sent, however large it is. */

/** A file whose content can be opened as often as the form is sent. */
export interface FormFile {
	name: string;
	type: string;
	/** Bytes. */
	size: number;
	stream(): AsyncIterable<Uint8Array>;
}

/**
 * What n8n's HTTP client takes for a form: the part of the FormData standard that it reads. The
 * built-in FormData would hold a copy of the whole file, and can be given no stream.
 */
export class StreamedForm {
	readonly [Symbol.toStringTag] = 'FormData';

	readonly parts: Array<[string, FormFile]> = [];

	append(name: string, file: FormFile): void {
		this.parts.push([name, file]);
	}

	entries(): IterableIterator<[string, FormFile]> {
		return this.parts.values();
	}

	[Symbol.iterator](): IterableIterator<[string, FormFile]> {
		return this.entries();
	}
}
