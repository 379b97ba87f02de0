/** An order that the buyer sends again. */
import { delivery, line, thirdDate, type Body } from './bodies';
import { TestOrder } from './order';

/** Sends a changed line beside a new one, and waits for the new one: then the message was processed. */
export async function sendBesideNew(order: TestOrder, own: Body): Promise<unknown> {
	await order.send([own, line('00099')]);
	await order.becomes('00099', 'Issued');
	return await order.line(String(own.position));
}

/** A date that is neither the first nor the second. */
export const thirdSchedule = { deliverySchedule: [delivery('0001', thirdDate, 12.5)] };
