/** The commands for installing and removing, as the pages print them and as a user runs them. */
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import MarkdownIt from 'markdown-it';

import { cleanEnvironment, runCommand } from '../../tools/run-command';

const root = join(__dirname, '../..');

/** The blocks of commands under a heading of a page, in their order. */
function blocksUnder(page: string, heading: string): string[] {
	const sections = readFileSync(join(root, page), 'utf8').split(/^(?=## )/m);
	const section = sections.find((own) => own.startsWith(`## ${heading}\n`));
	if (section === undefined) throw new Error(`${page} has no heading '${heading}'`);
	return new MarkdownIt()
		.parse(section, {})
		.filter(({ info }) => info === 'sh')
		.map(({ content }) => content);
}

/** Each block by what it is for. */
export function printedCommands() {
	const [toPack, fromFile, withDocker, fromRegistry] = blocksUnder('README.md', 'Install');
	const [toRemove] = blocksUnder('docs/install.md', 'Remove');
	return { toPack, fromFile, withDocker, fromRegistry, toRemove };
}

interface Shell {
	/** The user's home; the folder in which the commands begin, unless `cwd` says otherwise. */
	home?: string;
	cwd?: string;
	/** Folders of programs, before all others. */
	path?: string[];
	/** The only registry that npm may ask. */
	registry?: string;
}

/** Runs commands as a user pastes them into a shell. */
export async function paste(commands: string, shell: Shell): Promise<void> {
	const { home = process.env.HOME ?? '', cwd = home, path = [], registry } = shell;
	const env = cleanEnvironment({
		HOME: home,
		PATH: [...path, process.env.PATH ?? ''].join(delimiter),
		npm_config_cache: join(home, '.npm'),
		...(registry !== undefined && { npm_config_registry: registry }),
	});
	await runCommand('bash', ['-e', '-c', commands], { cwd, env });
}
