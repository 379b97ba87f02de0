/** `npm run dev`: puts each change of the sources into the n8n that the demo started. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../tools/at-exit';
import type { N8nInstance } from '../tools/n8n-instance';
import { packPackage } from '../tools/pack';
import { type Log, step } from '../tools/progress';

/** An editor saves several files, or one file in several steps; wait until it is done. */
const quietTime = 300;

/** Builds, packs, installs and restarts whenever a source changes, until this program ends. */
export function reinstallOnChange(n8n: N8nInstance, log: Log): void {
	const folder = temporaryFolder('dev');
	let timer: NodeJS.Timeout | undefined;
	let last = Promise.resolve();

	async function reinstall(): Promise<void> {
		try {
			await step(log, 'A source has changed: building, and restarting n8n', async () => {
				const tarball = await packPackage(folder);
				await n8n.stop();
				await n8n.installPackage(tarball);
				await n8n.start();
			});
			log('Reload the editor to see the change');
		} catch (error) {
			log(error instanceof Error ? error.message : String(error));
		}
	}

	for (const source of ['credentials', 'nodes']) {
		watch(join(__dirname, '..', source), { recursive: true }, () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				last = last.then(reinstall);
			}, quietTime);
		});
	}
}
