/** Tradecloud's time stamps, whatever the number of their decimals. */
import { isLater, justBefore, latestOf } from '../../../nodes/Tradecloud/model/timeStamp';

test.each([
	['2027-01-05T08:00:00.124Z', '2027-01-05T08:00:00.123Z', true],
	['2027-01-05T08:00:00.123456Z', '2027-01-05T08:00:00.123Z', true],
	['2027-01-05T08:00:00.1230Z', '2027-01-05T08:00:00.123Z', false],
	['2027-01-05T08:00:00Z', '2027-01-05T08:00:00.000Z', false],
	['2027-01-05T09:00:00+01:00', '2027-01-05T08:00:00.001Z', false],
	['2027-01-05T08:00:00.9Z', '2027-01-05T08:00:00.123456789Z', true],
])('%s is later than %s: %s', (stamp, than, expected) => {
	expect(isLater(stamp, than)).toBe(expected);
});

test('the latest one is given to the letter, and what is no time stamp is passed over', () => {
	const stamps = ['2027-01-05T08:00:00.1Z', undefined, 'soon', '2027-01-05T08:00:00.100001Z', ''];
	expect(latestOf(stamps)).toBe('2027-01-05T08:00:00.100001Z');
	expect(latestOf(['soon', undefined])).toBeUndefined();
});

test('a millisecond before', () => {
	expect(justBefore('2027-01-05T08:00:00.000001Z')).toBe('2027-01-05T07:59:59.999Z');
});
