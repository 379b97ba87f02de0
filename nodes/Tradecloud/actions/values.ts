/** Values that an expression gave, or a user left out: what they are, and how they are told. */
import { UserError } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

/** What a parameter holds for an item, and what stands in the node: a text that begins with `=` is an expression. */
export interface Given {
	value: unknown;
	raw: unknown;
}

/** What is left of a value that was not there, where an expression made text of it. */
const leftovers = new Set(['undefined', 'null', 'NaN']);

/** Whether a value is what an expression gives that finds no field. */
export function isNothing(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isNothing);
	return (
		isLeftEmpty(value) ||
		Number.isNaN(value) ||
		(typeof value === 'string' && leftovers.has(value.trim()))
	);
}

/** Whether a value is what the editor keeps of a field that nobody filled in. */
export function isLeftEmpty(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isLeftEmpty);
	return (
		value === undefined || value === null || (typeof value === 'string' && /^[\s,]*$/.test(value))
	);
}

/** An argument of a tool that a model left out: its expression is there all the same. */
export function isLeftOut({ value, raw }: Given): boolean {
	return typeof raw === 'string' && raw.includes('$fromAI(') && isLeftEmpty(value);
}

export function isExpression({ raw }: Given): boolean {
	return typeof raw === 'string' && raw.startsWith('=');
}

/** A field of an object and of what stands for it; where an expression gives the whole object, it gives the field too. */
export function inside({ value, raw }: Given, name: string): Given {
	return { value: fieldOf(value, name), raw: fieldOf(raw, name) };
}

function fieldOf(object: unknown, name: string): unknown {
	const isObject = typeof object === 'object' && object !== null && !Array.isArray(object);
	return isObject ? (object as Record<string, unknown>)[name] : object;
}

/**
 * A text, or a number as text, without blanks around it.
 *
 * @throws UserError for anything else
 */
export function textIn(given: Given, field: INodeProperties): string {
	const { value } = given;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'string' && !value.includes('[object Object]')) return value.trim();
	throw refused(given, field, 'text');
}

/** That a value is of another type than what belongs there. */
export function refused(given: Given, field: INodeProperties, wanted: string): UserError {
	const { displayName } = field;
	const message = isExpression(given)
		? `The expression in '${displayName}' gave ${shown(given.value)} instead of ${wanted}`
		: `'${displayName}' is ${shown(given.value)} instead of ${wanted}`;
	return new UserError(message, {
		description: 'Choose the field of the input item that holds it, or enter a value.',
	});
}

/** That nobody filled in a field, with an example of what belongs there. */
export function unfilled({ displayName, placeholder }: INodeProperties, why?: string): UserError {
	return new UserError(`'${displayName}' is empty`, {
		description:
			why ?? (placeholder ? `Enter a value, ${placeholder}.` : 'Enter or choose a value.'),
	});
}

/** That a list which names things has an element without a name. */
export function withGap({ displayName }: INodeProperties): UserError {
	return new UserError(`The list in '${displayName}' has an empty element`, {
		description:
			'Nothing was sent, because it is not clear what was meant. Remove the element or fill it in.',
	});
}

const longest = 60;

/** A value in a sentence. */
export function shown(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' || value === '[object Object]') return 'an object';
	const text = String(value as string | number | boolean);
	return `'${text.length > longest ? `${text.slice(0, longest)}…` : text}'`;
}
