import { json } from '../../../nodes/Tradecloud/actions/operation';

test('more things than a function takes arguments are all put out', () => {
	const things = Array.from({ length: 500_000 }, (_, index) => ({ index }));
	const output = json(things);
	expect(output).toHaveLength(500_000);
	expect(output.at(-1)).toEqual({ json: { index: 499_999 } });
});
