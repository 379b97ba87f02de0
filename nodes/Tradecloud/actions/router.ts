/** All resources and operations: what the editor asks for each, and which one was chosen. */
import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { named } from '../model/names';
import { company } from './company';
import { document } from './document';
import { forecast } from './forecast';
import type { Operation, Resource } from './operation';
import { optionsField } from './options';
import { order } from './order';
import { orderLine } from './orderLine';
import { shipment } from './shipment';

/** All that the node offers, in the order in which the editor lists it: what most users want comes first. */
export const resources: Resource[] = [order, orderLine, shipment, forecast, document, company];

const operationParameter: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

/** What whoever connects the node to an AI agent must know of each operation that does not just read. */
const toolNotice: INodeProperties = {
	displayName:
		"This changes something at Tradecloud each time the model calls it. To have a person approve each call, attach it to a 'Human review' of the agent (n8n 2).",
	name: 'toolNotice',
	type: 'notice',
	default: '',
	displayOptions: {
		show: {
			'@tool': [true],
			operation: resources.flatMap(({ operations }) =>
				operations.filter(({ kind }) => kind !== 'read').map(({ value }) => value),
			),
		},
	},
};

/** All parameters of the node: resource, operation, the fields of each operation, options. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'order',
		options: resources.map(({ value, description }) => named({ value, description })),
	},
	...resources.map(operationField),
	toolNotice,
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
		options: [...operations]
			.sort(readingFirst)
			.map(({ value, action, description }) => named({ value, action, description })),
	};
}

/** For `sort`. Otherwise the order stays as it is. */
function readingFirst(left: Operation, right: Operation): number {
	return Number(right.kind === 'read') - Number(left.kind === 'read');
}

/** The operation with these values, if there is one. */
export function operationOf(resource: unknown, operation: unknown): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
