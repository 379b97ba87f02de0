/** A copy of what n8n does with the body of a call before it asks the trigger (`middlewares/body-parser` in n8n). */
import { parse as parseForm } from 'node:querystring';

import express, { type Request, type RequestHandler } from 'express';
import { jsonParse, sanitizeXmlName } from 'n8n-workflow';
import { Parser } from 'xml2js';

/**
 * n8n takes a body of up to 16 MB (`N8N_PAYLOAD_SIZE_MAX`), also a compressed one; it keeps no bytes of a
 * form with files. From version 2 of a node on it leaves bodies of other types than these to the node.
 */
export function readBody(typeVersion: number): RequestHandler[] {
	const xml = xmlParser();
	return [
		express.raw({ type: (request) => !isForm(request.headers), limit: '16mb' }),
		async (request, response, next) => {
			const raw: unknown = request.body;
			request.body = isForm(request.headers) ? { data: {}, files: {} } : undefined;
			if (request.body) return next();
			request.readRawBody = () => {
				request.rawBody = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
				return Promise.resolve();
			};
			if (typeVersion > 1 && !parsable.test(request.headers['content-type'] ?? '')) return next();
			await request.readRawBody();
			try {
				if (request.rawBody.length > 0) request.body = await parsed(request, xml);
			} catch (error) {
				const { message: hint } = error as Error;
				return void response.status(422).json({ message: 'Failed to parse request body', hint });
			}
			next();
		},
	];
}

const parsable =
	/^\s*(?:application\/json|text\/plain|application\/x-www-form-urlencoded|[^;]*[/+]xml\s*(?:;|$))/i;

/** All tag names become lower case. n8n has one parser for all calls, which mixes up those that come at once. */
function xmlParser(): Parser {
	return new Parser({
		async: true,
		normalize: true,
		normalizeTags: true,
		explicitArray: false,
		tagNameProcessors: [sanitizeXmlName],
		attrNameProcessors: [sanitizeXmlName],
	});
}

function isForm({ 'content-type': contentType = '' }: Request['headers']): boolean {
	return /^multipart\/form-data *(?:;|$)/i.test(contentType);
}

async function parsed({ rawBody, headers }: Request, xml: Parser): Promise<unknown> {
	const [type, ...parameters] = (headers['content-type'] ?? '').split(';');
	const charset = parameters.map((text) => /^ *charset="?([^"]*)/i.exec(text)?.[1]).find(Boolean);
	const text = () => rawBody.toString((charset ?? 'utf-8') as BufferEncoding);
	const withoutMark = () => text().replace(/^\uFEFF/, '');
	const mediaType = type.trim().toLowerCase();
	if (mediaType === 'application/json') return jsonParse(withoutMark());
	if (/[/+]xml$/.test(mediaType)) return await xml.parseStringPromise(text());
	if (mediaType === 'application/x-www-form-urlencoded') {
		return parseForm(withoutMark(), undefined, undefined, { maxKeys: 1000 });
	}
	return mediaType === 'text/plain' ? text() : undefined;
}
