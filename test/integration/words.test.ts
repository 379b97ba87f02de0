/** What the editor shows of the nodes and the credential, read as a newcomer would. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { startEngine, type Engine } from './harness/n8n';

let engine: Engine;
beforeAll(async () => (engine = await startEngine()));

/** Every field, those within collections too, with the path of its names. */
function fieldsOf(properties: INodeProperties[], path: string): [string, INodeProperties][] {
	return properties.flatMap((field) => {
		const own = `${path} › ${field.displayName}`;
		const inner = (field.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option] : [],
		);
		return [[own, field] as [string, INodeProperties], ...fieldsOf(inner, own)];
	});
}

function allFields(): [string, INodeProperties][] {
	const nodes = ['tradecloud', 'tradecloudTrigger', 'tradecloudPollTrigger'].flatMap((name) => {
		const { description } = engine.nodeTypes.getByNameAndVersion(name);
		const own = description.properties.filter(({ name }) => name !== 'pollTimes');
		return fieldsOf(own, description.displayName).map(([path, field]) => {
			const { resource = '', operation = '' } = (field.displayOptions?.show ??
				{}) as object as Record<string, string>;
			return [`${path} (${String(resource)} ${String(operation)})`, field] as [
				string,
				INodeProperties,
			];
		});
	});
	const { properties, displayName } = engine.credentials.type;
	return [...nodes, ...fieldsOf(properties, displayName)];
}

test('every field says more than its name: a description, a hint or an example', () => {
	// Resource and Operation explain themselves, as in n8n's own nodes.
	const silent = allFields().filter(
		([, { name, type, description, placeholder, hint }]) =>
			!['resource', 'operation'].includes(name) &&
			!['notice', 'hidden', 'collection'].includes(type) &&
			!description &&
			!placeholder &&
			!hint,
	);
	expect(silent.map(([path]) => path)).toEqual([]);
});

test('every choice of a list has a description', () => {
	const silent = allFields()
		.filter(([, { type }]) => type === 'options' || type === 'multiOptions')
		.flatMap(([path, { options = [] }]) =>
			(options as INodePropertyOptions[])
				.filter(({ description }) => !description)
				.map(({ name }) => `${path}: ${name}`),
		);
	expect(silent).toEqual([]);
});

test('no error word and no raw field name stands in a label', () => {
	const wrong = allFields().filter(
		([, { displayName, type }]) =>
			type !== 'notice' &&
			(/\b(error|problem|failure|mistake)\b/i.test(displayName) || /^[a-z]/.test(displayName)),
	);
	expect(wrong.map(([path]) => path)).toEqual([]);
});
