/** A document of 60 MB passes through as a stream, with n8n's files on disk. */
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryKeyData, IRun } from 'n8n-workflow';

import { itemsOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

const megabyte = 2 ** 20;
const size = 60 * megabyte;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let setting: Setting;
beforeAll(async () => {
	await Container.get(BinaryDataService).init();
	setting = await startSetting();
});
afterAll(() => setting.close());

/** What is alive, in bytes: the heap and the buffers outside it, which go with the second collection. */
function alive(): number {
	collectGarbage();
	collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** Does the work, and prints and returns by how many megabytes the memory grew at most. */
async function growth(subject: string, work: () => Promise<void>): Promise<number> {
	const before = alive();
	let most = before;
	let working = true;
	// Collecting takes its time on a busy machine: the work gets a pause of its own after each.
	const measuring = (async () => {
		while (working) {
			await setTimeout(300);
			most = Math.max(most, alive());
		}
	})();
	await work().finally(() => (working = false));
	await measuring;
	const megabytes = (most - before) / megabyte;
	process.stdout.write(`${subject} of 60 MB: memory grew by ${megabytes.toFixed(1)} MB at most\n`);
	return megabytes;
}

async function run(operation: string, documentId: string, binary?: IBinaryKeyData): Promise<IRun> {
	const parameters = { resource: 'document', operation, documentId };
	return await setting.run(parameters, [{}], { binary });
}

test('down and up again, byte by byte, without being held in memory', async () => {
	const { documents } = setting.sandbox;
	const original = documents.put('large.pdf', 'application/pdf', { size });
	let binary: IBinaryKeyData | undefined;
	const down = await growth('Download', async () => {
		binary = itemsOf(await run('download', original.id))[0].binary;
	});
	expect(binary?.data).toMatchObject({ fileName: 'large.pdf', mimeType: 'application/pdf' });
	expect(down).toBeLessThan(40);

	let id = '';
	const up = await growth('Upload', async () => {
		id = itemsOf(await run('upload', '', binary))[0].json.id as string;
	});
	expect(up).toBeLessThan(40);
	expect(await documents.get(id)!.sha256()).toBe(await original.sha256());

	const hash = createHash('sha256');
	const stream = await Container.get(BinaryDataService).getAsStream(binary!.data.id!);
	for await (const chunk of stream) hash.update(chunk as Buffer);
	expect(hash.digest('hex')).toBe(await original.sha256());
});
