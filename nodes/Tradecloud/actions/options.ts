/** The node options that every operation has. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { defaultPatience, type Patience } from '../transport/request';
import { readingOptions } from './message/reading';

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		...readingOptions,
		{
			displayName: 'Retries',
			name: 'retries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10 },
			default: 4,
			description:
				'How often to try again when Tradecloud is busy, not available or does not answer. The waits in between grow from one second to half a minute.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30000,
			description: 'How many milliseconds to wait for each answer of Tradecloud',
		},
	],
};

/** The options as the transport takes them. */
export function patienceOf(context: IExecuteFunctions, itemIndex: number): Patience {
	const { retries, timeout } = context.getNodeParameter('options', itemIndex, {}) as {
		retries?: number;
		timeout?: number;
	};
	return {
		retries: retries ?? defaultPatience.retries,
		timeoutMilliseconds: timeout ?? defaultPatience.timeoutMilliseconds,
	};
}
