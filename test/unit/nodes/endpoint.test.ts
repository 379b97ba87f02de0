/** Values of users within the path of a request. */
import fc from 'fast-check';

import { endpoint } from '../../../nodes/Tradecloud/transport/endpoint';

test('a value stays one part of the path, whatever it is, or is refused', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (value) => {
			let path: string;
			try {
				path = endpoint`/order/${value}/lines`;
			} catch (error) {
				return /cannot be an id or number in Tradecloud/.test((error as Error).message);
			}
			const url = new URL(`https://example.com/v2${path}`);
			const parts = url.pathname.split('/');
			return (
				parts.length === 5 &&
				decodeURIComponent(parts[3]) === value &&
				url.search === '' &&
				url.hash === ''
			);
		}),
	);
});

test.each(['', '.', '..'])('%j is refused', (value) => {
	expect(() => endpoint`/order/${value}`).toThrow(
		`'${value}' cannot be an id or number in Tradecloud.`,
	);
});

test.each([[['..']], [['A']], [{ toString: '..' }], [null], [undefined], [true], [[]]])(
	'%j is no text, and refused',
	(value) => {
		expect(() => endpoint`/order/${value}/buyer/resend`).toThrow(
			/cannot be an id or number in Tradecloud/,
		);
	},
);

test('a number is taken for its digits', () => {
	expect(endpoint`/order/${4711}`).toBe('/order/4711');
});
