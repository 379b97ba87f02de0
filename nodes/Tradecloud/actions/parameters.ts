/** The parameters of an item as an operation takes them, whatever an expression made of them. */
import { NodeOperationError, UserError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { chosen, plain } from '../model/names';
import { stampOf } from '../model/timeStamp';
import type { JobCaller } from './operation';
import {
	inside,
	isExpression,
	isLeftEmpty,
	isLeftOut,
	isNothing,
	refused,
	shown,
	textIn,
	unfilled,
	withGap,
	type Given,
} from './values';

/**
 * Reads parameters of one item, or what a collection such as 'Filters' holds for it. Every method throws a
 * UserError where an expression does not work, or gives nothing or another type: what it was to name or to
 * narrow down is never guessed. What the user left empty is just empty.
 */
export class Parameters {
	private held?: Given;

	constructor(
		private readonly caller: Pick<JobCaller, 'context' | 'itemIndex'>,
		private readonly collection?: INodeProperties,
	) {}

	/** The names of all that was added to the collection. */
	names(): string[] {
		return Object.keys(Object(this.collected().value) as object);
	}

	/** Whether a field holds anything. */
	isSet(field: INodeProperties): boolean {
		return !isLeftEmpty(this.given(field).value);
	}

	/** A text without blanks around it; empty where the field is. */
	text(field: INodeProperties): string {
		const given = this.given(field);
		return isLeftEmpty(given.value) ? '' : textIn(given, field);
	}

	/** The same for what may as well be missing in some items, such as a remark. */
	optionalText(field: INodeProperties): string {
		const given = this.read(field);
		return isNothing(given.value) ? '' : textIn(given, field);
	}

	/**
	 * The name of something, which must not be empty.
	 *
	 * @param why what to say of it in place of an example
	 */
	requiredText(field: INodeProperties, why?: string): string {
		const text = this.text(field);
		if (isNothing(text)) throw unfilled(field, why);
		return text;
	}

	/** Several texts, separated by commas or as a list; elements that are empty do not count. */
	texts(field: INodeProperties): string[] {
		const { value, raw } = this.given(field);
		return [value]
			.flat()
			.filter((element) => !isLeftEmpty(element))
			.flatMap((element) => textIn({ value: element, raw }, field).split(','))
			.map((text) => text.trim())
			.filter((text) => text !== '');
	}

	/** Names of several things: at least one, and one for each. */
	requiredTexts(field: INodeProperties): string[] {
		const texts = this.texts(field);
		if (texts.length === 0) throw unfilled(field);
		const { value } = this.given(field);
		if ([value].flat().some(isLeftEmpty) || texts.some(isNothing)) throw withGap(field);
		return texts;
	}

	/** Several of the field's options, by their names or values. */
	choices(field: INodeProperties): string[] {
		return this.texts(field).map((text) => optionOf(field, text));
	}

	/** One of the field's options; undefined where the field is empty. */
	choice(field: INodeProperties): string | undefined {
		const text = this.text(field);
		return text === '' ? undefined : optionOf(field, text);
	}

	/** A whole number; undefined where the field is empty. */
	wholeNumber(field: INodeProperties, least: number): number | undefined {
		const given = this.given(field);
		if (isLeftEmpty(given.value)) return undefined;
		const number = typeof given.value === 'string' ? Number(given.value) : given.value;
		if (Number.isSafeInteger(number) && Number(number) >= least) return Number(number);
		throw refused(given, field, `a whole number of at least ${least}`);
	}

	/** Yes or no; undefined where the field is empty. */
	isTrue(field: INodeProperties): boolean | undefined {
		const given = this.given(field);
		if (isLeftEmpty(given.value)) return undefined;
		const answer = typeof given.value === 'string' ? plain(given.value) : given.value;
		if (answer === true || answer === 'true') return true;
		if (answer === false || answer === 'false') return false;
		throw refused(given, field, 'true or false');
	}

	/** A time stamp in UTC; undefined where the field is empty. */
	time(field: INodeProperties): string | undefined {
		return timeStamp(this.caller.context, field.displayName, this.given(field).value);
	}

	/** The mode of a resource locator. */
	mode({ name }: INodeProperties): unknown {
		return (this.top(name) as { mode?: unknown } | null)?.mode;
	}

	/** What a field holds, if an expression does not give nothing. */
	private given(field: INodeProperties): Given {
		const given = this.read(field);
		if (!isExpression(given) || !isNothing(given.value) || isLeftOut(given)) return given;
		throw new UserError(`The expression in '${field.displayName}' gave nothing`, {
			description:
				'Check that the input item has the field, and that the expression spells its name in the same way.',
		});
	}

	private read(field: INodeProperties): Given {
		const own = this.collection ? inside(this.collected(), field.name) : this.evaluated(field);
		return field.type === 'resourceLocator' ? inside(own, 'value') : own;
	}

	private collected(): Given {
		return (this.held ??= this.evaluated(this.collection!));
	}

	private evaluated({ name, displayName }: INodeProperties): Given {
		try {
			return { value: this.top(name), raw: this.top(name, { rawExpressions: true }) };
		} catch (error) {
			const { context, itemIndex } = this.caller;
			throw new NodeOperationError(
				context.getNode(),
				`The expression in '${displayName}' does not work: ${(error as Error).message}`,
				{
					description: 'Open it in the editor, which shows its result for an input item.',
					itemIndex,
				},
			);
		}
	}

	private top(name: string, options?: { rawExpressions: true }): unknown {
		const { context, itemIndex } = this.caller;
		return context.getNodeParameter(name, itemIndex, '', options);
	}
}

function optionOf({ displayName, options = [] }: INodeProperties, text: string): string {
	const all = options as INodePropertyOptions[];
	const value = chosen(text, all);
	if (value !== undefined) return value;
	throw new UserError(`'${displayName}' does not have the choice ${shown(text)}`, {
		description: `Choose among: ${all.map(({ value }) => value).join(', ')}.`,
	});
}

/**
 * The time stamp that a field holds, in UTC. One of Tradecloud's own is passed on as it is.
 *
 * @param field what the editor calls the field
 * @throws NodeOperationError when it is no time
 */
export function timeStamp(
	context: Pick<IExecuteFunctions, 'getNode' | 'getTimezone'>,
	field: string,
	value: unknown,
): string | undefined {
	if (isLeftEmpty(value)) return undefined;
	const stamp = Array.isArray(value) ? undefined : stampOf(value, context.getTimezone());
	if (stamp !== undefined) return stamp;
	throw new NodeOperationError(
		context.getNode(),
		`'${field}' holds ${shown(value)}, which is not a time. Enter one such as 2027-01-31T08:00:00Z.`,
	);
}
