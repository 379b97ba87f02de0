/** Lists that are read page by page. */
import { UserError, type IDataObject } from 'n8n-workflow';

import { allPages, type Page, type PageOf } from '../../../nodes/Tradecloud/transport/pages';

const tooMany = (total: number) => new UserError(`too many: ${total}`);
const list = (count: number) => Array.from({ length: count }, (_, id): IDataObject => ({ id }));

function pagesOf(things: IDataObject[], total?: number) {
	const asked: PageOf[] = [];
	const read = (page: PageOf): Promise<Page> => {
		asked.push(page);
		return Promise.resolve({ data: things.slice(page.offset, page.offset + page.limit), total });
	};
	return { asked, read };
}

test('all pages are read where Tradecloud tells how many there are, and where it does not', async () => {
	for (const total of [250, undefined]) {
		const { read, asked } = pagesOf(list(250), total);
		expect(await allPages(read, Infinity, tooMany)).toEqual(list(250));
		expect(asked.map(({ offset }) => offset)).toEqual([0, 100, 200]);
	}
});

test('no more is asked for than is wanted', async () => {
	const { read, asked } = pagesOf(list(250), 250);
	expect(await allPages(read, 30, tooMany)).toEqual(list(30));
	expect(asked).toEqual([{ offset: 0, limit: 30 }]);
});

test('what moved to the next page meanwhile comes once; what has no id comes as often as it is there', async () => {
	const moved = [...list(100), { id: 99 }, { id: 100 }];
	expect(await allPages(pagesOf(moved, 102).read, Infinity, tooMany)).toEqual(list(101));
	const same = Array.from({ length: 3 }, () => ({ quantity: 1 }));
	expect(await allPages(pagesOf(same, 3).read, Infinity, tooMany)).toEqual(same);
});

test('more than can be read is refused with the first page, unless less is wanted', async () => {
	const { read, asked } = pagesOf(list(100), 10_001);
	await expect(allPages(read, Infinity, tooMany)).rejects.toThrow('too many: 10001');
	expect(asked).toHaveLength(1);
	expect(await allPages(pagesOf(list(100), 10_001).read, 5, tooMany)).toEqual(list(5));
});

test('no page reaches behind what can be read', async () => {
	const { read, asked } = pagesOf(list(9_950));
	await allPages(read, Infinity, tooMany);
	expect(Math.max(...asked.map(({ offset, limit }) => offset + limit))).toBe(10_000);
});

test('a list that repeats itself is not read without end', async () => {
	const { read, asked } = pagesOf(list(100), 5_000);
	const sameAgain = (page: PageOf) => read({ ...page, offset: 0 });
	await expect(allPages(sameAgain, Infinity, tooMany)).rejects.toThrow(
		'Tradecloud listed 100, and then nothing new although there are more',
	);
	expect(asked).toHaveLength(2);
});

test('a list that ends before its total leaves nothing out silently', async () => {
	const { read, asked } = pagesOf(list(120), 5_000);
	await expect(allPages(read, Infinity, tooMany)).rejects.toThrow(/^Tradecloud listed 120, and/);
	expect(asked).toHaveLength(3);
});
