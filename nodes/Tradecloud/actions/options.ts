/** The node options that every operation has. */
import type { INodeProperties } from 'n8n-workflow';

import { defaultPatience, type Patience } from '../transport/request';
import { readingOptions } from './message/reading';
import type { JobCaller } from './operation';
import { Parameters } from './parameters';

const retries: INodeProperties = {
	displayName: 'Retries',
	name: 'retries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10 },
	default: 4,
	description:
		'How often to try again when Tradecloud is busy, not available or does not answer. The waits in between grow from one second to half a minute.',
};

const timeout: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30000,
	description: 'How many milliseconds to wait for each answer of Tradecloud',
};

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...readingOptions, retries, timeout],
};

/** The options as the transport takes them. */
export function patienceOf(caller: Pick<JobCaller, 'context' | 'itemIndex'>): Patience {
	const options = new Parameters(caller, optionsField);
	return {
		retries: options.wholeNumber(retries, 0) ?? defaultPatience.retries,
		timeoutMilliseconds: options.wholeNumber(timeout, 0) ?? defaultPatience.timeoutMilliseconds,
	};
}
