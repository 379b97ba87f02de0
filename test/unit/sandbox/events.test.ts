/** The events that the sandbox builds for POST webhooks from its live orders and shipments. */
import { startSandbox, type Sandbox } from '../../sandbox';

const aText: unknown = expect.any(String);
const aList: unknown = expect.any(Array);

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const orderId = () => sandbox.orders.list()[1].orderId;

describe('an event', () => {
	interface OrderEvent {
		orderEvent: { orderId: string; version: number; lines: { buyerLine: { position: string } }[] };
		meta: { messageId: string; source: { companyId: string } };
	}
	const positionsOf = ({ orderEvent }: OrderEvent) =>
		orderEvent.lines.map(({ buyerLine }) => buyerLine.position);
	const longOrder = () => {
		const order = sandbox.orders.list().find(({ lines }) => lines.length > 2);
		return order ?? sandbox.orders.list()[0];
	};

	it('holds only the lines that it touched', () => {
		const order = longOrder();
		const { webhooks } = sandbox;
		const name = 'OrderLinesShippedByBuyer';
		const picked = webhooks.orderEvent(order.orderId, name, { positions: ['20', '30'] });
		expect(positionsOf(picked as OrderEvent)).toEqual(['20', '30']);
		sandbox.orders.touch(order.orderId, ['10']);
		const latest = webhooks.orderEvent(order.orderId, name) as OrderEvent;
		expect(positionsOf(latest)).toEqual(['10']);
		expect(latest.orderEvent.version).toBe(order.version);
	});

	it('has a message id of its own, and says which company caused it', () => {
		const events = ['OrderResentBySupplier', 'OrderResentByBuyer'].map(
			(name) => sandbox.webhooks.orderEvent(orderId(), name) as OrderEvent,
		);
		const { buyer, supplier } = sandbox.users;
		expect(events.map(({ meta }) => meta.source.companyId)).toEqual([
			supplier.companyId,
			buyer.companyId,
		]);
		expect(events[0].meta.messageId).not.toBe(events[1].meta.messageId);
	});

	it('comes in single delivery form to those who chose it', () => {
		const event = sandbox.webhooks.orderEvent(orderId(), 'OrderIssuedByBuyer', {
			singleDelivery: true,
		});
		expect(event).not.toHaveProperty('orderEvent');
		expect(event).toMatchObject({
			singleDeliveryOrderEvent: { orderId: orderId(), lines: aList },
		});
		expect(event).toHaveProperty('singleDeliveryOrderEvent.lines.0.statusLine.scheduledDelivery');
	});

	it('about documents tells where they are, never what they hold', () => {
		const event = sandbox.webhooks.orderDocumentsEvent(orderId(), 'OrderDocumentsAttachedByBuyer');
		expect(event).toMatchObject({
			eventName: 'OrderDocumentsAttachedByBuyer',
			orderDocumentsEvent: {
				orderId: orderId(),
				buyerOrder: { documents: [{ objectId: aText }] },
			},
		});
	});

	it('about a shipment holds all of its lines and documents', () => {
		const [shipment] = sandbox.shipments.list();
		expect(sandbox.webhooks.shipmentEvent(shipment.id, 'ShipmentIssuedBySupplier')).toMatchObject({
			eventName: 'ShipmentIssuedBySupplier',
			shipment,
			meta: { messageId: aText },
		});
	});
});
