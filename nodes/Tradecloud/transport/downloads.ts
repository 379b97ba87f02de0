/** The content of documents, as streams into n8n's store of files. */
import { UserError } from 'n8n-workflow';
import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { baseUrl } from '../model/credential';
import { mayFollow } from '../model/link';
import { textAt } from '../model/order';
import { permission } from '../model/support';
import { documentMetadata } from './documents';
import { endpoint } from './endpoint';
import { failureOfThrown, type Failure } from './failure';
import { request, retrying, type Caller, type Outcome } from './request';
import { send } from './send';

type FileCaller = Caller & { context: IExecuteFunctions };

/** A document as n8n keeps files, and what Tradecloud tells of it. */
export interface Download {
	metadata: IDataObject;
	binary: IBinaryData;
}

/** Downloads a document. Each attempt asks for the download link again. */
export async function download(caller: FileCaller, documentId: string): Promise<Download> {
	const subject = `document '${documentId}'`;
	return await retrying<Download>(caller, { subject }, async () => {
		const metadata = await documentMetadata(caller, documentId);
		const link = linkIn(metadata, subject, caller);
		const fetched = link ? await fetchLink(caller, link) : await fetchDirectly(caller, documentId);
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
	return await retrying<IBinaryData>(caller, { subject }, async () => {
		const answer = await request(caller, {
			method: 'POST',
			path: '/object-storage/documents/zip',
			body: { objectIds: documentIds, filename },
			subject,
			unknown: 'one of the documents',
			needs: permission,
		});
		const link = linkIn(answer, subject, caller);
		if (link === undefined) return { failure: { kind: 'incomplete', during: 'request' } };
		return await keep(caller, await fetchLink(caller, link), filename, 'application/zip');
	});
}

/** Streams what was fetched into n8n's store of files. */
async function keep(
	{ context: { helpers } }: FileCaller,
	fetched: Fetched,
	filename?: string,
	contentType?: string,
): Promise<Outcome<IBinaryData>> {
	if ('failure' in fetched) return fetched;
	const body = fetched.result.body as Parameters<typeof helpers.prepareBinaryData>[0];
	try {
		return { result: await helpers.prepareBinaryData(body, filename, contentType) };
	} catch (thrown) {
		return { failure: failureOfThrown(thrown, 'request') };
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

type Fetched = Outcome<IN8nHttpFullResponse>;

const asStream = {
	encoding: 'stream',
	returnFullResponse: true,
	disableFollowRedirect: true,
} as const;

/** The link takes no Authorization header, so this request goes without the credential. */
async function fetchLink({ context, patience }: Caller, url: string): Promise<Fetched> {
	const timeout = patience.timeoutMilliseconds;
	try {
		const answer: unknown = await context.helpers.httpRequest({ ...asStream, url, timeout });
		return { result: answer as IN8nHttpFullResponse };
	} catch (thrown) {
		return { failure: failureOfLink(failureOfThrown(thrown, 'request')) };
	}
}

/** The slower way, for when Tradecloud gives no link. */
async function fetchDirectly(caller: Caller, documentId: string): Promise<Fetched> {
	return await send(caller, {
		...asStream,
		url: baseUrl(caller.credential) + endpoint`/object-storage/document/${documentId}`,
		timeout: caller.patience.timeoutMilliseconds,
	});
}
