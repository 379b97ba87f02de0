/** `npm run pack`: the tarball by a name that is the same in each version, for the commands of the README. */
import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packPackage } from '../tools/pack';

async function main(): Promise<void> {
	const file = resolve(__dirname, '..', 'n8n-nodes-tradecloud.tgz');
	copyFileSync(await packPackage(), file);
	console.log(`Packed: ${file}`);
}

void main();
