/** What n8n and npm ask of the package as a whole. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

test("n8n's own scanner finds nothing in the source", () => {
	expect(run('npx', 'tsx', 'scripts/scan.mts', '.', 'source')).toMatch(/\d files, 0 findings/);
});

describe('the tarball', () => {
	const files = () => run('find', join(folder, 'package'), '-type', 'f').trim().split('\n').sort();
	const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};

	beforeAll(() => {
		const tarball = run('npm', 'pack', '--silent', '--pack-destination', folder).trim();
		run('tar', '-xzf', join(folder, tarball), '-C', folder);
	});

	test("has no finding of n8n's scanner", () => {
		const scan = run('npx', 'tsx', 'scripts/scan.mts', join(folder, 'package'), 'package');
		expect(scan).toMatch(/\d files, 0 findings/);
	});

	test('holds what is needed, and nothing else', () => {
		const kinds = files().map((file) =>
			file
				.replace(`${folder}/package/`, '')
				.replace(/^dist\/(nodes|credentials)\/.*\.(js|json|svg)$/, 'dist'),
		);
		expect([...new Set(kinds)].sort()).toEqual([
			'LICENSE.md',
			'README.md',
			'dist',
			'index.js',
			'package.json',
		]);
		const { nodes, credentials } = packageJson.n8n;
		expect(files().map((file) => file.replace(`${folder}/package/`, ''))).toEqual(
			expect.arrayContaining([...nodes, ...credentials]),
		);
	});
});
