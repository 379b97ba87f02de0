/** The resource for companies, and the list of its operations. */
import type { Resource } from '../operation';
import { getConnections } from './getConnections.operation';

export const company: Resource = {
	value: 'company',
	name: 'Company',
	description: 'Your company and those connected with it',
	operations: [getConnections],
};
