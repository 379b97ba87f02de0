/** What a call means, where n8n hands over less or other than what Tradecloud sent. */
import fc from 'fast-check';
import { Builder } from 'xml2js';

import { readCall, type WebhookCall } from '../../../nodes/Tradecloud/webhook/event';

const document = (orderId: string) =>
	`<event><eventName>OrderIssuedByBuyer</eventName><orderEvent><orderId>${orderId}</orderId></orderEvent></event>`;

const call = { method: 'POST', params: {}, query: {}, value: {} };
const itemOf = (of: WebhookCall) => readCall(of).item;

// n8n parses the XML of all calls with one xml2js parser: of calls that arrive at the same time, one
// is handed the parsed document of another, together with its own text.
test('tXML: the item holds the event of its own document, whatever n8n has parsed', () => {
	const body = { event: { eventname: 'OrderCancelled', orderevent: { orderid: 'another' } } };
	expect(itemOf({ ...call, value: body, xml: document('own') })).toEqual({
		orderId: 'own',
		eventName: 'OrderIssuedByBuyer',
		xml: document('own'),
	});
});

test('GET: a body in XML is passed on as it came', () => {
	const query = { orderId: 'A-1' };
	const parsed = { event: { eventname: 'another' } };
	expect(itemOf({ ...call, method: 'GET', query, value: parsed, xml: document('A-1') })).toEqual({
		orderId: 'A-1',
		body: document('A-1'),
	});
});

test.each(['', 'no XML', '<event', '<event><eventName>cut', '</event></event>', '<a b="'])(
	'tXML: %j, which is no whole document, is answered 400',
	(xml) => {
		expect(() => itemOf({ ...call, xml })).toThrow(/not an event of Tradecloud/);
	},
);

test('tXML: numbers of characters that do not exist, and names that objects have, do no harm', () => {
	const xml =
		'<event><__proto__><orderId>no</orderId></__proto__><constructor>x</constructor>' +
		'<eventName>A&#x110000;&#0;B</eventName><orderId>1</orderId></event>';
	expect(itemOf({ ...call, xml })).toMatchObject({ eventName: 'A\u0000B' });
});

test('tXML: an order id comes out as it was written, whatever characters it holds', () => {
	// A path cannot hold the dots, so they are no id.
	const isId = (text: string) => !['', '.', '..'].includes(text);
	const orderId = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim());
	fc.assert(
		fc.property(orderId.filter(isId), (id) => {
			const xml = new Builder({ headless: true }).buildObject({
				event: { eventName: 'E', orderId: id },
			});
			expect(itemOf({ ...call, xml })).toEqual({ eventName: 'E', orderId: id, xml });
		}),
	);
});

test.each([
	'<e><eventName>E</eventName><orderId>A &amp; B</orderId></e>',
	'<e><eventName>E</eventName><orderId>A &#38; B</orderId></e>',
	'<e><eventName>E</eventName><orderId>A &#x26; B</orderId></e>',
	'<e><eventName>E</eventName><orderId><![CDATA[A & B]]></orderId></e>',
])('tXML: the order id stands in %j', (xml) => {
	expect(itemOf({ ...call, xml })).toMatchObject({ orderId: 'A & B' });
});

test('tXML: names with a prefix mean the same', () => {
	const xml =
		'<t:E xmlns:t="urn:x"><t:eventName>X</t:eventName><t:shipment><t:id>S-1</t:id></t:shipment></t:E>';
	expect(itemOf({ ...call, xml })).toEqual({ eventName: 'X', shipmentId: 'S-1', xml });
});
