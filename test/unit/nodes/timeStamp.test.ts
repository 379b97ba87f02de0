/** Tradecloud's time stamps, whatever the number of their decimals. */
import { isLater, justBefore, latestOf, stampOf } from '../../../nodes/Tradecloud/model/timeStamp';

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

describe('a time that a user enters', () => {
	const zone = 'Europe/Amsterdam';

	test.each([
		['2026-01-05T08:00:00', '2026-01-05T07:00:00.000Z'],
		['2026-07-05', '2026-07-04T22:00:00.000Z'],
		['2026-07-05 08:00:00', '2026-07-05T06:00:00.000Z'],
		['2026-07-05T08:00:00+05:00', '2026-07-05T03:00:00.000Z'],
		['Mon, 05 Jan 2026 08:00:00 GMT', '2026-01-05T08:00:00.000Z'],
		[new Date('2026-01-05T08:00:00Z'), '2026-01-05T08:00:00.000Z'],
		['2026-01-05T08:00:00.123456Z', '2026-01-05T08:00:00.123456Z'],
		// It comes twice, at 00:30 and at 01:30 UTC.
		['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
		['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
		// It never comes.
		['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
	])('%s is %s', (time, stamp) => expect(stampOf(time, zone)).toBe(stamp));

	test.each([
		'2026-13-45',
		'2026-13-45T08:00:00Z',
		'2026-02-30',
		'2026-02-30T08:00:00Z',
		'2026-01-05T25:00:00Z',
		'03/04/2026',
		'45',
		45,
		'10:30',
		'soon',
		'tomorrow',
	])('%s is none', (time) => expect(stampOf(time, zone)).toBeUndefined());
});
