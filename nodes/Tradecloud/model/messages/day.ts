/** Days and times as people and programs write them: `31-1-2027`, a serial number of Excel, a time stamp. */
import { settled, cited, Unread } from './unread';

export type DateFormat = 'dayMonthYear' | 'monthDayYear';

/** By what days are read. */
export interface Calendar {
	dateFormat?: DateFormat;
	/** A point in time in the workflow's time zone, as `yyyy-MM-ddThh:mm:ss`. */
	localTime: (instant: Date) => string;
}

/** A clock of a time zone such as Europe/Amsterdam. */
export function localTimeIn(timeZone: string): Calendar['localTime'] {
	// The Swedish form is that of ISO 8601.
	const options = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
	const clock = new Intl.DateTimeFormat('sv-SE', options);
	return (instant) => clock.format(instant).replace(' ', 'T');
}

const zoned = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:(Z)|([+-]\d\d):?(\d\d)?)$/;
const clock = /^(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?$/i;
const yearFirst = /^(\d{4})([-./])(\d\d?)\2(\d\d?)$/;
const yearLast = /^(\d\d?)([-./])(\d\d?)\2(\d{4}|\d\d)$/;

/**
 * A day as `yyyy-MM-dd`, a time as `hh:mm:ss`, or both; undefined where there is none in a cell.
 *
 * n8n 2.41 hands over: Extract From File serial numbers from xlsx and xls, the machine's midnight from ods,
 * and text from csv; Google Sheets text, as the sheet shows it; PostgreSQL `yyyy-MM-dd` (before version 2.7
 * of its node the machine's midnight), and time stamps in UTC.
 */
export function dayIn(
	content: unknown,
	kind: 'date' | 'dateTime' | 'time',
	calendar: Calendar,
): string | Unread | undefined {
	const local = localIn(content, kind, calendar);
	if (typeof local !== 'string') return local;
	if (kind === 'date') return local.slice(0, 10);
	return kind === 'dateTime' ? local.padEnd(19, 'T00:00:00') : local.slice(11) || undefined;
}

/** `yyyy-MM-dd`, and `Thh:mm:ss` behind it where there is a time. */
function localIn(content: unknown, kind: string, calendar: Calendar): string | Unread | undefined {
	if (typeof content === 'number') return ofSerial(content, kind);
	if (typeof content !== 'string') return undefined;
	if (/^\d{5}([.,]\d+)?$/.test(content)) return ofSerial(Number(content.replace(',', '.')), kind);
	if (zoned.test(content)) return ofInstant(content, kind, calendar);
	const [, date, time] = /^(?:(\S+?)(?:T|,? ))?(\d+:.*)$/.exec(content) ?? [undefined, content];
	const day = kind === 'time' && date === undefined ? firstDay : ofDay(date ?? '', calendar);
	if (time === undefined || typeof day !== 'string') return day;
	return clock.test(time) ? `${day}T${ofClock(time)}` : undefined;
}

const firstDay = '1899-12-30';

/**
 * Days since 1899-12-30, as Excel and Google Sheets count; of 1927 to 2200, since smaller numbers are
 * mostly other things. Nothing tells a file that counts from 1904, as Excel for Mac did until 2011.
 */
function ofSerial(serial: number, kind: string): string | undefined {
	const isTime = kind === 'time' && serial >= 0 && serial < 1;
	if (!isTime && !(serial >= 10_000 && serial < 109_940)) return undefined;
	const seconds = kind === 'date' ? Math.trunc(serial) * 86_400 : Math.round(serial * 86_400);
	return new Date(Date.parse(firstDay) + seconds * 1000).toISOString().slice(0, 19);
}

/**
 * In the workflow's time zone. But a day that a program made a point in time is midnight there, as it is
 * written, or on this machine: that day is meant.
 */
function ofInstant(text: string, kind: string, { localTime }: Calendar): string | undefined {
	const [, day, time, utc, hours, minutes = '00'] = zoned.exec(text) ?? [];
	const instant = new Date(`${day}T${time}${utc ?? `${hours}:${minutes}`}`);
	if (Number.isNaN(instant.getTime())) return undefined;
	const local = localTime(instant);
	if (kind !== 'date') return local;
	const onMachine = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
	const all = [local, `${day}T${time}`, onMachine.toISOString().slice(0, 19)];
	return all.find((own) => /T00:00(:00(\.0+)?)?$/.test(own)) ?? local;
}

/** A dot always means day, month, year; the other signs do not. */
function ofDay(text: string, { dateFormat }: Calendar): string | Unread | undefined {
	const [, year, , month, day] = yearFirst.exec(text) ?? [];
	if (year) return dayOf(year, month, day);
	const [, one, sign, other, last] = yearLast.exec(text) ?? [];
	if (!last) return undefined;
	if (last.length === 2)
		return new Unread(`is ${cited(text)}, with a year of two digits: write all four`);
	const readings = {
		dayMonthYear: dayOf(last, other, one),
		monthDayYear: sign === '.' ? undefined : dayOf(last, one, other),
	};
	return settled(text, readings, 'Date Format', dateFormat);
}

function dayOf(year: string, month: string, day: string): string | undefined {
	const iso = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
	return isDay(iso) ? iso : undefined;
}

/** Whether it is a day of the calendar in the form `yyyy-MM-dd`: `2026-02-30` is none. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function ofClock(text: string): string {
	const [, hour, minute, second = '00', half] = clock.exec(text) ?? [];
	const whole = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : hour;
	return `${String(whole).padStart(2, '0')}:${minute}:${second}`;
}
