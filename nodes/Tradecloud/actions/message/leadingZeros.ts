/** Positions that have lost their leading zeros, since spreadsheets make 10 of 00010. */
import { NodeApiError, type IDataObject } from 'n8n-workflow';

import { linesOf, textAt } from '../../model/order';
import { orderByNumber } from '../../transport/orders';
import { shortPatience } from '../../transport/request';
import type { Job, JobCaller } from '../operation';

const advice =
	'If the sheet has lost leading zeros, make the column text there and enter them again.';

/** What to say where the lines of a message have positions such as '00020', and also '10'. */
export function mixedPositions({ body = {}, key = {} }: Job): string | undefined {
	const positions = positionsOf(body);
	const pair = shortened(positions, positions);
	const number = Object.values(key).join(' / ');
	return (
		pair && `'${number}' has positions such as '${pair.whole}', and also '${pair.short}'. ${advice}`
	);
}

/**
 * The same error; where Tradecloud could not find the order or a line, it also tells whether the order has
 * such positions. An order that cannot be read changes nothing.
 */
export async function withPositions(error: unknown, caller: JobCaller, job: Job): Promise<unknown> {
	const { body = {}, key: { purchaseOrderNumber = '' } = {} } = job;
	if (!(error instanceof NodeApiError && error.httpCode === '404' && purchaseOrderNumber))
		return error;
	const patient = { ...caller, patience: shortPatience };
	const order = await orderByNumber(patient, purchaseOrderNumber, '').catch(() => ({}));
	const known = linesOf(order).flatMap((line) => textAt(line, 'buyerLine', 'position') ?? []);
	const pair = shortened(positionsOf(body), known);
	if (!pair) return error;
	const says = `The order has the position '${pair.whole}', and the message '${pair.short}'. ${advice}`;
	return Object.assign(error, { description: `${says} ${error.description}` });
}

function positionsOf(body: IDataObject): string[] {
	return linesOf(body).flatMap(
		(line) => textAt(line, 'position') ?? textAt(line, 'purchaseOrderLinePosition') ?? [],
	);
}

function shortened(positions: string[], known: string[]) {
	const whole = known.find((own) => /^0\d+$/.test(own));
	const short = positions.find((own) => whole && /^\d+$/.test(own) && own.length < whole.length);
	return whole && short ? { whole, short } : undefined;
}
