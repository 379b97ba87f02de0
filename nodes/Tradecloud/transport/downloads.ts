/** The content of documents, as streams into n8n's store of files. */
import { UserError } from 'n8n-workflow';
import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { baseUrl } from '../model/credential';
import { mayFollow } from '../model/link';
import { textAt } from '../model/order';
import { permission } from '../model/support';
import { failureOfFault, outcomeOf, streamed, type StreamedAnswer } from './answer';
import { millisecondsLeft, type Caller, type Outcome } from './caller';
import { documentMetadata } from './documents';
import { endpoint } from './endpoint';
import type { Failure } from './failure';
import { request } from './request';
import { retrying } from './retry';
import { sendWithLogin } from './send';

type FileCaller = Caller<IExecuteFunctions>;

/** A document as n8n keeps files, and what Tradecloud tells of it. */
export interface Download {
	metadata: IDataObject;
	binary: IBinaryData;
}

/** Downloads a document. Each attempt asks for the download link again. */
export async function download(caller: FileCaller, documentId: string): Promise<Download> {
	const subject = `document '${documentId}'`;
	return await retrying(caller, { subject }, async (bounded) => {
		const metadata = await documentMetadata(bounded, documentId);
		const link = linkIn(metadata, subject, caller);
		const fetched = link
			? await fetchLink(bounded, link)
			: await fetchDirectly(bounded, documentId);
		const [name, type] = [textAt(metadata, 'filename'), textAt(metadata, 'contentType')];
		const kept = await keep(caller, fetched, name, type);
		return 'failure' in kept ? kept : { result: { metadata, binary: kept.result } };
	});
}

/** As many as one file may hold. SDK: DownloadZip */
const mostInZip = 500;

/**
 * Downloads documents as one zip file. SDK: DownloadZip
 *
 * @throws UserError for more documents than Tradecloud puts into one
 */
export async function downloadZip(
	caller: FileCaller,
	documentIds: string[],
	filename: string,
): Promise<IBinaryData> {
	if (documentIds.length > mostInZip) {
		throw new UserError(
			`Tradecloud puts at most ${mostInZip} documents into a zip file, and 'Document IDs' holds ${documentIds.length}`,
			{ description: 'Download them in several files.' },
		);
	}
	const subject = `a zip file of ${documentIds.length} documents`;
	return await retrying(caller, { subject }, async (bounded) => {
		const answer = await request(bounded, {
			method: 'POST',
			path: '/object-storage/documents/zip',
			body: { objectIds: documentIds, filename },
			subject,
			unknown: 'one of the documents',
			needs: permission,
		});
		const link = linkIn(answer, subject, caller);
		if (link === undefined) return { failure: { kind: 'incomplete', during: 'request' } };
		return await keep(caller, await fetchLink(bounded, link), filename, 'application/zip');
	});
}

/** Streams what was fetched into n8n's store of files. */
async function keep(
	{ context: { helpers } }: FileCaller,
	fetched: Outcome<StreamedAnswer>,
	filename?: string,
	contentType?: string,
): Promise<Outcome<IBinaryData>> {
	if ('failure' in fetched) return fetched;
	const body = fetched.result.body as Parameters<typeof helpers.prepareBinaryData>[0];
	try {
		return { result: await helpers.prepareBinaryData(body, filename, contentType) };
	} catch (thrown) {
		return { failure: failureOfFault(thrown, 'request') };
	}
}

/** A link needs no login: a refusal says that its minute has passed. */
function failureOfLink(failure: Failure): Failure {
	const { status = 0 } = failure;
	const isExpired = status >= 400 && status < 500 && status !== 429;
	return isExpired ? { ...failure, kind: 'linkExpired' } : failure;
}

/**
 * The download link in an answer.
 *
 * @throws UserError for a link that may not be followed. It names no more of it than where it leads:
 *   the rest gives access to the document.
 */
function linkIn(answer: IDataObject, subject: string, caller: Caller): string | undefined {
	const link = textAt(answer, 'downloadUrl');
	if (link === undefined) return undefined;
	const url = URL.canParse(link) ? new URL(link) : undefined;
	if (url && mayFollow(url, new URL(baseUrl(caller.credential)))) return url.href;
	const fact = url
		? `leads to ${url.protocol}//${url.host}, which is not a safe address of Tradecloud on the internet`
		: 'is not a web address';
	throw new UserError(`The download link of ${subject} ${fact}`, {
		description:
			"The file was not fetched, since such a link can reach into your own network. Check 'Base URL' in the Tradecloud API credential, and ask Tradecloud's support about this link.",
	});
}

/** The link takes no Authorization header, so this request goes without the credential. */
async function fetchLink(caller: FileCaller, url: string): Promise<Outcome<StreamedAnswer>> {
	const timeout = millisecondsLeft(caller);
	const inTime = AbortSignal.timeout(timeout);
	const stopped = caller.context.getExecutionCancelSignal();
	const abortSignal = stopped ? AbortSignal.any([stopped, inTime]) : inTime;
	const sending = caller.context.helpers.httpRequest({ ...streamed, url, timeout, abortSignal });
	const outcome = await outcomeOf(sending, 'request', []);
	return 'failure' in outcome ? { failure: failureOfLink(outcome.failure) } : outcome;
}

/** The slower way, for when Tradecloud gives no link. */
async function fetchDirectly(caller: Caller, documentId: string): Promise<Outcome<StreamedAnswer>> {
	const path = endpoint`/object-storage/document/${documentId}`;
	return await sendWithLogin(caller, { url: baseUrl(caller.credential) + path });
}
