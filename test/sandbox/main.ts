/** Runs a sandbox alone: `npx tsx test/sandbox/main.ts [--port 4010]`. Ctrl-C ends it. */
import { parseArgs } from 'node:util';
import { startSandbox } from '.';
import { helpText } from './help';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
	const port = Number(values.port);
	if (!Number.isInteger(port)) throw new Error(`--port ${values.port} is not a number`);
	const sandbox = await startSandbox({ port });
	process.stdout.write(`${helpText(sandbox)}\n\nCtrl-C ends it.\n`);
	const stop = () => void sandbox.close().then(() => process.exit(0));
	process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
