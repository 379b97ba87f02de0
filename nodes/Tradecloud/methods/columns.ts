/** The columns that rows are mapped to, for the message of the chosen operation. */
import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { operationOf } from '../actions/router';
import type { Column } from '../model/messages/message';

export async function getColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const operation = operationOf(
		this.getNodeParameter('resource'),
		this.getNodeParameter('operation'),
	);
	const message = operation?.message?.((name) => this.getNodeParameter(name, false));
	return { fields: [...(message?.header ?? []), ...(message?.line ?? [])].map(field) };
}

function field({ name, displayName, type, required = false }: Column) {
	return {
		id: name,
		displayName,
		required,
		type,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
	};
}
