/** Calls in tXML of which n8n hands over the content of another. */
import fc from 'fast-check';
import { XMLBuilder } from 'fast-xml-parser';

import { Answer } from '../../../nodes/Tradecloud/webhook/answer';
import { itemOf } from '../../../nodes/Tradecloud/webhook/event';

function call(xml: string, body: unknown) {
	return itemOf({ method: 'POST', params: {}, query: {}, body, xml });
}

function documentOf(orderId: string) {
	const xml = new XMLBuilder().build({ event: { eventName: 'E', orderId } });
	return { xml, body: { event: { eventname: 'E', orderid: orderId } } };
}

function thrownBy(work: () => unknown): unknown {
	try {
		return work();
	} catch (thrown) {
		return thrown;
	}
}

test('an order id of the document is put out, whatever characters it holds', () => {
	const orderId = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim());
	fc.assert(
		fc.property(orderId.filter(Boolean), (id) => {
			const { xml, body } = documentOf(id);
			expect(call(xml, body)).toEqual({ eventName: 'E', orderId: id, xml });
		}),
	);
});

test.each([
	'<e><eventName>E</eventName><orderId>A &amp; B</orderId></e>',
	'<e><eventName>E</eventName><orderId>A &#38; B</orderId></e>',
	'<e><eventName>E</eventName><orderId>A &#x26; B</orderId></e>',
	'<e><eventName>E</eventName><orderId><![CDATA[A & B]]></orderId></e>',
	'<e><eventName>E</eventName><orderId>A &amp;<!-- and -->\n B</orderId></e>',
])('it is found in %j', (xml) => {
	const body = { e: { eventname: 'E', orderid: 'A & B' } };
	expect(call(xml, body)).toEqual({ eventName: 'E', orderId: 'A & B', xml });
});

describe('nothing is put out, and Tradecloud may call again, where n8n hands over', () => {
	test.each([
		['another document', documentOf('B-2').body],
		['nothing', null],
		['half of it', { event: { orderid: 'A-1' } }],
	])('%s', (_case, body) => {
		const thrown = thrownBy(() => call(documentOf('A-1').xml, body));
		expect(thrown).toBeInstanceOf(Error);
		expect(thrown).not.toBeInstanceOf(Answer);
	});
});
