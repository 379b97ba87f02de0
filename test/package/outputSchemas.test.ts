/** Whether n8n finds a schema of what each node puts out, made from the sandbox's forms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodePropertyOptions } from 'n8n-workflow';

import { resources } from '../../nodes/Tradecloud/actions/router';
import { TradecloudPollTrigger } from '../../nodes/Tradecloud/TradecloudPollTrigger.node';
import { TradecloudTrigger } from '../../nodes/Tradecloud/TradecloudTrigger.node';
import { filesIn } from '../../tools/files';
import { outputSchemas, written } from '../sandbox/outputSchemas';

const root = join(__dirname, '../..');
const schemas = outputSchemas();

/** n8n looks beside the file of a node, by its version, and then by its parameters `resource` and `operation`. */
test('each operation and each trigger has a schema where n8n looks for it, and nothing else has one', () => {
	const operations = resources.flatMap(({ value: resource, operations: own }) =>
		own.map(({ value }) => `v1.0.0/${resource}/${value}`),
	);
	const { properties } = new TradecloudPollTrigger().description;
	const polled = properties
		.find(({ name }) => name === 'resource')!
		.options!.map((option) => `v1.0.0/${(option as INodePropertyOptions).value}`);
	const versions = [new TradecloudTrigger().description.version].flat();
	const triggers = versions.map((version) => `v${version}.0.0`);
	const wanted = [...triggers, ...polled, ...operations].map(
		(path) => `nodes/Tradecloud/__schema__/${path}.json`,
	);
	expect([...schemas.keys()].sort()).toEqual(wanted.sort());
	expect(filesIn(root, ['nodes'], /\/__schema__\//)).toEqual(wanted);
});

test.each([...schemas])('%s is what "npm run schemas" writes', (path, schema) => {
	expect(readFileSync(join(root, path), 'utf8')).toBe(written(schema));
});
