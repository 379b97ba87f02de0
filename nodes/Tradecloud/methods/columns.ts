/** The columns that rows are mapped to, for the message of the chosen operation. */
import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { operationOf } from '../actions/router';
import { byName } from '../model/byName';
import { isTop, type Field } from '../model/messages/field';
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

function field(column: Field): ResourceMapperField {
	const { name, title, required, kind, one, options } = column;
	const isChoice = kind === 'choice' || one;
	return {
		id: name,
		displayName: title,
		required,
		removed: !isTop(column),
		...(isChoice
			? { type: 'options', options: [...options].sort(byName) }
			: { type: kind === 'number' ? 'number' : 'string' }),
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
	};
}
