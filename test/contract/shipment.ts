/** Despatch advices about the orders of the rules, and what becomes of them. */
import type { Body } from './bodies';
import type { Client } from './client';
import { answered, at, textAt } from './look';
import { TestOrder } from './order';
import { send, type World } from './world';

/** A shipment that the supplier has announced. */
export interface Despatched {
	id: string;
	shipmentNumber: string;
	body: Body;
	read: (client?: Client) => Promise<unknown>;
}

/** The body of a despatch advice with one line, for line 00010 of an order. */
export async function adviceBody(
	order: TestOrder,
	shipmentNumber: string,
	line: Body = {},
	shipment: Body = {},
): Promise<Body> {
	return {
		header: {
			buyerAccountNumber: textAt(await order.read(), 'supplierOrder.buyerAccountNumber'),
			despatchAdviceNumber: `DA-${shipmentNumber}`,
			shipment: { shipmentNumber, ...shipment },
		},
		lines: [
			{
				despatchAdviceLinePosition: '1',
				purchaseOrderNumber: order.number,
				purchaseOrderLinePosition: '00010',
				despatchQuantity: 12.5,
				...line,
			},
		],
	};
}

/** The supplier announces a shipment of line 00010, and it can be read. */
export async function despatched(
	order: TestOrder,
	line: Body = {},
	shipment: Body = {},
	shipmentNumber = order.world.number(),
): Promise<Despatched> {
	const { world } = order;
	const body = await adviceBody(order, shipmentNumber, line, shipment);
	await send(world.supplier, 'shipment/despatch-advice', body);
	const { companyId } = await world.supplier.claims();
	const id = `${companyId}-${shipmentNumber}`;
	const path = `/shipment/${encodeURIComponent(id)}`;
	const read = async (client = world.supplier) => {
		const reply = await client.get(path);
		answered(`GET ${path}`, reply, 200);
		return reply.data;
	};
	const isThere = async () => (await world.supplier.get(path)).status;
	await world.until(`the shipment ${id} to exist`, isThere, (status) => status === 200);
	return { id, shipmentNumber, body, read };
}

/** The lines of a shipment, in and outside its load carriers. */
export function firstLine(shipment: unknown): unknown {
	return at(shipment, 'lines.0') ?? at(shipment, 'loadCarriers.0.lines.0');
}

/** A shipment that no rule changes, and its order. */
export function sampleShipment(world: World): Promise<{ order: TestOrder; shipment: Despatched }> {
	return world.once('a shipment', async () => {
		const order = await TestOrder.confirmed(world);
		return { order, shipment: await despatched(order) };
	});
}
