/** Bodies of calls and what the Tradecloud Trigger makes of them, behind n8n's own parser and behind our copy of it. */
import { gzipSync } from 'node:zlib';

export interface Body {
	title: string;
	headers: Record<string, string>;
	content: Buffer;
	status: 200 | 400 | 422;
	/** What the workflow starts with, after 200. */
	item?: object;
}

const event = { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId: 'Ä-1' } };
const json = JSON.stringify(event);

function body(contentType: string, content: Buffer | string, status: Body['status'] = 200): Body {
	const title = `${contentType}: ${JSON.stringify(content.toString().slice(0, 40))}`;
	return { title, headers: { 'Content-Type': contentType }, content: Buffer.from(content), status };
}

function jsonEvent(contentType: string, content: Buffer | string = json): Body {
	return { ...body(contentType, content), item: { orderId: 'Ä-1', ...event } };
}

function xmlEvent(contentType: string, declaration: string, encoding: 'latin1' | 'utf8'): Body {
	const xml = `${declaration}<event><eventName>E</eventName><orderEvent><orderId>Ä-1</orderId></orderEvent></event>`;
	const sent = body(contentType, Buffer.from(xml, encoding));
	return { ...sent, item: { orderId: 'Ä-1', eventName: 'E', xml } };
}

const gzipped = jsonEvent('application/json', gzipSync(json));

export const bodies: Body[] = [
	jsonEvent('application/json'),
	jsonEvent('application/json; charset=utf-8'),
	jsonEvent('APPLICATION/JSON'),
	jsonEvent('text/json'),
	jsonEvent('application/vnd.tradecloud+json'),
	jsonEvent('text/plain'),
	jsonEvent('text/plain;charset=UTF-8'),
	jsonEvent('application/octet-stream'),
	jsonEvent('application/x-www-form-urlencoded'),
	jsonEvent('nonsense'),
	jsonEvent('text/json; charset=ISO-8859-1', Buffer.from(json, 'latin1')),
	jsonEvent('text/json', `\uFEFF${json}`),
	jsonEvent('application/json', `\uFEFF${json}`),
	{
		...gzipped,
		title: 'compressed JSON',
		headers: { ...gzipped.headers, 'Content-Encoding': 'gzip' },
	},
	xmlEvent('application/xml', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'latin1'),
	xmlEvent(
		'application/xml',
		"<?xml version='1.0' encoding='windows-1252' standalone='yes'?>",
		'latin1',
	),
	xmlEvent('application/xml', '<?xml version="1.0"?>', 'latin1'),
	xmlEvent('application/xml', '<?xml version="1.0" encoding="UTF-8"?>', 'utf8'),
	xmlEvent('application/xml; charset=utf-8', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'utf8'),
	xmlEvent('text/xml', '<?xml version="1.0" encoding="x-unknown"?>', 'utf8'),
	xmlEvent('application/xml', '', 'utf8'),
	xmlEvent('text/plain', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'latin1'),
	body('text/plain', 'hello', 400),
	body('text/json', '{"eventName":', 400),
	body('application/octet-stream', '\0\u0001', 400),
	body('text/plain', '', 400),
	body('application/json', '{"hello":"world"}', 400),
	body(
		'multipart/form-data; boundary=b',
		'--b\r\nContent-Disposition: form-data; name="eventName"\r\n\r\nE\r\n--b--\r\n',
		400,
	),
	body('application/xml', '<a/>', 400),
	body('application/json', '{"eventName":', 422),
	body('application/xml', '<a', 422),
	body('a/soap+xml', json, 422),
];
