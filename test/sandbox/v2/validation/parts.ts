/** Parts of messages: identifiers, dates, lists, and what the bodies of several messages share. */
import { z } from 'zod';

/**
 * White space is forbidden (manual: api/rules.md). Guess: so are characters that nobody sees; if
 * Tradecloud takes them, two numbers that look alike are two orders.
 */
const visible = /^[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}]*$/u;
const readable = 'must be a text without white space or invisible characters';

export const text = z.string();
export const number = z.number();
export const flag = z.boolean();

/** An identifier that may be left out or empty, which is the same (manual: order/buyer/issue/README.md, item). */
export const optionalIdentifier = z
	.string()
	.regex(visible, readable)
	.optional()
	.transform((given) => given || undefined);

/** An identifier that must be there. */
export const identifier = z.string().min(1, readable).regex(visible, readable);

/** manual: api/standards.md, ISO date/time */
export const date = z.string().refine((given) => isMoment(`${given}T00:00:00`), {
	message: 'must be a date of the form yyyy-MM-dd',
});

/** A date that may be left empty where it is not known (manual: order/supplier/send-order-response/README.md). */
export const unknownDate = z
	.literal('')
	.transform(() => undefined)
	.or(date)
	.optional();

/** A local moment, without a time zone (manual: api/standards.md, ISO date/time). */
export const localDateTime = z.string().refine(isMoment, {
	message: 'must be of the form yyyy-MM-ddThh:mm:ss',
});

/** SDK: SendDespatchAdvice/despatch-advice.json; the manual says no more than "local time". */
export const localTime = z.string().refine((given) => isMoment(`2000-01-01T${given}`), {
	message: 'must be of the form hh:mm:ss',
});

/** manual: order/buyer/issue/README.md, prices (ISO 4217) */
const currencyIso = z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter ISO 4217 code');

/** manual: order/buyer/issue/README.md, company party and item details (ISO 3166-1 alpha-2) */
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter ISO 3166-1 code');

/** A list holds at most 100 elements (manual: api/rules.md). */
export function list<T extends z.ZodTypeAny>(element: T) {
	return z.array(element).max(100);
}

/** One line or more, at most 500 (manual: api/rules.md; order/buyer/issue/README.md, lines). */
export function lines<T extends z.ZodTypeAny>(line: T) {
	return z.array(line).min(1).max(500);
}

/** Positions are unique (manual: order/buyer/issue/README.md, delivery-schedule.md); missing ones are not compared. */
export function unique<T extends { position?: string }>(
	elements: readonly T[],
	context: z.RefinementCtx,
): void {
	const seen = new Set<string>();
	elements.forEach(({ position }, index) => {
		if (position !== undefined && seen.has(position)) {
			const message = 'must be unique';
			context.addIssue({ code: 'custom', path: [index, 'position'], message });
		}
		if (position !== undefined) seen.add(position);
	});
}

const money = z.object({ value: number, currencyIso });

/** In a price at least the transaction currency is given (manual: order/buyer/issue/README.md, prices). */
const price = z.object({
	priceInTransactionCurrency: money,
	priceInBaseCurrency: money.optional(),
});

/** `netPrice`, or `grossPrice` with a discount, is advised (manual: order/buyer/issue/README.md). */
export const prices = z.object({
	grossPrice: price.optional(),
	discountPercentage: number.optional(),
	netPrice: price.optional(),
	priceUnitOfMeasureIso: text.optional(),
	priceUnitQuantity: number.optional(),
});

/** All is optional, metadata by itself too (manual: order/buyer/issue/attach-document.md). */
export const document = z.object({
	code: text.optional(),
	revision: text.optional(),
	name: text.optional(),
	description: text.optional(),
	type: text.optional(),
	objectId: text.optional(),
	url: text.optional(),
});

/** manual: order/buyer/issue/README.md, item details */
export const itemDetails = z
	.object({
		countryOfOriginCodeIso2: country.optional(),
		combinedNomenclatureCode: text.optional(),
		netWeight: number.optional(),
		netWeightUnitOfMeasureIso: text.optional(),
		dangerousGoodsCodeUnece: text.optional(),
		serialNumber: text.optional(),
		batchNumber: text.optional(),
	})
	.refine((given) => given.netWeight === undefined || given.netWeightUnitOfMeasureIso, {
		path: ['netWeightUnitOfMeasureIso'],
		message: 'is required beside netWeight',
	});

/** manual: api/rules.md counts `contact.email` and `contact.userName` among the identifiers. */
export const contact = z.object({ email: optionalIdentifier, userName: optionalIdentifier });

/** An object, though the manual speaks of "the user email or user name" (SDK: SendOrder/order.json). */
export const erpUser = z.object({ email: text.optional(), userName: text.optional() });

export const properties = list(z.object({ key: text, value: text.default('') }));
export const texts = list(text);
export const documents = list(document);

/** Needed where the user is authorised for several companies (manual: order/buyer/issue/README.md). */
export const companyId = optionalIdentifier;

/**
 * A delivery that has taken place. Guess: it needs a date and a quantity, as it is matched by them
 * (manual: order/buyer/receive-goods.md); if not, one without them is refused here alone.
 */
export const actualDelivery = z.object({
	position: optionalIdentifier,
	date,
	quantity: number,
});

/** Whether a local moment exists: the 30th of February comes back as another day. */
function isMoment(moment: string): boolean {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(moment)) return false;
	const parsed = new Date(`${moment}Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(moment);
}
