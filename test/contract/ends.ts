/** Lines in each state, and indicators that end them. */
import { accept, answer, line, otherDate, reject, type Body } from './bodies';
import { TestOrder } from './order';

/** Indicators that end a line. */
export const cancelled = { cancelled: true };
export const completed = { completed: true };

/** Lines of an order. */
export const four = ['00010', '00020', '00030', '00040'].map((position) => line(position));
export const two = [line('00010'), line('00020')];

/** Brings four lines into the states Issued, Confirmed, Rejected, and InProgress with a proposal. */
export async function ofEachKind(order: TestOrder): Promise<void> {
	const proposal = answer('00040', otherDate);
	await order.respond([accept('00020'), reject('00030'), proposal]);
	await order.becomes('00020', 'Confirmed');
	await order.becomes('00030', 'Rejected');
	await order.becomes('00040', 'InProgress', 'OpenSupplierProposal');
}

/** Indicators for one line. */
export function onLine(position: string, indicators: Body): Body[] {
	return [{ position, indicators }];
}

/** What was said of one line was processed when what is said of another has come to be. */
export async function sayOfBoth(order: TestOrder, one: Body, witness: Body): Promise<void> {
	await order.about('indicators', [
		{ position: '00010', indicators: one },
		{ position: '00020', indicators: witness },
	]);
}
