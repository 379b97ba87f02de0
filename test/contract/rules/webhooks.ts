/** Rules: how Tradecloud calls a webhook, and what it does with the answer. */
import { accept, line, otherDate } from '../bodies';
import { at, has, holds, is, listAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import { Differs, type Rule } from '../rule';
import { despatched } from '../shipment';
import type { World } from '../world';

const receive = 'order/buyer/receive/README.md';
const evidence = 'documented';
const usedBy = [parts.event];
const needs = ['buyer', 'webhook'] as const;

/** An order event about a new order. */
async function issuedEvent(world: World, integration: { singleDelivery?: boolean } = {}) {
	const inbox = await world.inbox({ kind: 'order', ...integration });
	const order = await TestOrder.issued(world);
	return { order, inbox, event: await world.event(inbox, 'OrderIssuedByBuyer', order.id) };
}

const bodies: readonly Rule[] = [
	{
		page: receive,
		sentence:
			'An order event has eventName, orderEvent and meta with messageId, source and createdDateTime',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const { event } = await issuedEvent(world);
			has('the event', event, 'eventName', 'orderEvent', 'meta.messageId');
			has('the event', event, 'meta.source.traceId', 'meta.source.userId');
			has('the event', event, 'meta.source.companyId', 'meta.createdDateTime');
		},
	},
	{
		page: receive,
		sentence: 'An order in an event has orderId, and no id',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const { event, order } = await issuedEvent(world);
			holds('orderEvent', at(event, 'orderEvent'), { orderId: order.id });
			const id = at(event, 'orderEvent.id');
			is('orderEvent.id', id, 'missing', id === undefined);
		},
	},
	{
		page: 'connectors/webhooks/webhook-setup.md',
		sentence: 'An order event has only the lines that it is about',
		evidence,
		usedBy: [parts.receive],
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			const inbox = await world.inbox({ kind: 'order' });
			await order.send([line('00020', otherDate)]);
			const event = await world.event(inbox, 'OrderLinesReissuedByBuyer', order.id);
			const lines = listAt(event, 'orderEvent.lines');
			holds('the lines', lines, [{ buyerLine: { position: '00020' } }]);
		},
	},
	{
		page: 'api/delivery-schedule.md',
		sentence: 'A company with a single delivery for each line gets singleDeliveryOrderEvent',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const { event } = await issuedEvent(world, { singleDelivery: true });
			const found = at(event, 'singleDeliveryOrderEvent.lines.0');
			has('the line', found, 'statusLine.scheduledDelivery', 'statusLine.prices');
		},
	},
	{
		page: 'api/json-vs-xml.md',
		sentence: 'tXML is XML in place of the JSON, its lists repeated elements in the singular',
		evidence,
		usedBy: [parts.xml],
		needs,
		async check(world) {
			const inbox = await world.inbox({ kind: 'order', format: 'xml' });
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			const calls = () =>
				Promise.resolve(inbox.calls.filter(({ body }) => body.includes(order.id)));
			const [call] = await world.until('the event as XML', calls, ({ length }) => length > 0);
			const type = String(call.headers['content-type']);
			is('the content type', type, 'application/xml', type.startsWith('application/xml'));
			for (const name of ['eventName', 'orderEvent', 'orderId', 'line', 'deliveryScheduleLine']) {
				const count = call.body.split(`<${name}>`).length - 1;
				is(`the elements ${name}`, count, 'one or more', count > 0);
			}
			is('lines', call.body.includes('<lines>'), 'no element', !call.body.includes('<lines>'));
		},
	},
	{
		page: 'connectors/webhooks/order-documents-events.md',
		sentence:
			'Attached documents are told as orderDocumentsEvent, with objectId or url and no content',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world);
			const inbox = await world.inbox({ kind: 'orderDocuments' });
			const documents = [{ code: 'MAN-2', url: 'https://files.example.com/m2.pdf' }];
			await order.about('documents', undefined, { documents });
			const event = await world.event(inbox, 'OrderDocumentsAttachedByBuyer', order.id);
			holds('the event', at(event, 'orderDocumentsEvent'), { buyerOrder: { documents } });
		},
	},
	{
		page: 'connectors/webhooks/order-documents-events.md',
		sentence: 'Documents that are embedded in an order are not told as a documents event',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const inbox = await world.inbox({ kind: 'orderDocuments' });
			const documents = [{ code: 'MAN-3' }];
			const order = await TestOrder.issued(world, undefined, { order: { documents } });
			// A later event would come after one about the order itself.
			await order.about('documents', undefined, { documents: [{ code: 'MAN-4' }] });
			await world.event(inbox, 'OrderDocumentsAttachedByBuyer', order.id);
			const own = inbox.calls.filter(({ body }) => body.includes(order.id));
			is('the events', own.length, 'one', own.length === 1);
		},
	},
	{
		page: 'order/supplier/send-order-response/attach-document.md',
		sentence: 'Documents that are embedded in a response are not told as a documents event either',
		evidence,
		usedBy,
		needs: ['buyer', 'supplier', 'webhook'],
		async check(world) {
			const order = await TestOrder.issued(world);
			const inbox = await world.inbox({ kind: 'orderDocuments' });
			await order.respond([{ ...accept('00010'), documents: [{ code: 'MAN-5' }] }]);
			await order.becomes('00010', 'Confirmed');
			// A later event would come after one about the response.
			await order.about('documents', undefined, { documents: [{ code: 'MAN-6' }] });
			await world.event(inbox, 'OrderDocumentsAttachedByBuyer', order.id);
			const own = inbox.calls.filter(({ body }) => body.includes(order.id));
			is('the events', own.length, 'one', own.length === 1);
		},
	},
	{
		page: 'connectors/webhooks/portal-setup.md',
		sentence: 'An event comes by POST, with the credentials that were typed into the portal',
		evidence,
		usedBy: [parts.authentication],
		needs,
		async check(world) {
			const { inbox } = await issuedEvent(world);
			const [{ method, headers }] = inbox.calls;
			is('the method', method, 'POST', method === 'POST');
			const scheme = String(headers.authorization).split(' ')[0];
			is('the scheme', scheme, 'Basic or Bearer', ['Basic', 'Bearer'].includes(scheme));
		},
	},
	{
		page: 'connectors/webhooks/portal-setup.md',
		sentence: 'Only the events that were chosen in the portal come',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const inbox = await world.inbox({ kind: 'order', events: ['OrderLinesReissuedByBuyer'] });
			const order = await TestOrder.issued(world);
			await order.send([line('00010', otherDate)]);
			await world.event(inbox, 'OrderLinesReissuedByBuyer', order.id);
			const own = inbox.calls.filter(({ body }) => body.includes(order.id));
			is('the events', own.length, 'one', own.length === 1);
		},
	},
	{
		page: 'checklist.md',
		sentence: 'A shipment event has the whole shipment, with all lines',
		evidence,
		usedBy,
		needs: ['buyer', 'supplier', 'webhook'],
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const inbox = await world.inbox({ kind: 'shipment' });
			const shipment = await despatched(order);
			const event = await world.event(inbox, 'ShipmentIssuedBySupplier', shipment.id);
			holds('shipment', at(event, 'shipment'), await shipment.read());
		},
	},
];

/** How often an endpoint that answers so is called about one event. */
async function callsAfter(world: World, answers: number[]) {
	const inbox = await world.inbox({ kind: 'order', answers });
	const first = await TestOrder.issued(world);
	await world.event(inbox, 'OrderIssuedByBuyer', first.id);
	return { inbox, first, of: (order: TestOrder) => callsAbout(inbox.calls, order) };
}

function callsAbout(calls: readonly { body: string; at: number }[], order: TestOrder) {
	return calls.filter(({ body }) => body.includes(order.id));
}

/** A rule that an answer is final. */
function isFinal(page: Rule['page'], sentence: string, status: number): Rule {
	return {
		page,
		sentence,
		evidence,
		usedBy: [parts.receive],
		needs,
		async check(world) {
			const { inbox, first, of } = await callsAfter(world, [status, 503, 503, 200]);
			// Two repetitions of a later event take longer than one of this event would.
			const second = await TestOrder.issued(world);
			const repeated = () => Promise.resolve(callsAbout(inbox.calls, second).length);
			await world.until('three calls about a later event', repeated, (count) => count === 3);
			const count = of(first).length;
			if (count !== 1) throw new Differs(`expected one call, got ${count}`);
		},
	};
}

const answersOfOurs: readonly Rule[] = [
	isFinal('api/webhook-vs-polling.md', 'After an answer of 200 an event does not come again', 200),
	isFinal('api/webhook-vs-polling.md', 'After an answer of 400 an event never comes again', 400),
	isFinal('api/webhook-vs-polling.md', 'After an answer of 401 an event never comes again', 401),
	isFinal('api/webhook-vs-polling.md', 'After an answer of 500 an event never comes again', 500),
	{
		page: 'api/webhook-vs-polling.md',
		sentence:
			'After an answer above 500 an event comes again, at growing intervals, until it is taken',
		evidence,
		usedBy: [parts.receive],
		needs,
		async check(world) {
			const { of, first } = await callsAfter(world, [503, 502, 504, 200]);
			const repeated = () => Promise.resolve(of(first).length);
			await world.until('four calls', repeated, (count) => count === 4);
			const [one, two, three, four] = of(first).map((call) => call.at);
			const gaps = [two - one, three - two, four - three];
			is('the intervals in ms', gaps, 'growing', gaps[2] > gaps[0]);
		},
	},
];

const ofTheTrigger: readonly [Rule['page'], string, string, string][] = [
	[
		'connectors/webhooks/webhook-setup.md',
		'The endpoint asks for HTTP Basic or a Bearer token, and answers 401 without',
		parts.authentication,
		'test/integration/triggerSecurity.test.ts',
	],
	[
		'connectors/webhooks/portal-setup.md',
		'With OAuth 2.0 Tradecloud’s tokens come from the Microsoft identity platform',
		parts.entra,
		'test/integration/entra.test.ts',
	],
	[
		'connectors/webhooks/README.md',
		'Whatever may pass is answered above 500, so that Tradecloud calls again',
		parts.receive,
		'test/integration/trigger.test.ts',
	],
	[
		'api/environments.md',
		'Calls come from published addresses, to which an endpoint can be limited',
		parts.addresses,
		'test/integration/triggerSecurity.test.ts',
	],
	[
		'api/compatibility.md',
		'An event of an unknown name, or without an id, is taken',
		parts.event,
		'test/integration/trigger.test.ts',
	],
];

const client: readonly Rule[] = ofTheTrigger.map(([page, sentence, file, provedBy]): Rule => ({
	page,
	sentence,
	evidence,
	usedBy: [file],
	provedBy,
}));

const original: Rule = {
	page: 'connectors/webhooks/portal-setup.md',
	sentence:
		'Calls by GET, with the id in the URL, still come from integrations that were set up so',
	evidence: 'guess',
	ifWrong: 'No such call comes; calls by POST are not touched by it.',
	usedBy: [parts.event],
	provedBy: 'test/integration/trigger.test.ts',
};

export const webhooks: readonly Rule[] = [...bodies, ...answersOfOurs, ...client, original];
