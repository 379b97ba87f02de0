/** The documents in Tradecloud's object storage, but for their content. */
import { UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { permission } from '../model/support';
import type { Caller } from './caller';
import { endpoint } from './endpoint';
import { mayBeProcessed } from './failure';
import { StreamedForm, type FormFile } from './form';
import { attemptOnce, request, type Call } from './request';
import { retrying } from './retry';

/** Extensions that Tradecloud does not take (manual: security/documents.md). */
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
	const blocked = blockedExtensionOf(file.name);
	if (blocked !== undefined) {
		throw new UserError(
			`Tradecloud takes no files that end with '.${blocked}', so '${file.name}' was not uploaded`,
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

/** Whoever opens the file may end its name at a control character, or leave out dots and blanks behind it. */
function blockedExtensionOf(name: string): string | undefined {
	return name
		.split(/\p{Cc}/u)
		.map((part) => /\.([^.]*)$/.exec(part.replace(/[.\s]+$/, ''))?.[1].toLowerCase() ?? '')
		.find((extension) => blockedExtensions.has(extension));
}

/** `{ id, filename, contentType, downloadUrl }`; the URL is valid for one minute. */
export async function documentMetadata(caller: Caller, documentId: string): Promise<IDataObject> {
	return await request(caller, metadataCall(documentId));
}

export function metadataCall(documentId: string): Call {
	return {
		method: 'GET',
		path: endpoint`/object-storage/document/${documentId}/metadata`,
		subject: `document '${documentId}'`,
	};
}

/**
 * Deletes a document, by a private specification (SDK: DeleteDocument). When the answer to an earlier attempt
 * was lost, a document that Tradecloud no longer knows is one that this attempt has deleted.
 */
export async function deleteDocument(caller: Caller, documentId: string): Promise<void> {
	const call: Call = {
		method: 'DELETE',
		path: endpoint`/object-storage/document/${documentId}`,
		subject: `document '${documentId}'`,
		needs: permission,
		mayBeEmpty: '204',
	};
	let mayBeGone = false;
	await retrying(caller, call, async (bounded) => {
		const outcome = await attemptOnce(bounded, call);
		if (!('failure' in outcome)) return outcome;
		if (mayBeGone && outcome.failure.status === 404) return { result: {} };
		mayBeGone ||= mayBeProcessed(outcome.failure);
		return outcome;
	});
}
