/** On which machine, and with which versions, something was measured. */
import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { ensureRuntime } from './n8n-runtime';

/** One sentence for the reader of the figures. */
export async function machineSentence(): Promise<string> {
	const { node, version } = await ensureRuntime();
	const nodeVersion = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
	const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`;
	const [{ model }] = cpus();
	const day = new Date().toISOString().slice(0, 10);
	return `Measured on ${day}: ${model}, ${cpus().length} cores, ${memory}, ${type()} ${release()}; n8n ${version} on Node.js ${nodeVersion.slice(1)}, n8n-core on ${process.version.slice(1)}.`;
}
