/** The package as somebody installs it who follows the README on a machine with n8n alone. */
import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import axios from 'axios';

import { removeFolder, temporaryFolder } from '../../tools/at-exit';
import { N8nInstance } from '../../tools/n8n-instance';
import { ensureRuntime } from '../../tools/n8n-runtime';
import { ensureNpm } from '../../tools/node-js';
import { packPackage } from '../../tools/pack';
import { paste, printedCommands } from '../package/printedCommands';

const log = (line: string) => void process.stderr.write(`${line}\n`);
const { fromFile, toRemove } = printedCommands();
/** n8n itself makes the one for AI agents. */
const ownNodes = ['tradecloud', 'tradecloudPollTrigger', 'tradecloudTool', 'tradecloudTrigger'];

let folder: string;
let path: string[];
let n8n: N8nInstance;

beforeAll(async () => {
	folder = temporaryFolder('e2e-install');
	const runtime = await ensureRuntime(undefined, log);
	path = [await ensureNpm(11, log), dirname(runtime.node)];
	n8n = await N8nInstance.create({
		runtime,
		folder,
		// What is installed by hand must be loaded without the page Community nodes.
		env: { N8N_COMMUNITY_PACKAGES_ENABLED: 'false' },
	});
	copyFileSync(await packPackage(), join(folder, 'n8n-nodes-tradecloud.tgz'));
}, 900_000);
afterAll(async () => {
	await n8n?.dispose();
	removeFolder(folder);
});

/** The names of this package's nodes that the nodes panel offers. */
async function offeredNodes(): Promise<string[]> {
	const { data } = await axios.get<Array<{ name: string }>>(`${n8n.url}/types/nodes.json`, {
		proxy: false,
		headers: { Cookie: n8n.session.cookie },
	});
	const prefix = 'n8n-nodes-tradecloud.';
	const names = data.map(({ name }) => name).filter((name) => name.startsWith(prefix));
	return [...new Set(names.map((name) => name.slice(prefix.length)))].sort();
}

test("the README's commands bring the nodes into n8n, and take them out again", async () => {
	await paste(fromFile, { home: folder, path });
	await n8n.start();
	await n8n.setupOwner();
	expect(await offeredNodes()).toEqual(ownNodes);
	expect(await n8n.session.call('GET', '/community-packages')).toEqual([]);
	await n8n.stop();
	await paste(toRemove, { home: folder, path });
	await n8n.start();
	expect(await offeredNodes()).toEqual([]);
});
