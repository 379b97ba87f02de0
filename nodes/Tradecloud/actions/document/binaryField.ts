/** The parameter for the field of an output item that gets the file. */
import type { INodeProperties } from 'n8n-workflow';

export const binaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};
