/** What n8n and npm ask of the package as a whole. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { filesIn } from '../../tools/files';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Jest's NODE_ENV would have n8n's rules treat every file as a node, as they do in their own tests. */
const env = { ...process.env, NODE_ENV: undefined };

/** What a command prints; its output stands in the error when it does not succeed. */
function run(command: string, ...parameters: string[]): string {
	try {
		return execFileSync(command, parameters, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' });
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		throw new Error(`${command} ${parameters.join(' ')}\n${stdout}${stderr}`);
	}
}

test('the code follows the rules of n8n and typescript-eslint, its format, and its types', () => {
	expect(run('npm', 'run', '--silent', 'lint')).toMatch(
		/All matched files use Prettier code style/,
	);
});

test('the types of the folders with packages of their own hold, where those are installed', () => {
	const folders = ['bench', 'test/e2e'].filter((own) =>
		existsSync(join(root, own, 'node_modules')),
	);
	for (const own of folders) run('npx', 'tsc', '--noEmit', '--project', own);
});

test("n8n's own scanner finds nothing in the source", () => {
	expect(run('npx', 'tsx', 'scripts/scan.mts', '.', 'source')).toMatch(/\d files, 0 findings/);
});

describe('the tarball', () => {
	let tarball: string;

	beforeAll(() => {
		tarball = join(folder, run('npm', 'pack', '--silent', '--pack-destination', folder).trim());
	});

	test("has no finding of n8n's scanner", () => {
		const scan = run('npx', 'tsx', 'scripts/scan.mts', tarball, 'package');
		expect(scan).toMatch(/\d files, 0 findings/);
	});

	test('holds one file for each source, what the quick start needs, and what npm and n8n ask for', () => {
		const files = run('tar', '-tzf', tarball).trim().split('\n');
		const sources = filesIn(root, ['nodes', 'credentials'], /\.(ts|svg|json)$/);
		const compiled = sources.map((source) => `dist/${source.replace(/\.ts$/, '.js')}`);
		const expected = [
			...['LICENSE.md', 'README.md', 'index.js', 'package.json', 'docs/nginx.conf'],
			...filesIn(root, ['workflows'], /\.json$/),
			...compiled,
		];
		expect(files.sort()).toEqual(expected.map((file) => `package/${file}`).sort());
	});

	test('holds all that package.json names to n8n', () => {
		const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		const files = run('tar', '-tzf', tarball).trim().split('\n');
		expect(files).toEqual(
			expect.arrayContaining([...n8n.nodes, ...n8n.credentials].map((file) => `package/${file}`)),
		);
	});
});
