/** Positions that have lost their leading zeros, since spreadsheets make 10 of 00010. */
import { NodeApiError } from 'n8n-workflow';

import { linesOf, textAt } from '../../model/order';
import { orderByNumber } from '../../transport/orders';
import { shortPatience } from '../../transport/caller';
import type { Job, JobCaller } from '../operation';

/** What to say where the lines of a message have positions such as '00020', and also '10'. */
export function lostZeros(job: Job, known = positionsOf(job)): string | undefined {
	const whole = known.find((own) => /^0\d+$/.test(own));
	const isShort = (own: string) => whole && /^\d+$/.test(own) && own.length < whole.length;
	const short = positionsOf(job).find(isShort);
	const number = Object.values(job.key ?? {}).join(' / ');
	return (
		short &&
		`Position '${short}' may have lost leading zeros, since '${number}' has '${whole}'. Format the column as text in the sheet, and enter them again.`
	);
}

/**
 * The same error; where Tradecloud could not find the order or a line, it also tells whether the order has
 * such positions. An order that cannot be read changes nothing.
 */
export async function withLostZeros(error: unknown, caller: JobCaller, job: Job): Promise<unknown> {
	const { purchaseOrderNumber } = job.key ?? {};
	const isUnknown = error instanceof NodeApiError && error.httpCode === '404';
	if (!isUnknown || purchaseOrderNumber === undefined) return error;
	const patient = { ...caller, patience: shortPatience };
	const order = await orderByNumber(patient, purchaseOrderNumber, '').catch(() => ({}));
	const known = linesOf(order).flatMap((line) => textAt(line, 'buyerLine', 'position') ?? []);
	const description = [lostZeros(job, known), error.description].filter(Boolean).join(' ');
	return Object.assign(error, { description });
}

function positionsOf({ body = {} }: Job): string[] {
	return linesOf(body).flatMap(
		(line) => textAt(line, 'position') ?? textAt(line, 'purchaseOrderLinePosition') ?? [],
	);
}
