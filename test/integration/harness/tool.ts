/** The Tradecloud node as a tool of an AI agent, in the way of n8n 1: a new item, and another run, for each try. */
import { SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type { IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';

import { workflowOf } from './n8n';
import type { Setting } from './setting';

/** What calls the tool with the arguments that a model gave, for its answer. */
export function toolOf(
	setting: Setting,
	parameters: Record<string, NodeParameterValueType>,
	settings: Partial<INode> = {},
): (toolArguments: IDataObject) => Promise<string> {
	const { engine } = setting;
	const data = workflowOf('tradecloud', parameters, setting.credential(), settings);
	const workflow = new Workflow({ ...data, nodeTypes: engine.nodeTypes });
	const node = workflow.getNode('Tradecloud')!;
	const runExecutionData = createRunExecutionData();
	const contextOf = (runIndex: number) =>
		new SupplyDataContext(
			workflow,
			node,
			engine.additionalData(data),
			'trigger',
			runExecutionData,
			runIndex,
			[],
			{},
			NodeConnectionTypes.AiTool,
			{ node, data: {}, source: null },
			[],
		);
	const type = engine.nodeTypes.getByNameAndVersion(node.type);
	return makeHandleToolInvocation(contextOf, node, type, runExecutionData);
}
