/** What a buyer says of an order and of a line, beside what is negotiated. */
import { contacts } from '../../data/names';
import type { BuyerLine, Contact, ItemDetails, OrderLine } from '../../data/model';
import type { SentLine } from '../validation/order';
import type { Context } from './context';
import { without } from './without';

/** What the buyer sent of a line and Tradecloud echoes as it is (manual: order/buyer/receive/README.md, buyer line). */
export type LinePart = Omit<
	BuyerLine,
	'deliverySchedule' | 'deliveryHistory' | 'prices' | 'requests' | 'indicators'
>;

/** The part of a sent line that is an echo; what was not sent is not in it. */
export function linePartOf(sent: SentLine): Partial<LinePart> & { position: string } {
	return without(
		sent,
		'deliverySchedule',
		'deliveryHistory',
		'prices',
		'indicators',
		'lineType',
		'chargeReasonCode',
	);
}

/** A contact with the id of its user, where somebody has that e-mail address. */
export function contactOf({ email }: Contact, { users }: Pick<Context, 'users'>): Contact {
	const seeded = [...contacts.buyer, contacts.supplier].find((contact) => contact.email === email);
	const userId = seeded?.userId ?? users.find(({ username }) => username === email)?.userId;
	return { ...(email !== undefined && { email }), ...(userId !== undefined && { userId }) };
}

/** Both sides' details, those of the supplier prevailing (manual: order/buyer/issue/README.md, item details). */
export function mergedDetails({ buyerLine, supplierLine }: OrderLine): ItemDetails {
	return { ...buyerLine.itemDetails, ...supplierLine.itemDetails };
}
