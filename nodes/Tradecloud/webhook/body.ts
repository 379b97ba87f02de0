/** The body of a call, read from its bytes where n8n does not know its type, and XML always. */
import { jsonParse, type IWebhookFunctions } from 'n8n-workflow';

/** What n8n hands over of a request; no `rawBody` of a form with files. */
type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

export interface Body {
	/** As n8n has read it, or what its JSON holds. Not of use for XML: n8n mixes up documents that come at once. */
	value: unknown;
	/** The document as it came, when it is XML. */
	xml?: string;
}

/** Both XML and JSON tell by their first character what they are, whatever the type says. */
export function bodyOf({ headers, body, rawBody }: Request): Body {
	const value = body as unknown;
	const type = headers['content-type'] ?? '';
	if (!rawBody?.length) return { value };
	const beginning = rawBody.subarray(0, 200).toString('latin1');
	if (/^(?:\xEF\xBB\xBF)?\s*</.test(beginning)) {
		const [, declared] = /<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(beginning) ?? [];
		return { value, xml: textIn(rawBody, charsetIn(type) ?? declared) };
	}
	const isRead = /^application\/json\s*(?:;|$)/i.test(type);
	if (isRead) return { value };
	const text = textIn(rawBody, charsetIn(type));
	return { value: jsonParse<unknown>(text, { fallbackValue: value ?? null }) };
}

function charsetIn(type: string): string | undefined {
	return /;\s*charset\s*=\s*"?([\w.-]+)/i.exec(type)?.[1];
}

/** Bytes that do not fit what is said of them are ISO 8859-1, in which all bytes are characters. */
function textIn(bytes: Buffer, charset = 'utf-8'): string {
	try {
		return new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return charset === 'utf-8' ? bytes.toString('latin1') : textIn(bytes);
	}
}
