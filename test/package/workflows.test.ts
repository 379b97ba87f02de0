/** Whether the ready-made workflows can be imported as they are shipped, and say all that their user has to set up. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { IConnections, INode, INodeParameters } from 'n8n-workflow';

import { filesIn } from '../../tools/files';

const folder = join(__dirname, '../../workflows');

interface Workflow {
	id: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	active: boolean;
}

const shipped = filesIn(folder, ['.'], /\.json$/).map(
	(file) => [basename(file, '.json'), read(file)] as const,
);

function read(file: string): Workflow {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Workflow;
}

const isA = (type: string) => (node: INode) => node.type.endsWith(`.${type}`);

/** The text of the note that stands first. */
function about({ nodes }: Workflow): string {
	return (nodes.find(isA('stickyNote'))?.parameters as INodeParameters).content as string;
}

test('there is one name and one id for each', () => {
	for (const key of ['id', 'name'] as const) {
		const values = shipped.map(([, workflow]) => workflow[key]);
		expect(new Set(values).size).toBe(shipped.length);
	}
	const nodeIds = shipped.flatMap(([, { nodes }]) => nodes.map(({ id }) => id));
	expect(new Set(nodeIds).size).toBe(nodeIds.length);
});

test.each(shipped)('%s holds no credential, and is not active', (_name, { nodes, active }) => {
	expect(nodes.filter(({ credentials }) => credentials)).toEqual([]);
	expect(active).toBe(false);
});

/** Without one of its own, n8n would give an imported node another URL each time. */
test.each(shipped)('%s has an id for each URL, which no other workflow has', (name, { nodes }) => {
	const listens = /\.(tradecloudTrigger|formTrigger|form|chatTrigger|webhook)$/;
	const ids = nodes.filter(({ type }) => listens.test(type)).map(({ webhookId }) => webhookId);
	expect(ids).not.toContain(undefined);
	const others = shipped.filter(([other]) => other !== name);
	const taken = others.flatMap(([, other]) => other.nodes.map(({ webhookId }) => webhookId));
	expect(ids.filter((id) => taken.includes(id))).toEqual([]);
});

test.each(shipped.filter(([, { nodes }]) => nodes.some(isA('tradecloudTrigger'))))(
	'%s names the user and the password of the webhook, in the credential and in the portal',
	(_name, workflow) => {
		expect(about(workflow)).toMatch(
			/\*Webhook Username\* and a \*Webhook Password\* .*in the credential \*\*and\*\* in the Tradecloud portal/,
		);
	},
);

test.each(shipped)('the notes of %s name only steps that there are', (_name, { nodes }) => {
	const names = nodes.map(({ name }) => name);
	const notes = nodes
		.filter(isA('stickyNote'))
		.map(({ parameters }) => parameters.content as string);
	const [first, ...others] = notes;
	const bold = (text: string) => [...text.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, own]) => own);
	// The first line of the other notes is their title.
	const named = [first, ...others.map((note) => note.split('\n').slice(1).join('\n'))].flatMap(
		bold,
	);
	const beside = ['To set up', 'and', 'all', 'Production URL', 'Prices', 'Tradecloud Trigger'];
	expect(named.filter((own) => ![...names, ...beside].includes(own))).toEqual([]);
});

test.each(shipped)('each connection of %s leads from a step to a step', (_name, workflow) => {
	const names = workflow.nodes.map(({ name }) => name);
	const ends = Object.values(workflow.connections)
		.flatMap((outputs) => Object.values(outputs).flat(2))
		.flatMap((end) => end?.node ?? []);
	const all = [...Object.keys(workflow.connections), ...ends];
	expect(all.filter((name) => !names.includes(name))).toEqual([]);
});

/** What the other company writes must never become a formula. */
test.each(shipped)(
	'%s writes to Google Sheets what there is, and no formula',
	(_name, { nodes }) => {
		const converting = nodes
			.filter(isA('googleSheets'))
			.filter(({ parameters: { operation } }) => operation !== 'read')
			.filter(({ parameters: { options } }) => (options as INodeParameters).cellFormat !== 'RAW');
		expect(converting.map(({ name }) => name)).toEqual([]);
	},
);

test('the README shows each of them, with a picture', () => {
	const page = readFileSync(join(folder, 'README.md'), 'utf8');
	const pictures = filesIn(join(folder, '../docs/images'), ['.']);
	for (const [name] of shipped) {
		expect(page).toContain(`(${name}.json)`);
		expect(page).toContain(`(../docs/images/workflow-${name}.png)`);
		expect(pictures).toContain(`workflow-${name}.png`);
	}
});
