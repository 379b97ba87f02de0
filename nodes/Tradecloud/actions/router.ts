/** From the parameters of the node to the operation, job by job. */
import { NodeApiError, NodeOperationError, updateDisplayOptions, UserError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	JsonObject,
} from 'n8n-workflow';

import { byName } from '../model/byName';
import {
	credentialName,
	generations,
	type ApiVersion,
	type TradecloudCredential,
} from '../model/credential';
import { company } from './company';
import { document } from './document';
import { forecast } from './forecast';
import { Refusal, together } from './message/refusal';
import type { Job, Operation, Output, Resource } from './operation';
import { optionsField, patienceOf } from './options';
import { order } from './order';
import { orderLine } from './orderLine';
import { shipment } from './shipment';

/** All that the node offers. */
export const resources: Resource[] = [company, document, forecast, order, orderLine, shipment];

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
		options: resources.map(({ name, value, description }) => ({ name, value, description })),
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
		options: operations
			.map(({ name, value, action, description }) => ({ name, value, action, description }))
			.sort(byName),
	};
}

/** The operation with these values, if there is one. */
export function operationOf(resource: unknown, operation: unknown): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}

/** Executes the chosen operation for all input items, one job after another. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context);
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	requireApiVersion(context, operation, credential.apiVersion);
	const items = [...context.getInputData().keys()];
	const jobs: Job[] = operation.jobs?.(context) ?? items.map((item) => ({ items: [item] }));
	const hindered = jobs.find(({ obstacle }) => obstacle);
	if (hindered && !context.continueOnFail()) {
		const refusals = jobs.flatMap(({ obstacle }) =>
			obstacle instanceof Refusal ? [obstacle] : [],
		);
		const all = refusals.length > 1 ? together(refusals) : hindered.obstacle;
		throw numbered(asNodeError(context, all, hindered), hindered, items.length);
	}
	const output: INodeExecutionData[] = [];
	for (const job of jobs) {
		const links = job.items.map((item) => ({ item }));
		const pairedItem = links.length === 1 ? links[0] : links;
		try {
			const results = await executeJob(context, credential, operation, job);
			output.push(...results.map((result) => ({ ...result, pairedItem })));
		} catch (error) {
			const nodeError = asNodeError(context, error, job);
			if (!context.continueOnFail()) throw numbered(nodeError, job, items.length);
			output.push({ json: { error: sentences(nodeError) }, pairedItem });
		}
	}
	return [output];
}

async function executeJob(
	context: IExecuteFunctions,
	credential: TradecloudCredential,
	operation: Operation,
	job: Job,
): Promise<Output[]> {
	if (job.obstacle) throw job.obstacle;
	const [itemIndex] = job.items;
	const patience = patienceOf({ context, itemIndex });
	return await operation.execute({ context, credential, patience, itemIndex }, job);
}

function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = operationOf(resource, name);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`The Tradecloud node has no operation '${name}' for the resource '${resource}'`,
		{ description: 'Choose the resource and the operation again, or update the package.' },
	);
}

function requireApiVersion(
	context: IExecuteFunctions,
	{ name, apiVersions }: Operation,
	apiVersion: ApiVersion,
): void {
	if (apiVersions.includes(apiVersion)) return;
	throw new NodeOperationError(
		context.getNode(),
		`'${name}' exists only in ${generations[apiVersions[0]]}, and the credential is one of ${generations[apiVersion]}`,
		{ description: 'Choose another operation, or another Tradecloud API credential.' },
	);
}

type NodeError = NodeApiError | NodeOperationError;

function asNodeError(
	context: IExecuteFunctions,
	error: unknown,
	{ items: [itemIndex] }: Job,
): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof UserError) {
		const { message, description } = error;
		return new NodeOperationError(context.getNode(), message, {
			itemIndex,
			description: description ?? undefined,
		});
	}
	return new NodeApiError(context.getNode(), error as JsonObject, { itemIndex });
}

/** Names the first item of the job in the message, where there are several items. */
function numbered(error: NodeError, { items: [itemIndex] }: Job, itemCount: number): NodeError {
	if (itemCount > 1) error.message += ` [item ${itemIndex}]`;
	return error;
}

function sentences({ message, description }: NodeError): string {
	return [message, description].filter(Boolean).join('. ');
}
