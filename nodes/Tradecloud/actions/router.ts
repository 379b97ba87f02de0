/** From the parameters of the node to the operation, item by item. */
import { NodeApiError, NodeOperationError, updateDisplayOptions, UserError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	JsonObject,
} from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import type { Operation, Resource } from './operation';
import { optionsField, patienceOf } from './options';
import { order } from './order';

const resources: Resource[] = [order];

const operationParameter: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

/** All parameters of the node: resource, operation, the fields of each operation, options. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'order',
		options: resources.map(({ name, value }) => ({ name, value })),
	},
	...resources.map(operationField),
	...resources.flatMap(({ value, operations }) =>
		operations.flatMap((operation) =>
			updateDisplayOptions(
				{ show: { resource: [value], operation: [operation.value] } },
				operation.fields,
			),
		),
	),
	optionsField,
];

function operationField({ value: resource, operations }: Resource): INodeProperties {
	return {
		...operationParameter,
		default: operations[0].value,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
	};
}

/** Executes the chosen operation for each input item, one after another. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context);
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	const output: INodeExecutionData[] = [];
	const items = context.getInputData();
	for (const itemIndex of items.keys()) {
		const pairedItem = { item: itemIndex };
		try {
			const patience = patienceOf(context, itemIndex);
			const results = await operation.execute({ context, credential, patience, itemIndex });
			output.push(...results.map((json) => ({ json, pairedItem })));
		} catch (error) {
			const nodeError = asNodeError(context, error, itemIndex);
			if (!context.continueOnFail()) {
				if (items.length > 1) nodeError.message += ` [item ${itemIndex}]`;
				throw nodeError;
			}
			output.push({ json: { error: sentences(nodeError) }, pairedItem });
		}
	}
	return [output];
}

function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === name);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`The Tradecloud node has no operation '${name}' for the resource '${resource}'`,
		{ description: 'Choose the resource and the operation again, or update the package.' },
	);
}

type NodeError = NodeApiError | NodeOperationError;

function asNodeError(context: IExecuteFunctions, error: unknown, itemIndex: number): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof UserError) {
		return new NodeOperationError(context.getNode(), error.message, { itemIndex });
	}
	return new NodeApiError(context.getNode(), error as JsonObject, { itemIndex });
}

function sentences({ message, description }: NodeError): string {
	return [message, description].filter(Boolean).join('. ');
}
