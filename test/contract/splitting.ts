/** Deliveries that a supplier splits, and orders in the form with a single delivery. */
import { answer, delivery, firstDate, secondDate, singleLine, type Body } from './bodies';
import { listAt } from './look';
import { TestOrder } from './order';
import { polled } from './polled';
import type { World } from './world';

/** A schedule of which the second delivery is new. */
export const split = [delivery('0001', firstDate, 5), delivery(undefined, secondDate, 7.5)];

/** An order of which the supplier wants to deliver a part later. */
export async function splitBySupplier(order: TestOrder, position: string): Promise<void> {
	const own = { deliverySchedule: split, reason: 'The rest follows' };
	await order.respond([answer(position, own)]);
	await order.becomes(position, 'InProgress', 'OpenSupplierProposal');
}

/** Whether a position is missing. */
export const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** Two deliveries of one line: the second line was split off from the first. */
export function splitLines(more: Body = {}): Body[] {
	const scheduledDelivery = { date: secondDate, quantity: 3 };
	const own = { originalPosition: '0001', scheduledDelivery, ...more };
	return [singleLine('0001'), singleLine('0002', own)];
}

/** The lines of an order in the form with a single delivery. */
export async function singleLines(order: TestOrder): Promise<unknown[]> {
	return listAt(await polled(order, 'poll/single-delivery'), 'lines');
}

/** An order of two such lines. */
export const twoDeliveries = (world: World) => TestOrder.single(world, splitLines());
