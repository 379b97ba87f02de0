/** All end-to-end tests with triggers that combine calls. */
import type { INodeParameters } from 'n8n-workflow';

import type { N8nInstance } from '../../../tools/n8n-instance';

/** The environment variable that asks for it. */
export const combineCallsVariable = 'TRADECLOUD_COMBINE_CALLS';

/** Sets 'Combine Calls' in each Tradecloud Trigger of the workflows that are imported from now on. */
export function combineCallsIn(n8n: N8nInstance): void {
	const importWorkflow = n8n.importWorkflow.bind(n8n);
	n8n.importWorkflow = async (workflow) => {
		const nodes = workflow.nodes.map((node) => {
			if (node.type !== 'n8n-nodes-tradecloud.tradecloudTrigger') return node;
			const options = { ...(node.parameters.options as INodeParameters), combineCalls: true };
			return { ...node, parameters: { ...node.parameters, options } };
		});
		return await importWorkflow({ ...workflow, nodes });
	};
}
