/** What Tradecloud answers: read within bounds, and told apart from what only looks like an answer. */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Outcome } from './caller';
import { failureOfAnswer, failureOfThrown, type Failure } from './failure';
import { wordsOf } from './words';

/** An answer whose body is still to be read. */
export interface StreamedAnswer {
	statusCode: number;
	headers: IDataObject;
	body: AsyncIterable<Uint8Array>;
}

/**
 * With what every request leaves: its answer comes as a stream, since n8n sets no bound to others, and a
 * few kilobytes of gzip can become gigabytes. A redirect would carry the login elsewhere: none is followed.
 */
export const streamed = {
	encoding: 'stream',
	returnFullResponse: true,
	disableFollowRedirect: true,
	ignoreHttpStatusErrors: true,
} as const satisfies Partial<IHttpRequestOptions>;

/** Bytes, unpacked. A page of 100 orders with 500 lines each is smaller. */
const largestAnswer = 128 * 2 ** 20;

/** Bytes of an answer that only explains itself. */
const largestRefusal = 100_000;

/** What came of a request that is on its way with `streamed`. */
export async function outcomeOf(
	sending: Promise<unknown>,
	during: Failure['during'],
	secrets: string[],
): Promise<Outcome<StreamedAnswer>> {
	try {
		const answer = (await sending) as StreamedAnswer;
		const { statusCode, headers, body } = answer;
		if (statusCode < 300) return { result: answer };
		// A status says enough where its words cannot be read.
		const { text } = await read(body, largestRefusal).catch(() => ({ text: '' }));
		return {
			failure: failureOfAnswer(statusCode, headers, wordsOf(parsed(text), secrets), during),
		};
	} catch (thrown) {
		return { failure: failureOfFault(thrown, during) };
	}
}

/** The fault of a request, or of its answer while it is read. Who ended it was its time-out, or n8n: then the caller knows. */
export function failureOfFault(thrown: unknown, during: Failure['during']): Failure {
	const failure = failureOfThrown(thrown, during);
	return failure.kind === 'cancelled' ? { kind: 'timeout', during } : failure;
}

/** Which answers a call takes for a success. */
export interface Expected {
	/**
	 * Which answer without a body is a success: any where Tradecloud documents no answer, only 204
	 * where it documents one, and none of a call that reads.
	 */
	mayBeEmpty?: 'any' | '204';
	/** Whether the answer is a list, which stands in its field `data`. */
	isList?: boolean;
}

/** The JSON of an answer. */
export async function jsonOf(
	{ statusCode, body }: Pick<StreamedAnswer, 'statusCode' | 'body'>,
	{ mayBeEmpty, isList }: Expected,
	secrets: string[],
): Promise<Outcome<IDataObject>> {
	const failure = (kind: Failure['kind'], words?: unknown): Outcome<IDataObject> => ({
		failure: { kind, during: 'request', words: wordsOf(words, secrets) },
	});
	try {
		const { text, isWhole } = await read(body, largestAnswer);
		if (!isWhole) return failure('tooLarge');
		const isSuccess = mayBeEmpty === 'any' || (mayBeEmpty === '204' && statusCode === 204);
		if (text.trim() === '') return isSuccess ? { result: {} } : failure('incomplete');
		const json = parsed(text);
		if (typeof json !== 'object' || json === null) {
			return /^\s*[{[]/.test(text) ? failure('incomplete') : failure('notJson', text);
		}
		const isComplete = !isList || Array.isArray((json as IDataObject).data);
		return isComplete ? { result: json as IDataObject } : failure('incomplete', json);
	} catch (thrown) {
		return { failure: failureOfFault(thrown, 'request') };
	}
}

/** The JSON that a text holds, or the text. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Reads up to so many bytes, and ends what comes after them. */
async function read(body: AsyncIterable<Uint8Array>, mostBytes: number) {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const stream = body[Symbol.asyncIterator]();
	for (let next = await stream.next(); !next.done; next = await stream.next()) {
		chunks.push(next.value);
		size += next.value.length;
		if (size > mostBytes) await stream.return?.();
	}
	const text = Buffer.concat(chunks, Math.min(size, mostBytes)).toString('utf8');
	return { text, isWhole: size <= mostBytes };
}
