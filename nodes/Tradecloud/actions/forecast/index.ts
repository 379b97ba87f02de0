/** The resource for forecasts, and the list of its operations. */
import type { Resource } from '../operation';
import { getMany } from './getMany.operation';
import { send } from './send.operation';
import { sendSlimstock } from './sendSlimstock.operation';

export const forecast: Resource = {
	value: 'forecast',
	name: 'Forecast',
	description: 'What a buyer expects to order',
	operations: [send, sendSlimstock, getMany],
};
