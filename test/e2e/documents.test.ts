/** A document of 60 MB through a real n8n: how much memory it takes, beside n8n's own HTTP Request node. */
import axios from 'axios';
import type { INode } from 'n8n-workflow';

import { peakMemory, residentMemory } from '../../tools/process-memory';
import { install, type Installation } from './harness/installation';

const size = 60 * 2 ** 20;

let installation: Installation;
beforeAll(async () => (installation = await install()), 900_000);
afterAll(async () => await installation?.close());

/** Publishes: a call of a webhook → download of a document → a node that uploads it. Returns the URL. */
async function publish(path: string, documentId: string, upload: Partial<INode>): Promise<string> {
	const { n8n, credential } = installation;
	const credentials = { tradecloudApi: credential };
	const nodes: Partial<INode>[] = [
		{
			name: 'Start',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { path, httpMethod: 'POST', responseMode: 'lastNode' },
		},
		{
			name: 'Download',
			type: 'n8n-nodes-tradecloud.tradecloud',
			typeVersion: 1,
			parameters: { resource: 'document', operation: 'download', documentId },
			credentials,
		},
		{ name: 'Upload', typeVersion: 1, credentials, ...upload },
	];
	const workflowId = await n8n.importWorkflow({
		name: path,
		nodes: nodes.map((node, index) => ({
			id: `${path}-${index}`,
			position: [index * 200, 0],
			...node,
		})) as INode[],
		connections: {
			Start: { main: [[{ node: 'Download', type: 'main', index: 0 }]] },
			Download: { main: [[{ node: 'Upload', type: 'main', index: 0 }]] },
		},
	});
	await n8n.publish(workflowId);
	return `${n8n.url}/webhook/${path}`;
}

/** By how many MB n8n's memory grows at most during a call; the second of two, so that all is loaded. */
async function growth(url: string): Promise<{ megabytes: number; id: string }> {
	const { pid } = installation.n8n;
	const call = async () => (await axios.post<{ id: string }>(url, {}, { proxy: false })).data;
	await call();
	const before = residentMemory(pid);
	let id = '';
	const peak = await peakMemory(pid, async () => ({ id } = await call()));
	return { megabytes: peak - before, id };
}

test('upload holds no more of the document in memory than the HTTP Request node does', async () => {
	const { documents, v2 } = installation.sandbox;
	const original = documents.put('large.pdf', 'application/pdf', { size });
	const ours = await growth(
		await publish('upload-ours', original.id, {
			type: 'n8n-nodes-tradecloud.tradecloud',
			parameters: { resource: 'document', operation: 'upload' },
		}),
	);
	const theirs = await growth(
		await publish('upload-http-request', original.id, {
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `${v2}/object-storage/document`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'tradecloudApi',
				sendBody: true,
				contentType: 'multipart-form-data',
				bodyParameters: {
					parameters: [
						{ parameterType: 'formBinaryData', name: 'file', inputDataFieldName: 'data' },
					],
				},
			},
		}),
	);
	process.stdout.write(
		`Download and upload of 60 MB: n8n's memory grew by ${ours.megabytes.toFixed(0)} MB at most, ` +
			`with the HTTP Request node for the upload by ${theirs.megabytes.toFixed(0)} MB\n`,
	);
	for (const { id } of [ours, theirs]) {
		expect(await documents.get(id)!.sha256()).toBe(await original.sha256());
	}
	// Half a document of noise: a copy more would be a whole one.
	expect(ours.megabytes).toBeLessThan(theirs.megabytes + 30);
});
