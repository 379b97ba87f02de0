/** Rules: what Tradecloud sends to a webhook. */
import { accept, line, otherDate } from '../bodies';
import { at, has, holds, is, listAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
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
export const webhookEvents: readonly Rule[] = [
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
