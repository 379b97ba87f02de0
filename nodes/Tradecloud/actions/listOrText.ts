/** What people choose and models write: n8n lets the model of an AI agent define no list of options. */
import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** A list of options, and in its place a text where the node is a tool. All else stays as it is. */
export function listOrText(field: INodeProperties): INodeProperties[] {
	if (field.type !== 'options') return [field];
	const { description, options = [] } = field;
	const values = (options as INodePropertyOptions[]).map(({ value }) => value).filter(Boolean);
	const choices = values.length > 0 ? `. One of: ${values.join(', ')}.` : '';
	const text: INodeProperties = {
		...field,
		type: 'string',
		description: `${description?.replace(/ Choose from the list.*/, '')}${choices}`,
		options: undefined,
		typeOptions: undefined,
	};
	return [field, text].flatMap((form) =>
		updateDisplayOptions({ show: { '@tool': [form === text] } }, [form]),
	);
}
