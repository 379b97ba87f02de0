/** Whether the pages for users say what the nodes are and do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import MarkdownIt from 'markdown-it';
import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { TradecloudApi } from '../../credentials/TradecloudApi.credentials';
import { filesIn } from '../../tools/files';
import { textsInSources } from './texts';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const atTop = readdirSync(root).filter((name) => /\.(md|json)$/.test(name));
const pages = [...atTop, ...filesIn(root, ['docs', 'workflows'])].filter((file) =>
	file.endsWith('.md'),
);
const tokensOf = (page: string) =>
	new MarkdownIt().parse(read(page), {}).flatMap((token) => [token, ...(token.children ?? [])]);

/** The names that GitHub gives to the headings of a page. */
function headingsOf(page: string): string[] {
	const tokens = tokensOf(page);
	const titles = tokens.flatMap(({ type }, index) =>
		type === 'heading_open'
			? tokens[index + 1].children!.map(({ content }) => content).join('')
			: [],
	);
	const names = titles.map((title) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
	return names.map((name, index) => {
		const count = names.slice(0, index).filter((earlier) => earlier === name).length;
		return count === 0 ? name : `${name}-${count}`;
	});
}

/** Whether a link of a page leads to a file, and to a heading in it. */
function leadsSomewhere(page: string, link: string): boolean {
	const [path, heading] = link.split('#');
	const target = path === '' ? page : join(dirname(page), decodeURI(path));
	return (
		existsSync(join(root, target)) && (!heading || headingsOf(target).includes(decodeURI(heading)))
	);
}

test('each link between the pages leads to a file and a heading', () => {
	const links = pages.flatMap((page) =>
		tokensOf(page)
			.map((token) => String(token.attrGet('href') ?? token.attrGet('src') ?? 'https:'))
			.filter((link) => !/^(https?|mailto):/.test(link))
			.map((link) => ({ page, link })),
	);
	expect(links.length).toBeGreaterThan(100);
	expect(links.filter(({ page, link }) => !leadsSomewhere(page, link))).toEqual([]);
});

/** The home of the project stands in package.json, and a link to another one leads nowhere. */
const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } };
const home = repository.url.replace(/^git\+|\.git$/g, '');

test('each address of the repository is the one of package.json', () => {
	const folders = ['.github', 'credentials', 'docs', 'nodes', 'workflows'];
	const files = [...atTop, ...filesIn(root, folders, /\.(ts|json|yml|md)$/)];
	const address = /https?:\/\/[\w.-]+\/[\w.-]+\/n8n-nodes-tradecloud\b/g;
	const found = files.flatMap((file) =>
		[...read(file).matchAll(address)].map(([url]) => ({ file, url })),
	);
	expect(found.length).toBeGreaterThan(15);
	expect(found.filter(({ url }) => url !== home)).toEqual([]);
});

/** n8n and GitHub lead into the repository by whole addresses. */
test('each link to the repository from elsewhere leads to a file and a heading', () => {
	const link = new RegExp(`${home}(?:/blob/main/([\\w./-]+))?(#[\\w-]+)?(?![\\w./-])`, 'g');
	const files = filesIn(root, ['nodes', 'credentials', '.github'], /\.(ts|json|yml|md)$/);
	const targets = files.flatMap((file) =>
		[...read(file).matchAll(link)].map(([, page = 'README.md', heading = '']) => page + heading),
	);
	expect(targets.length).toBeGreaterThan(5);
	expect(targets.filter((target) => !leadsSomewhere('README.md', target))).toEqual([]);
});

/** In these pages a block quote is what the user reads in n8n or in the portal, and nothing else is one. */
const quotes = pages.flatMap((page) => quotesIn(read(page)));
const texts = textsInSources(root);

test('each message that a page quotes is one of the package', () => {
	expect(quotes.length).toBeGreaterThan(10);
	expect(quotes.filter((quote) => !texts.some((text) => text.test(quote)))).toEqual([]);
});

function quotesIn(page: string): string[] {
	let depth = 0;
	return new MarkdownIt().parse(page, {}).flatMap(({ type, children }) => {
		if (type === 'blockquote_open') depth += 1;
		if (type === 'blockquote_close') depth -= 1;
		if (type !== 'inline' || depth === 0) return [];
		return [(children ?? []).map(({ content }) => content || ' ').join('')];
	});
}

test.each(pages)('the examples of JSON in %s are JSON', (page) => {
	for (const { info, content } of new MarkdownIt().parse(read(page), {})) {
		if (info === 'json') expect(() => JSON.parse(content) as unknown).not.toThrow();
	}
});

const { n8n } = JSON.parse(read('package.json')) as { n8n: { nodes: string[] } };

/** The node of a file of package.json, from its source. */
async function descriptionOf(file: string): Promise<INodeTypeDescription> {
	const source = file.replace(/^dist\//, '').replace(/\.js$/, '');
	const exports = (await import(join(root, source))) as Record<string, new () => INodeType>;
	return new (Object.values(exports)[0])().description;
}

function pageOf({ name }: INodeTypeDescription): string {
	const page = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	return read(`docs/nodes/${page}.md`);
}

/** The names of parameters and of the options in their collections; not the columns of lines, nor rare fields of messages. */
function namesOf({ type, displayName, options = [] }: INodeProperties): string[] {
	if (type === 'notice' || type === 'hidden') return [];
	const isListed = type === 'collection' && displayName !== 'Additional Fields';
	const inner = isListed ? (options as INodeProperties[]).flatMap(namesOf) : [];
	return [displayName, ...inner];
}

test.each(n8n.nodes)('the page of %s names each parameter', async (file) => {
	const description = await descriptionOf(file);
	const page = pageOf(description);
	const names = description.properties.flatMap(namesOf);
	expect([...new Set(names)].filter((name) => !page.includes(`**${name}**`))).toEqual([]);
});

test('the README names each field of the credential', () => {
	const names = new TradecloudApi().properties.flatMap(namesOf);
	expect(names.filter((name) => !read('README.md').includes(name))).toEqual([]);
});

test("CONTRIBUTING.md's table has each development dependency, and no other", () => {
	const [, table] = read('CONTRIBUTING.md').split(/^## Packages$/m);
	const rows = table.split(/^## /m)[0].matchAll(/^\| (?:`([\w/]+)`: )?(`[^|]+`) +\|/gm);
	const told = [...rows].flatMap(([, folder = '.', names]) =>
		[...names.matchAll(/`([^`…]+)`/g)].map(([, name]) => `${folder} ${name}`),
	);
	const needed = ['.', 'bench', 'test/e2e'].flatMap((folder) => {
		const { devDependencies } = JSON.parse(read(`${folder}/package.json`)) as {
			devDependencies: object;
		};
		return Object.keys(devDependencies)
			.filter((name) => !name.startsWith('@types/'))
			.map((name) => `${folder} ${name}`);
	});
	expect(told.sort()).toEqual(needed.sort());
});

test('each copy of a part of n8n is compared with a real one, by the test that CONTRIBUTING.md names', () => {
	const rows = read('CONTRIBUTING.md').matchAll(/^\| `(\w+\.ts)` .*\| `([\w.]+)`: "(.+)" +\|$/gm);
	const copies = [...rows].map(([, copy, file, name]) => ({ copy, file, name }));
	expect(copies.length).toBeGreaterThan(5);
	for (const { copy, file, name } of copies) {
		expect(read(`test/integration/harness/${copy}`)).not.toBe('');
		expect(read(`test/e2e/${file}`)).toContain(`('${name}`);
	}
});
