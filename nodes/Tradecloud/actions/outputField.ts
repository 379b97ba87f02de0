/** The parameter `output` of operations that read. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** It offers these forms, one of which is `raw`. */
export function outputField(options: INodePropertyOptions[]): INodeProperties {
	return {
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'raw',
		description: 'Which data to return',
		options,
	};
}
