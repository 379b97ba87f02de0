import { Memory } from '../../../nodes/Tradecloud/model/memory';

describe('what a process remembers', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const memory = () => new Memory<string>({ lifeMilliseconds: 1_000, cap: 2 });

	it('is there for its life after it was last set, and not longer', () => {
		const remembered = memory();
		remembered.set('key', 'first');
		jest.advanceTimersByTime(999);
		remembered.set('key', 'second');
		jest.advanceTimersByTime(999);
		expect(remembered.get('key')).toBe('second');
		jest.advanceTimersByTime(1);
		expect(remembered.get('key')).toBeUndefined();
	});

	it('is no more than its cap: what was set longest ago goes first', () => {
		const remembered = memory();
		remembered.set('a', '1');
		remembered.set('b', '2');
		remembered.set('a', '3');
		remembered.set('c', '4');
		expect(['a', 'b', 'c'].map((key) => remembered.get(key))).toEqual(['3', undefined, '4']);
	});

	it('is nothing after it was deleted, or when the clock was set back behind it', () => {
		const remembered = memory();
		remembered.set('a', '1');
		remembered.set('b', '2');
		remembered.delete('a');
		jest.setSystemTime(Date.now() - 60_000);
		expect(['a', 'b'].map((key) => remembered.get(key))).toEqual([undefined, undefined]);
	});
});
