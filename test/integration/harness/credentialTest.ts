/** Tests a credential as n8n does when it is saved: its test request in a node of its own. */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, NodeHelpers, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
	IWorkflowBase,
} from 'n8n-workflow';

import type { Engine } from './n8n';

const name = 'tradecloudApi';

interface Cause {
	response?: { status?: number };
	code?: string;
}

/** The sentence that the user reads below the credential; undefined when the test succeeds. */
export async function testCredential(engine: Engine, id: string): Promise<string | undefined> {
	const { properties } = engine.credentials.type;
	const data = NodeHelpers.getNodeParameters(
		properties,
		engine.credentials.read(id) as INodeParameters,
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
	const credentials: ICredentialsDecrypted = { id, name: id, type: name, data };
	try {
		await routingNode(engine, credentials).runNode();
		return undefined;
	} catch (error) {
		// n8n shows the status of an answer, or the code of a fault, before any message.
		const { cause, message } = error as { cause?: Cause; message: string };
		return cause?.response?.status?.toString() ?? cause?.code ?? message;
	}
}

function routingNode(engine: Engine, credentials: ICredentialsDecrypted): RoutingNode {
	const nodeType = { description: descriptionOf(engine) } as INodeType;
	const nodeTypes = { ...engine.nodeTypes, getByNameAndVersion: () => nodeType };
	const node = {
		id: 'temp',
		name: 'Temp-Node',
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
		credentials: { [name]: { id: credentials.id, name: credentials.name } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new ExecuteContext(
		workflow,
		node,
		engine.additionalData({ id: 'temp' } as IWorkflowBase),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	return new RoutingNode(context, nodeType, credentials);
}

function descriptionOf(engine: Engine): INodeTypeDescription {
	return {
		displayName: 'No Operation',
		name: 'noOp',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name, required: true }],
		properties: [
			{
				displayName: 'Temp',
				name: 'temp',
				type: 'string',
				routing: { request: engine.credentials.type.test!.request },
				default: '',
			},
		],
	};
}
