/** An order that a rule has made: what buyer and supplier do with it, and what becomes of it. */
import { accept, destination, line, singleLine, type Body } from './bodies';
import type { Answer, Client } from './client';
import { answered, at, holds, listAt, textAt } from './look';
import { Differs } from './rule';
import { send, type World } from './world';

/** Parts of a message beside its lines. */
export interface Parts {
	/** Of the header. */
	order?: Body;
	/** Beside header and lines. */
	beside?: Body;
}

export class TestOrder {
	private constructor(
		readonly world: World,
		readonly number: string,
		readonly id: string,
		private readonly accountNumber: string,
	) {}

	/** A number for which no order was sent yet. */
	static async planned(world: World, number = world.number()): Promise<TestOrder> {
		const { companyId } = await world.buyer.claims();
		const accountNumber = await world.supplierAccountNumber();
		return new TestOrder(world, number, `${companyId}-${number}`, accountNumber);
	}

	/** An order that the buyer has sent, with these lines. */
	static async issued(world: World, lines = [line('00010')], parts?: Parts): Promise<TestOrder> {
		const order = await TestOrder.planned(world);
		await order.send(lines, { ...parts, order: { destination, ...parts?.order } });
		await order.exists();
		return order;
	}

	/** An order all of whose lines both sides have agreed on. */
	static async confirmed(world: World, lines = [line('00010')]): Promise<TestOrder> {
		const positions = lines.map(({ position }) => String(position));
		const order = world.hasSupplier
			? await TestOrder.issued(world, lines)
			: await TestOrder.issued(world, lines, { order: { indicators: { confirmed: true } } });
		if (world.hasSupplier) await order.respond(positions.map(accept));
		for (const position of positions) await order.becomes(position, 'Confirmed');
		return order;
	}

	/** An order in the form with a single delivery. */
	static async single(world: World, lines = [singleLine('0001')]): Promise<TestOrder> {
		const order = await TestOrder.planned(world);
		await order.sendSingle(lines, { order: { destination } });
		await order.exists();
		return order;
	}

	/** The body of an order message. */
	body(lines: readonly Body[], { order, beside }: Parts = {}): Body {
		const known = { supplierAccountNumber: this.accountNumber, purchaseOrderNumber: this.number };
		return { order: { ...known, ...order }, lines, ...beside };
	}

	/** The buyer sends the order, or a change of it. */
	send(lines: readonly Body[], parts?: Parts): Promise<Answer> {
		return send(this.world.buyer, 'order', this.body(lines, parts));
	}

	/** The same in the form with a single delivery. */
	sendSingle(lines: readonly Body[], parts?: Parts): Promise<Answer> {
		return send(this.world.buyer, 'order/single-delivery', this.body(lines, parts));
	}

	/** The buyer sends a message about the order, such as its indicators. */
	about(
		subject: 'indicators' | 'deliveries' | 'deliveryHistory' | 'documents',
		lines?: readonly Body[],
		order: Body = {},
	): Promise<Answer> {
		const header = { purchaseOrderNumber: this.number, ...order };
		return send(this.world.buyer, `order/${subject}`, { order: header, lines });
	}

	/** The body of a response. */
	async responseBody(lines: readonly Body[], { order, beside }: Parts = {}): Promise<Body> {
		const buyerAccountNumber = textAt(await this.read(), 'supplierOrder.buyerAccountNumber');
		const known = { buyerAccountNumber, purchaseOrderNumber: this.number };
		return { order: { ...known, ...order }, lines, ...beside };
	}

	/** The supplier responds. */
	async respond(lines: readonly Body[], parts?: Parts): Promise<Answer> {
		return await send(this.world.supplier, 'order-response', await this.responseBody(lines, parts));
	}

	/** A command on the order that only some logins may give. */
	command(path: string, body: Body = {}, client: Client = this.world.approver): Promise<Answer> {
		return client.post(`/order/${encodeURIComponent(this.id)}/${path}`, body);
	}

	/** The answer to GET /order/{id}. */
	get(client: Client = this.world.buyer): Promise<Answer> {
		return client.get(`/order/${encodeURIComponent(this.id)}`);
	}

	/** The order as Tradecloud holds it. */
	async read(client?: Client): Promise<unknown> {
		const reply = await this.get(client);
		answered(`GET /order/${this.id}`, reply, 200);
		return reply.data;
	}

	/** Resolves when Tradecloud has the order. */
	async exists(): Promise<void> {
		await this.world.eventually(() => this.read());
	}

	/** The line at a position. */
	async line(position: string): Promise<unknown> {
		const found = lineOf(await this.read(), position);
		if (found === undefined) throw new Differs(`expected a line ${position}, got none`);
		return found;
	}

	/** Waits until the order holds all that is expected, and returns it. */
	holds(expected: Body): Promise<unknown> {
		return this.world.eventually(async () => {
			const found = await this.read();
			holds('the order', found, expected);
			return found;
		});
	}

	/** Waits until a line holds all that is expected, and returns it. */
	lineHolds(position: string, expected: Body): Promise<unknown> {
		return this.world.eventually(async () => {
			const found = await this.line(position);
			holds(`line ${position}`, found, expected);
			return found;
		});
	}

	/** Waits until a line has this process status, and, where it is in progress, this reason for it. */
	becomes(position: string, processStatus: string, inProgressStatus?: string): Promise<unknown> {
		return this.lineHolds(position, { status: { processStatus, inProgressStatus } });
	}

	/** Waits until a line has this logistics status. */
	moves(position: string, logisticsStatus: string): Promise<unknown> {
		return this.lineHolds(position, { status: { logisticsStatus } });
	}

	/** Waits until a line has another reason for being in progress, or none. */
	leaves(position: string, inProgressStatus: string): Promise<unknown> {
		return this.world.until(
			`line ${position} to be ${inProgressStatus} no longer`,
			async () => at(await this.line(position), 'status'),
			(status) => at(status, 'inProgressStatus') !== inProgressStatus,
		);
	}
}

/** The line of an order at a position. */
export function lineOf(order: unknown, position: string): unknown {
	return listAt(order, 'lines').find((found) => at(found, 'buyerLine.position') === position);
}
