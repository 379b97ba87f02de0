/** The documents in Tradecloud's object storage. */
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
import { endpoint } from './endpoint';
import { failureOfThrown, mayBeProcessed, type Failure } from './failure';
import { StreamedForm, type FormFile } from './form';
import { attemptOnce, request, retrying, type Call, type Caller, type Outcome } from './request';
import { send } from './send';

/** Extensions that Tradecloud does not take. */
const blockedExtensions = new Set(
	'ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpack dll dmg ex ex_ exe hta img ins iso isp jar jnlp js jse lib lnk mde msc msi msix msixbundle msp mst nsh pif ps1 scr sct shb sys vb vbe vbs vhd vxd wsc wsf wsh xll'.split(
		' ',
	),
);

/**
 * Uploads a file. It is not sent again on doubt.
 *
 * @returns Tradecloud's answer with the `id` of the document
 * @throws UserError for an extension that Tradecloud does not take
 */
export async function upload(caller: Caller, file: FormFile): Promise<IDataObject> {
	const extension = /\.([^.]*)$/.exec(file.name.trim())?.[1].toLowerCase() ?? '';
	if (blockedExtensions.has(extension)) {
		throw new UserError(
			`Tradecloud takes no files that end with '.${extension}', so '${file.name}' was not uploaded`,
			{ description: 'Upload it in another format, for instance as PDF.' },
		);
	}
	const form = new StreamedForm();
	form.append('file', file);
	return await request(caller, {
		method: 'POST',
		path: '/object-storage/document',
		body: form,
		subject: `file '${file.name}'`,
		once: true,
	});
}

/** `{ id, filename, contentType, downloadUrl }`; the URL lives for one minute. */
export async function documentMetadata(caller: Caller, documentId: string): Promise<IDataObject> {
	return await request(caller, {
		method: 'GET',
		path: endpoint`/object-storage/document/${documentId}/metadata`,
		subject: `document '${documentId}'`,
	});
}

/** A document as n8n keeps files, and what Tradecloud tells of it. */
export interface Download {
	metadata: IDataObject;
	binary: IBinaryData;
}

/** Downloads a document as a stream into n8n's store of files. Each attempt gets a new download URL. */
export async function download(
	caller: Caller & { context: IExecuteFunctions },
	documentId: string,
): Promise<Download> {
	const subject = `document '${documentId}'`;
	return await retrying(caller, { subject }, async () => {
		const metadata = await documentMetadata(caller, documentId);
		return await fetchContent(caller, documentId, metadata);
	});
}

async function fetchContent(
	caller: Caller & { context: IExecuteFunctions },
	documentId: string,
	metadata: IDataObject,
): Promise<Outcome<Download>> {
	const { helpers } = caller.context;
	const link = linkIn(metadata, documentId, new URL(baseUrl(caller.credential)));
	const fetched = link ? await fetchLink(caller, link) : await fetchDirectly(caller, documentId);
	if ('failure' in fetched) return fetched;
	try {
		const binary = await helpers.prepareBinaryData(
			fetched.result.body as Parameters<typeof helpers.prepareBinaryData>[0],
			textAt(metadata, 'filename'),
			textAt(metadata, 'contentType'),
		);
		return { result: { metadata, binary } };
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
 * The download link in what Tradecloud tells of a document.
 *
 * @throws UserError for a link that may not be followed. It names no more of it than where it leads:
 *   the rest gives access to the document.
 */
function linkIn(metadata: IDataObject, documentId: string, base: URL): string | undefined {
	const link = textAt(metadata, 'downloadUrl');
	if (link === undefined) return undefined;
	const url = URL.canParse(link) ? new URL(link) : undefined;
	if (url && mayFollow(url, base)) return url.href;
	const fact = url
		? `leads to ${url.protocol}//${url.host}, which is not a safe address of Tradecloud on the internet`
		: 'is not a web address';
	throw new UserError(`The download link of document '${documentId}' ${fact}`, {
		description:
			"The file was not fetched, since such a link can reach into your own network. Check 'Base URL' in the Tradecloud API credential, and ask Tradecloud's support about this document.",
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

/**
 * Deletes a document. When the answer to an earlier attempt was lost, a document that Tradecloud no
 * longer knows is one that this attempt has deleted.
 */
export async function deleteDocument(caller: Caller, documentId: string): Promise<void> {
	const call: Call = {
		method: 'DELETE',
		path: endpoint`/object-storage/document/${documentId}`,
		subject: `document '${documentId}'`,
		mayBeEmpty: '204',
	};
	let mayBeGone = false;
	await retrying(caller, call, async () => {
		const outcome = await attemptOnce(caller, call);
		if (!('failure' in outcome)) return outcome;
		if (mayBeGone && outcome.failure.status === 404) return { result: {} };
		mayBeGone ||= mayBeProcessed(outcome.failure);
		return outcome;
	});
}
