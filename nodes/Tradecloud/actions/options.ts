/** The node options that every operation has. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Reader } from '../model/messages/cell';
import { localTimeIn } from '../model/messages/day';
import { defaultPatience, type Patience } from '../transport/caller';
import { dateFormat, decimalSeparator, ignoreColumns } from './message/reading';
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
	options: [dateFormat, decimalSeparator, ignoreColumns, retries, timeout],
};

/** The options as the transport takes them. */
export function patienceOf(caller: Pick<JobCaller, 'context' | 'itemIndex'>): Patience {
	const options = new Parameters(caller, optionsField);
	return {
		retries: options.wholeNumber(retries, 0) ?? defaultPatience.retries,
		timeoutMilliseconds: options.wholeNumber(timeout, 0) ?? defaultPatience.timeoutMilliseconds,
	};
}

/** How the cells of an item are read. */
export function readerOf(context: IExecuteFunctions): (item: number) => Reader {
	const localTime = localTimeIn(context.getTimezone());
	return (itemIndex) => {
		const options = new Parameters({ context, itemIndex }, optionsField);
		return {
			localTime,
			dateFormat: options.choice(dateFormat) as Reader['dateFormat'],
			decimalSeparator: options.choice(decimalSeparator) as Reader['decimalSeparator'],
		};
	};
}

/** The columns of the input that are not to be sent. */
export function ignoredColumns(context: IExecuteFunctions): string[] {
	return new Parameters({ context, itemIndex: 0 }, optionsField).texts(ignoreColumns);
}
