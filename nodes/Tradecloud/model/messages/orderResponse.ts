/** The message by which a supplier answers an order (manual: order/supplier/send-order-response/README.md). */
import { listAt, valueAt } from '../order';
import { isNone, type Finding } from './field';
import { message } from './message';
import { Unread } from './unread';

/** Indicators `shipped` and `cancelled`: SDK: SendOrderResponse/order-response.json */
const table = `
	order!
		...purchaseOrderNumber
		...buyerAccountNumber
		indicators*- = answer: Answer to All Lines | indicators one | | For all lines below that have no answer of their own
			accepted = Accept | Accept these lines as requested
			rejected = Reject | Reject these lines
			shipped
			cancelled
		...companyId
		contact (Contact)
			...contact
		(Order)
			...remarks
	lines[]! | least=1 most=500 unique=purchaseOrderLinePosition
		purchaseOrderLinePosition! = position: Purchase Order Line Position | identifier | 10 | The number of the line in the order of the buyer
		deliverySchedule[] | unique=position perRow
			...deliveryPosition
			...delivery
		...prices
		indicators* = answer: Answer | indicators one | | Without one, the dates, quantities and prices of the line are the answer
			accepted = Accept | Accept the line as requested
			rejected = Reject | Reject the line
			shipped
			cancelled
		reason*                | text       | One week later | Why the line differs from the order, is rejected or split
		salesOrderNumber       | identifier | SO-2027-31 | The number of your sales order
		salesOrderLinePosition | identifier | 10         | The position of the line in your sales order
		...itemDetails
		...remarks
	erpResponseDateTime | dateTime | 2027-01-05T14:00:00 | When it was answered in your ERP
	erpRespondedBy (ERP Responded By)
		...person
`;

export const orderResponse = message({
	name: 'order response',
	key: ['purchaseOrderNumber'],
	lineKey: ['position'],
	table,
	rule: isAnswer,
});

/** Each line is accepted, rejected or says something, itself or with the whole response. */
function* isAnswer({ order, lines }: Record<string, unknown>): Generator<Finding> {
	yield* isOneAnswer(['order'], order);
	const isSaid = !isSilent(order, ['purchaseOrderNumber', 'buyerAccountNumber', 'companyId']);
	for (const [index, line] of listAt({ lines }, 'lines').entries()) {
		const path = ['lines', index];
		yield* isOneAnswer(path, line);
		// For what is accepted or rejected, deliveries and prices do not matter.
		const isDecided = [line, order].some((own) => answersIn(own).length > 0);
		if (
			Array.isArray(valueAt(line, 'deliverySchedule')) &&
			!listAt(line, 'deliverySchedule')[0] &&
			!isDecided
		) {
			yield { path: [...path, 'deliverySchedule'], says: 'is empty' };
		}
		if (!isSaid && isSilent(line, ['purchaseOrderLinePosition'])) {
			const says =
				'has no answer: accept or reject it, or enter deliveries, prices or what else changes';
			yield { path, says };
		}
	}
}

function answersIn(of: unknown): string[] {
	return ['accepted', 'rejected'].filter((name) => valueAt(of, 'indicators', name) === true);
}

function* isOneAnswer(path: Finding['path'], of: unknown): Generator<Finding> {
	if (answersIn(of).length < 2) return;
	yield { path: [...path, 'indicators'], says: 'are both accepted and rejected' };
}

/** Whether nothing is given beside these fields, or only empty lists and indicators that are not set. */
function isSilent(of: unknown, beside: string[]): boolean {
	return Object.entries(Object(of) as object).every(([key, value]: [string, unknown]) => {
		if (value instanceof Unread) return beside.includes(key);
		const isUnset = key === 'indicators' && !Object.values(Object(value) as object).includes(true);
		return beside.includes(key) || isUnset || isNone(value);
	});
}
