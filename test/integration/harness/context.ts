/** n8n's context of a node, for tests of what a node calls in it, and of what other nodes do with the credential. */
import { ExecuteContext } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow, type IExecuteFunctions } from 'n8n-workflow';

import { workflowOf, type Engine } from './n8n';

/** The context of a Tradecloud node with this credential. */
export function contextOf(engine: Engine, credentialId: string): IExecuteFunctions {
	const data = workflowOf('tradecloud', {}, credentialId);
	const workflow = new Workflow({ ...data, nodeTypes: engine.nodeTypes });
	const node = workflow.getNode('Tradecloud')!;
	return new ExecuteContext(
		workflow,
		node,
		engine.additionalData(data),
		'trigger',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
}
