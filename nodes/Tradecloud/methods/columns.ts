/** The columns that rows are mapped to, for the message of the chosen operation. */
import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { operationOf } from '../actions/router';
import { byName } from '../model/byName';
import { isTop, type ValueColumn } from '../model/messages/columns';
import { rowColumns } from '../model/messages/message';

/** The common ones are shown, the others can be added. */
export async function getColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const operation = operationOf(
		this.getNodeParameter('resource'),
		this.getNodeParameter('operation'),
	);
	const message = operation?.message?.((name) => this.getNodeParameter(name, false));
	return { fields: message ? rowColumns(message).map(field) : [] };
}

function field(column: ValueColumn): ResourceMapperField {
	const { name, title, required, value } = column;
	const isChoice = value.kind === 'choice' || (value.kind === 'indicators' && value.one);
	return {
		id: name,
		displayName: title,
		required,
		removed: !isTop(column),
		...(isChoice
			? { type: 'options', options: [...value.options].sort(byName) }
			: { type: value.kind === 'number' ? 'number' : 'string' }),
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
	};
}
