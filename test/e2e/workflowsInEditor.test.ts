/** Every ready-made workflow on the canvas of n8n's editor, as somebody sees it who has just imported it and chosen credentials. */
import { join } from 'node:path';

import type { CredentialReference } from '../../tools/n8n-session';
import { Editor } from './harness/editor';
import { install, type Installation } from './harness/installation';
import { testOfN8n2 } from './harness/n8nVersion';
import { chosen, credentialTypes, readyMade, readyMadeNames } from './harness/readyMade';

const images = join(__dirname, '../../docs/images');

let installation: Installation;
let editor: Editor;
let credentials: Record<string, CredentialReference>;
beforeAll(async () => {
	installation = await install();
	const types = [...new Set(Object.values(credentialTypes))];
	const references = await installation.n8n.importCredentials(
		types.map((type) => ({ name: type, type, data: {} })),
	);
	credentials = Object.fromEntries(types.map((type, index) => [type, references[index]]));
	// Wide enough to show the widest workflow in its full size.
	editor = await Editor.open(installation.n8n, { width: 2100, height: 1400 });
}, 900_000);
afterAll(async () => {
	await editor?.close();
	await installation?.close();
});

testOfN8n2.each(readyMadeNames)(
	'%s is complete and explains itself (skipped in n8n 1, whose editor looks otherwise)',
	async (name) => {
		const workflow = readyMade(name, { credentials, parameters: chosen(name) });
		await editor.openWorkflow(await installation.n8n.importWorkflow(workflow));
		const canvas = await editor.wholeWorkflow();
		await editor.screenshot(canvas, join(images, `workflow-${name}.png`), 64);
		expect(await canvas.count()).toBe(workflow.nodes.length);
		expect(await editor.page.getByTestId('node-issues').count()).toBe(0);
	},
);
