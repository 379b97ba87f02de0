/** The events that the sandbox builds for POST webhooks from its live orders and shipments. */
import { startSandbox, type Order, type Sandbox } from '../../sandbox';
import { storeOrder } from '../../sandbox/build';

let sandbox: Sandbox;
let order: Order;

beforeAll(async () => {
	sandbox = await startSandbox();
	order = storeOrder(sandbox, { lines: [{}, {}, {}] });
});
afterAll(() => sandbox.close());

interface OrderEvent {
	orderEvent: { orderId: string; version: number; lines: { buyerLine: { position: string } }[] };
	meta: { messageId: string; source: { companyId: string } };
}
const eventOf = (name: string, options?: object) =>
	sandbox.webhooks.orderEvent(order.id, name, options) as OrderEvent;
const positionsOf = ({ orderEvent }: OrderEvent) =>
	orderEvent.lines.map(({ buyerLine }) => buyerLine.position);

it('names the order by orderId, and not by id', () => {
	const { orderEvent } = eventOf('OrderIssuedByBuyer', { reason: 'Because' });
	expect(orderEvent).toMatchObject({ orderId: order.id, reason: 'Because' });
	expect(orderEvent).not.toHaveProperty('id');
	expect(order).not.toHaveProperty('orderId');
});

it('holds only the lines that it touched', () => {
	const name = 'OrderLinesShippedByBuyer';
	expect(positionsOf(eventOf(name, { positions: ['20', '30'] }))).toEqual(['20', '30']);
	sandbox.orders.touch(order.id, ['10']);
	const latest = eventOf(name);
	expect(positionsOf(latest)).toEqual(['10']);
	expect(latest.orderEvent.version).toBe(order.version);
});

it('has a message id of its own, and says which company caused it', () => {
	const events = ['OrderResentBySupplier', 'OrderResentByBuyer'].map((name) => eventOf(name));
	const { buyer, supplier } = sandbox.users;
	expect(events.map(({ meta }) => meta.source.companyId)).toEqual([
		supplier.companyId,
		buyer.companyId,
	]);
	expect(events[0].meta.messageId).not.toBe(events[1].meta.messageId);
});

it('comes in single delivery form to those who chose it', () => {
	const event = eventOf('OrderIssuedByBuyer', { singleDelivery: true });
	expect(event).not.toHaveProperty('orderEvent');
	expect(event).toHaveProperty('singleDeliveryOrderEvent.orderId', order.id);
	expect(event).toHaveProperty('singleDeliveryOrderEvent.lines.0.statusLine.scheduledDelivery');
});

it('about documents tells where they are, never what they hold', () => {
	const [{ id: orderId, buyerOrder }] = sandbox.orders.list();
	const event = sandbox.webhooks.orderDocumentsEvent(orderId, 'OrderDocumentsAttachedByBuyer');
	const { objectId } = buyerOrder.documents[0];
	expect(event).toMatchObject({
		eventName: 'OrderDocumentsAttachedByBuyer',
		orderDocumentsEvent: { orderId, buyerOrder: { documents: [{ objectId }] } },
	});
});

it('about a shipment holds all of its lines and documents', () => {
	const [shipment] = sandbox.shipments.list();
	expect(sandbox.webhooks.shipmentEvent(shipment.id, 'ShipmentIssuedBySupplier')).toMatchObject({
		eventName: 'ShipmentIssuedBySupplier',
		shipment,
	});
});

it('is one that Tradecloud has', () => {
	const change = { kind: 'order', orderId: order.id, positions: ['10'] } as const;
	const publish = (eventName: string) => sandbox.webhooks.publish({ ...change, eventName });
	expect(() => publish('OrderResentByBuyer')).not.toThrow();
	expect(() => publish('OrderEatenByBuyer')).toThrow('no order event OrderEatenByBuyer');
});
