/** n8n's execution engine with the compiled package in it, as n8n loads it from its folder. */
import { join } from 'node:path';

import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeParameterValueType,
} from 'n8n-workflow';

import { StoredCredentials } from './credentials';
import { outside } from './outside';
import { lookForSecrets } from './secrets';

const packageName = 'n8n-nodes-tradecloud';

/** What runs workflows: node types, credentials, and n8n's engine around them. */
export interface Engine {
	credentials: StoredCredentials;
	nodeTypes: INodeTypes;
	additionalData(workflow: IWorkflowBase): IWorkflowExecuteAdditionalData;
	/** Runs a workflow from a node on with these input items; as n8n does, it answers also when a node throws. */
	run(
		workflow: IWorkflowBase,
		startNode: string,
		items: IDataObject[],
		binary?: IBinaryKeyData,
	): Promise<IRun>;
}

/**
 * Loads the package from its folder, as built by `npm run build`, and as another process of n8n would: with
 * nothing in its memory.
 *
 * @param stored the credentials that there are already
 */
export async function startEngine(stored?: StoredCredentials): Promise<Engine> {
	const root = join(__dirname, '../../..');
	for (const file of Object.keys(outside.cache)) {
		if (file.startsWith(join(root, 'dist'))) delete outside.cache[file];
	}
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	const { type } = loader.getCredential('tradecloudApi');
	const credentials = stored ?? new StoredCredentials(type);
	// n8n makes a tool of each node that can be one, under a name of its own.
	const node = (name: string) =>
		loader.getNode(name.replace(`${packageName}.`, '').replace(/Tool$/, ''));
	const nodeTypes: INodeTypes = {
		getByName: (name) => node(name).type,
		getByNameAndVersion: (name) => node(name).type as INodeType,
		getKnownTypes: () => ({}),
	};
	const additionalData = (workflow: IWorkflowBase) => additionalDataOf(workflow, credentials);
	return {
		credentials,
		nodeTypes,
		additionalData,
		run: (workflow, startNode, items, binary) =>
			run(
				workflow,
				startNode,
				items.map((json, item) => ({ json, binary, pairedItem: { item } })),
				nodeTypes,
				additionalData(workflow),
			),
	};
}

function additionalDataOf(
	workflow: IWorkflowBase,
	credentialsHelper: StoredCredentials,
): IWorkflowExecuteAdditionalData {
	const base = 'http://localhost:5678/';
	return {
		credentialsHelper,
		currentNodeExecutionIndex: 0,
		executionId: '1',
		hooks: new ExecutionLifecycleHooks('trigger', '1', workflow),
		instanceBaseUrl: base,
		restApiUrl: `${base}rest`,
		webhookBaseUrl: `${base}webhook`,
		webhookTestBaseUrl: `${base}webhook-test`,
		webhookWaitingBaseUrl: `${base}webhook-waiting`,
		formWaitingBaseUrl: `${base}form-waiting`,
		variables: {},
		workflowId: workflow.id,
		logAiEvent: () => {},
		setExecutionStatus: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** The node from which the items come; without one n8n would not follow them back. */
const input = { id: 'input', name: 'Input', type: `${packageName}.tradecloudTrigger` };

async function run(
	workflowData: IWorkflowBase,
	startNode: string,
	items: INodeExecutionData[],
	nodeTypes: INodeTypes,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<IRun> {
	const { nodes, connections } = workflowData;
	const toStart = [{ node: startNode, type: NodeConnectionTypes.Main, index: 0 }];
	const workflow = new Workflow({
		...workflowData,
		nodes: [...nodes, { ...nodes[0], ...input }],
		connections: { ...connections, [input.name]: { main: [toStart] } },
		nodeTypes,
	});
	const node = workflow.getNode(startNode)!;
	const data = { main: [items] };
	const done = { data, startTime: 0, executionTime: 0, executionIndex: 0, source: [] };
	const source = { main: [{ previousNode: input.name }] };
	const runExecutionData = createRunExecutionData({
		resultData: { runData: { [input.name]: [done] } },
		executionData: { nodeExecutionStack: [{ node, data, source }] },
	});
	const execution = new WorkflowExecute(additionalData, 'trigger', runExecutionData);
	const result = await execution.processRunExecutionData(workflow);
	lookForSecrets('a run', result);
	return result;
}

/** A workflow of one node. */
export function workflowOf(
	type: 'tradecloud' | 'tradecloudTrigger' | 'tradecloudPollTrigger',
	parameters: Record<string, NodeParameterValueType>,
	credentialId: string,
	node: Partial<INode> = {},
): IWorkflowBase {
	return {
		id: 'workflow',
		name: 'Workflow',
		active: true,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		settings: { executionOrder: 'v1' },
		connections: {},
		nodes: [
			{
				id: 'node',
				name: 'Tradecloud',
				type: `${packageName}.${type}`,
				typeVersion: type === 'tradecloudTrigger' ? 2 : 1,
				position: [0, 0],
				webhookId: 'a1b2c3',
				parameters: parameters,
				credentials: { tradecloudApi: { id: credentialId, name: credentialId } },
				...node,
			},
		],
	};
}

/** The items that the node put out in a run. */
export function itemsOf(run: IRun, node = 'Tradecloud', output = 0): INodeExecutionData[] {
	return run.data.resultData.runData[node]?.[0]?.data?.main[output] ?? [];
}

/** The JSON of those items. */
export function jsonOf(run: IRun, node = 'Tradecloud'): IDataObject[] {
	return itemsOf(run, node).map(({ json }) => json);
}

/** The two sentences of the error that ended a run. */
export function errorOf(run: IRun): { message: string; description?: string | null } {
	const { error } = run.data.resultData;
	if (!error) throw new Error('The run ended without an error');
	return { message: error.message, description: (error as { description?: string }).description };
}
