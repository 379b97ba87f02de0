/** What the user set in the node, which an expression may have turned into anything. */
import { UserError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

import { eventGroups } from '../model/events';

export type Authentication = 'basicAuth' | 'bearerAuth' | 'entraJwt';

/** What 'Trigger On' may hold, beside the groups of events. */
export const anyEvent = 'anyEvent';
export const chosenEvents = 'chosenEvents';

/** What 'Output' holds where the order is to be fetched: to be added to the event, or to become rows. */
export const eventAndOrder = 'eventAndOrder';
export const asRows = 'rows';

/** The options of the node. Those that restrict who is let in are left out where they are empty. */
interface Options {
	allowedIps?: string;
	changedLinesOnly?: boolean;
	combineCalls?: boolean;
	fetchOrder?: boolean;
	ignoreDuplicates?: boolean;
	oauthClientId?: string;
	oauthRole?: string;
}

/** All parameters of the trigger. */
export interface Settings {
	authentication: Authentication;
	/** None means all. */
	events: string[];
	output: unknown;
	responseMode: 'onReceived' | 'lastNode';
	options: Options;
}

const restrictions = [
	['allowedIps', 'Allowed IPs'],
	['oauthClientId', 'OAuth Client ID'],
	['oauthRole', 'OAuth Role'],
] as const;

/**
 * The parameters of the node.
 *
 * @throws UserError where an expression gives what would let in more callers, or fewer events, than the user meant
 */
export function settingsOf(context: IWebhookFunctions | IHookFunctions): Settings {
	const output = context.getNodeParameter('output', '');
	return {
		authentication: context.getNodeParameter('authentication') as Authentication,
		events: eventsOf(context),
		output,
		responseMode: context.getNodeParameter('responseMode') as Settings['responseMode'],
		options: optionsIn(context, output),
	};
}

function optionsIn(context: IWebhookFunctions | IHookFunctions, output: unknown): Options {
	const options = { ...(context.getNodeParameter('options', {}) as Options) };
	for (const [name, label] of restrictions) {
		if (name in options && typeof options[name] !== 'string') {
			throw new UserError(
				`The expression in '${label}' gives no text, so nobody is let in. Correct it, or remove the option.`,
			);
		}
		if (options[name] === '') delete options[name];
	}
	if (output === eventAndOrder || output === asRows) options.fetchOrder = true;
	return options;
}

function eventsOf(context: IWebhookFunctions | IHookFunctions): string[] {
	const triggerOn = context.getNodeParameter('triggerOn', chosenEvents);
	if (triggerOn === chosenEvents) return eventsIn(context.getNodeParameter('events', []));
	if (triggerOn === anyEvent) return [];
	const group = eventGroups.find(({ value }) => value === triggerOn);
	if (group) return Object.keys(group.events);
	throw new UserError(
		"'Trigger On' holds something that is not among its choices. Choose one from the list.",
	);
}

function eventsIn(value: unknown): string[] {
	const list = [value ?? []].flat().filter((name) => name !== '') as unknown[];
	if (list.every((name) => typeof name === 'string')) return list;
	throw new UserError(
		"The expression in 'Events' gives something other than names of events. Correct it, or choose the events from the list.",
	);
}
