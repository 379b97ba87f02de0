/** What `npm run test:contract` says and how it ends. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox, type Sandbox } from '../sandbox';

const root = join(__dirname, '../..');

interface Ended {
	code: number;
	output: string;
}

async function command(...options: string[]): Promise<Ended> {
	const run = promisify(execFile)('npx', ['tsx', 'scripts/contract.ts', ...options], { cwd: root });
	try {
		const { stdout, stderr } = await run;
		return { code: 0, output: stdout + stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
		return { code, output: stdout + stderr };
	}
}

const nobody = ['--username', 'a@example.com', '--password', 'its-secret'];

test('production is refused', async () => {
	const base = ['--base', 'https://api.tradecloud1.com/v2'];
	const { code, output } = await command(...base, ...nobody);
	expect(output).toContain('api.tradecloud1.com is production');
	expect(code).toBe(2);
});

test('a password is not sent without encryption', async () => {
	const { code, output } = await command('--base', 'http://api.example.com/v2', ...nobody);
	expect(output).toContain('https://');
	expect(code).toBe(2);
});

test('the sandbox is tried where no base is given', async () => {
	const { code, output } = await command('--only', 'An access token lives for an hour');
	expect(output).toContain('1 as documented, 0 differs, 0 not tried');
	expect(code).toBe(0);
});

describe('with a base and a buyer', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());

	function tried(only: string): Promise<Ended> {
		const { username, password } = sandbox.users.buyer;
		const login = ['--username', username, '--password', password];
		return command('--base', sandbox.v2, ...login, '--prefix', 'TRIAL-', '--only', only);
	}

	test('what needs a supplier is not tried, and all numbers have the prefix', async () => {
		const known = new Set(sandbox.orders.list().map(({ id }) => id));
		const { code, output } = await tried('Reading orders');
		expect(output).toContain('0 differs, 0 not tried');
		const made = sandbox.orders.list().filter(({ id }) => !known.has(id));
		expect(made.length).toBeGreaterThan(3);
		for (const { buyerOrder } of made) expect(buyerOrder.purchaseOrderNumber).toMatch(/^TRIAL-/);
		expect(code).toBe(0);
		expect((await tried('Order responses')).output).toContain('needs a login of a supplier');
	});

	test('it ends with 1 where something documented differs, and tells no password', async () => {
		sandbox.fault({ path: '^/order-search/poll$', status: 500, body: '{}', times: 9 });
		const { code, output } = await tried('A call with the access token as Bearer is let in');
		expect(output).toContain('expected a poll to be answered 200, got 500 {}');
		expect(output).not.toContain(sandbox.users.buyer.password);
		expect(code).toBe(1);
	});
});
