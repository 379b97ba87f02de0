/** The content of documents, as streams into n8n's store of files. */
import { UserError } from 'n8n-workflow';
import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { baseUrl } from '../model/credential';
import { mayFollow } from '../model/link';
import { textAt } from '../model/order';
import { permission } from '../model/support';
import { failureOfFault, outcomeOf, streamed, type StreamedAnswer } from './answer';
import { millisecondsLeft, type Caller, type Outcome } from './caller';
import { metadataCall } from './documents';
import { endpoint } from './endpoint';
import { attemptOnce, type Call } from './request';
import { retrying } from './retry';
import { sendWithLogin } from './send';

type FileCaller = Caller<IExecuteFunctions>;

/**
 * Downloads a document.
 *
 * @returns the document as n8n keeps files, and what Tradecloud tells of it
 */
export async function download(caller: FileCaller, documentId: string): Promise<Download> {
	// The slower way, for when Tradecloud gives no link.
	const url = baseUrl(caller.credential) + endpoint`/object-storage/document/${documentId}`;
	return await fetchFile(caller, metadataCall(documentId), { url });
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
	const call: Call = {
		method: 'POST',
		path: '/object-storage/documents/zip',
		body: { objectIds: documentIds, filename },
		subject: `a zip file of ${documentIds.length} documents`,
		unknown: 'one of the documents',
		needs: permission,
	};
	return (await fetchFile(caller, call, { filename, contentType: 'application/zip' })).binary;
}

/** A file as n8n keeps files, and what Tradecloud tells of it. */
interface Download {
	metadata: IDataObject;
	binary: IBinaryData;
}

/**
 * Streams a file into n8n's store of files. Each attempt asks for the link again.
 *
 * @param call gives the link
 * @param known what Tradecloud does not tell, and where the file is without a link
 */
async function fetchFile(
	caller: FileCaller,
	call: Call,
	known: { filename?: string; contentType?: string; url?: string },
): Promise<Download> {
	return await retrying(caller, call, async (bounded) => {
		const answer = await attemptOnce(bounded, call);
		if ('failure' in answer) return answer;
		const { result: metadata } = answer;
		const { url, filename = textAt(metadata, 'filename') } = known;
		const { contentType = textAt(metadata, 'contentType') } = known;
		const link = linkIn(metadata, call.subject, caller);
		if (!link && !url) return { failure: { kind: 'incomplete', during: 'request' } };
		const fetched = link
			? await fetchLink(bounded, link)
			: await sendWithLogin(bounded, { url: url! });
		if ('failure' in fetched) return fetched;
		const { helpers } = caller.context;
		const body = fetched.result.body as Parameters<typeof helpers.prepareBinaryData>[0];
		try {
			const binary = await helpers.prepareBinaryData(body, filename, contentType);
			return { result: { metadata, binary } };
		} catch (thrown) {
			return { failure: failureOfFault(thrown, 'request') };
		}
	});
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

/** The link takes no login, so this request goes without the credential; a refusal says that its minute has passed. */
async function fetchLink(caller: FileCaller, url: string): Promise<Outcome<StreamedAnswer>> {
	const timeout = millisecondsLeft(caller);
	const inTime = AbortSignal.timeout(timeout);
	const stopped = caller.context.getExecutionCancelSignal();
	const abortSignal = stopped ? AbortSignal.any([stopped, inTime]) : inTime;
	const sending = caller.context.helpers.httpRequest({ ...streamed, url, timeout, abortSignal });
	const outcome = await outcomeOf(sending, 'request', []);
	const { status = 0 } = 'failure' in outcome ? outcome.failure : {};
	const isExpired = 'failure' in outcome && status >= 400 && status < 500 && status !== 429;
	return isExpired ? { failure: { ...outcome.failure, kind: 'linkExpired' } } : outcome;
}
