/** Indicators: what a buyer tells of an order or a line, and a supplier answers (manual: order/buyer/issue/indicators.md). */
import { optionsOf } from '../statuses';
import { indicators, type Fields, type Indicators } from './field';
import { prefixed } from './titles';

/** Of an order and of a line; those of a line overrule those of the order. */
const both = {
	cancelled: 'It is not needed any more, and is cancelled at once',
	completed: 'It is closed, mostly because its invoice is approved',
	confirmed: 'The supplier has confirmed it outside Tradecloud, for orders that are migrated',
	delivered: 'All goods have arrived. Only for stock items with a delivery tolerance.',
	requestReconfirmation: 'Ask the supplier to confirm it once more',
	shipped: 'The supplier has shipped all goods',
};

const orderOnly = {
	autoConfirm: 'Confirm what the supplier proposes without asking the buyer',
	cancelLineWhenMissing: 'Cancel lines that are not in this message. Without lines, all of them.',
};

/** manual: order/buyer/issue/no-delivery-expected.md, order/buyer/issue/propose-when-accepted.md */
const lineOnly = {
	noDeliveryExpected: 'No goods will be delivered, as for a fee (planned by Tradecloud)',
	proposeWhenAccepted: 'What the supplier accepts still needs the approval of the buyer',
};

const undoing =
	"To undo 'Cancelled' or 'Completed', use the operations 'Revert Cancelled' and 'Revert Completed'.";
const words = `The indicators to set. Those not chosen stay as they are. ${undoing}`;

/** Postman sends noDeliveryExpected with an order as well (manual: api/tools/postman.md). */
const knownOfOrder = [...Object.keys(orderOnly), 'noDeliveryExpected'];

/** As part of an order. */
export const inOrder: Indicators = indicators(words, optionsOf({ ...both, ...orderOnly }), [
	'noDeliveryExpected',
]);
export const inOrderLine: Indicators = indicators(words, optionsOf({ ...both, ...lineOnly }), []);

/** As a message of their own: what only an order can hold is known, and not offered. */
export const orderIndicators: Fields = prefixed('Order', {
	indicators: indicators(words, optionsOf(both), knownOfOrder, {
		common: true,
		example: 'shipped',
	}),
});
export const lineIndicators: Indicators = indicators(
	words,
	optionsOf(both),
	Object.keys(lineOnly),
	{
		common: true,
		required: true,
		example: 'delivered',
	},
);

/**
 * A supplier's answer (manual: order/supplier/send-order-response/README.md; `shipped` and `cancelled`:
 * SDK: SendOrderResponse/order-response.json).
 */
export function answer(description: string, what: string): Indicators {
	const options = [
		{ name: 'Accept', value: 'accepted', description: `Accept ${what} as requested` },
		{ name: 'Reject', value: 'rejected', description: `Reject ${what}` },
	];
	const more = { one: true, common: true, name: 'answer', title: 'Answer' };
	return indicators(description, options, ['shipped', 'cancelled'], more);
}
