/** `/v2/object-storage`: upload, metadata, content and deletion of documents, and many as one file. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { extname } from 'node:path';
import type { StoredDocument } from '../data/documentStore';
import { Problem } from '../http/problem';
import { found, pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { zipOfDocuments } from './documentsZip';
import { sendFile, type DownloadLinks } from './download';
import type { Service } from './service';

/** manual: security/documents.md */
const blockedExtensions = new Set(
	(
		'.ade .adp .apk .appx .appxbundle .bat .cab .chm .cmd .com .cpl .diagcab .diagcfg .diagpack ' +
		'.dll .dmg .ex .ex_ .exe .hta .img .ins .iso .isp .jar .jnlp .js .jse .lib .lnk .mde .msc ' +
		'.msi .msix .msixbundle .msp .mst .nsh .pif .ps1 .scr .sct .shb .sys .vb .vbe .vbs .vhd ' +
		'.vxd .wsc .wsf .wsh .xll'
	).split(' '),
);

/** The service, whose links are opened elsewhere: they need no credentials. */
export function objectStorage(links: DownloadLinks): Service {
	return {
		path: '/object-storage',
		basicPaths: ['/document'],
		routes(state) {
			const router = strictRouter();
			const documentOf = (request: Request): StoredDocument =>
				found(state.documents.get(pathPart(request, 'objectId')), 'Document');
			router.post('/document', async (request, response) => {
				// SDK: TestCaching/README.md shows 200.
				response.json({ id: await upload(request, response, state) });
			});
			router.get('/document/:objectId/metadata', (request, response) => {
				const { id, filename, contentType } = documentOf(request);
				const origin = `http://${request.get('Host')}`;
				const downloadUrl = links.issue(origin, () => state.documents.get(id));
				response.json({ id, filename, contentType, downloadUrl });
			});
			router.get('/document/:objectId', (request, response) =>
				sendFile(documentOf(request), response),
			);
			// The SDK links a private specification (SDK: DeleteDocument).
			router.delete('/document/:objectId', (request, response) => {
				state.documents.delete(documentOf(request).id);
				response.json({ ok: true });
			});
			router.post('/documents/zip', zipOfDocuments(state.documents, links));
			return router;
		},
	};
}

/** Streams the field `file` to disk and returns the id of the document (SDK: UploadDocument). */
async function upload(request: Request, response: Response, state: State): Promise<string> {
	const storage = multer.diskStorage({ destination: state.documents.uploadFolder() });
	const receive = multer({ storage, fileFilter: refuseBlocked, defParamCharset: 'utf8' });
	await new Promise<void>((resolve, reject) => {
		receive.single('file')(request, response, (error: unknown) => {
			if (error) reject(asProblem(error));
			else resolve();
		});
	});
	const { file } = request;
	if (!file) {
		const errors = [{ path: 'file', message: 'is required' }];
		throw new Problem(400, 'Validation', { errors });
	}
	const { originalname, mimetype, path, size } = file;
	return (await state.documents.putFile(originalname, mimetype, path, size)).id;
}

const refuseBlocked: multer.Options['fileFilter'] = (_request, { originalname }, done) => {
	const extension = extname(originalname).toLowerCase();
	if (blockedExtensions.has(extension)) {
		done(new Problem(400, `Files with the extension ${extension} are blocked`));
	} else done(null, true);
};

/** A body that is no such form is the sender's fault. */
function asProblem(error: unknown): Error {
	if (error instanceof Problem) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new Problem(
		400,
		error instanceof MulterError ? `${message} ${error.field ?? ''}` : message,
	);
}
