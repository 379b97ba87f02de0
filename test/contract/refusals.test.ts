/** Whether the node refuses, before it sends anything, what the rules say is refused, and nothing sound. */
import { changed } from './bodies';
import * as messages from './messages';
import { reasonsOfNode } from './nodeCheck';
import { subjects } from './rules';
import { sandboxWorld } from './sandboxWorld';

let opened: Awaited<ReturnType<typeof sandboxWorld>>;
beforeAll(async () => {
	opened = await sandboxWorld();
});
afterAll(() => opened.close());

const sound = Object.values(messages).filter((value) => typeof value === 'object');

test.each(sound)('$name of the rules is sent', async (message) => {
	expect(reasonsOfNode(message.path, await message.body(opened.world))).toEqual([]);
});

const rules = subjects.flatMap((subject) => subject.rules);
const spoilt = rules.flatMap(({ sentence, ...rule }) =>
	'spoils' in rule && rule.spoils ? [{ sentence, ...rule.spoils }] : [],
);

test.each(spoilt)('before sending: $sentence', async ({ message, spoilt: values }) => {
	const body = await message.body(opened.world);
	const taken = values.filter(
		([field, value]) => reasonsOfNode(message.path, changed(body, field, value)).length === 0,
	);
	expect(taken).toEqual([]);
});
