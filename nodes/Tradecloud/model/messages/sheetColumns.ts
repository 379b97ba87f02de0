/** Which field each column of a sheet is, by its title. */
import { grouped } from './build';
import { titlesOf, type Titles } from './commonTitles';
import type { Message } from './message';
import { plain } from '../names';

/**
 * The columns of the message by the titles of the sheet; the titles that mean nothing; and what is said of these, and of
 * titles that can mean several fields, or the same as another.
 */
export function sheetColumns(titles: string[], message: Message) {
	const known = titlesOf(message);
	const found = titles.map((title) => ({ title, columns: known.get(plain(title))?.columns ?? [] }));
	const clear = found.filter(({ columns }) => columns.length === 1);
	const unknown = found.filter(({ columns }) => columns.length === 0).map(({ title }) => title);
	const twice = [...grouped(clear, ({ columns: [column] }) => column).values()];
	return {
		columns: new Map(clear.map(({ title, columns: [column] }) => [title, column])),
		unknown,
		faults: [
			...unknown.map(
				(title) => `column '${title}' is not known (the nearest is '${nearest(title, known)}')`,
			),
			...found
				.filter(({ columns }) => columns.length > 1)
				.map(({ title, columns }) => `column '${title}' can be ${quoted(columns, 'or')}`),
			...twice
				.filter((same) => same.length > 1)
				.map((same) => `columns ${quoted(same, 'and')} are both '${same[0].columns[0].title}'`),
		],
	};
}

function quoted(things: { title: string }[], word: string): string {
	return things.map(({ title }) => `'${title}'`).join(` ${word} `);
}

/** Of what others call the fields only a title that is nearly the same. */
function nearest(title: string, known: Titles): string {
	const far = [...known].map(([own, { title: shown, columns }]) => {
		const isOwn = shown === columns[0].title;
		return { shown, isOwn, distance: distance(plain(title), own) };
	});
	const near = far.filter((own) => own.isOwn || own.distance <= 2);
	return near.reduce((one, other) => (other.distance < one.distance ? other : one)).shown;
}

/** How many letters must be put in, left out or replaced (Levenshtein's distance). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_letter, index) => index);
	for (const [index, letter] of [...one].entries()) {
		const next = [index + 1];
		for (let at = 0; at < other.length; at++) {
			const replaced = row[at] + (letter === other[at] ? 0 : 1);
			next.push(Math.min(replaced, row[at + 1] + 1, next[at] + 1));
		}
		row = next;
	}
	return row[other.length];
}
