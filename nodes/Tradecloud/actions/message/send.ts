/** Operations that send a message: as JSON, field by field, or from the rows of a table. */
import { jsonParse, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Message } from '../../model/messages/message';
import { sendMessage, type MessageKind } from '../../transport/messages';
import { json, type Job, type Operation } from '../operation';
import { readerOf } from '../options';
import { bodyFields, type BodyOptions, type Variant } from './bodyFields';
import { jobFromFields } from './fields';
import { withLostZeros } from './leadingZeros';
import { checked, reasonsInJson, subjectOf } from './refusal';
import { jobsFromRows } from './rows';

/** What distinguishes one operation that sends a message from another. */
export interface Sending extends BodyOptions, Pick<Operation, 'value' | 'action' | 'description'> {
	kind: MessageKind;
	/** The other form of the message. */
	variant?: Variant & { kind: MessageKind };
	/** Whether Tradecloud appends what it gets, for this body. */
	appends?(body: IDataObject): boolean;
}

/** Makes the operation. Its output is Tradecloud's answer, with the number of the message before it. */
export function sendOperation(sending: Sending): Operation {
	const { value, action, description } = sending;
	const form = (parameter: (name: string) => unknown) =>
		sending.variant && parameter(sending.variant.field.name) ? sending.variant : sending;
	const formFor = (context: IExecuteFunctions) =>
		form((parameter) => context.getNodeParameter(parameter, 0, false));
	return {
		value,
		action,
		description,
		kind: sending.appends ? 'once' : 'repeatable',
		message: (parameter) => form(parameter).message,
		fields: bodyFields(sending),
		jobs: (context) => jobsOf(context, formFor(context).message),
		async execute(caller, job) {
			const { body = {}, key = {} } = job;
			const { message, kind } = formFor(caller.context);
			const subject = subjectOf(message, body);
			const { purchaseOrderNumber } = key;
			const sent = sendMessage(caller, kind, body, {
				subject,
				unknown: purchaseOrderNumber
					? `order '${purchaseOrderNumber}', or one of its lines`
					: `what the ${subject} names`,
				once: sending.appends?.(body),
			});
			const answer = await sent.catch(async (error) => {
				throw await withLostZeros(error, caller, job);
			});
			return json({ ...key, ...answer });
		},
	};
}

function jobsOf(context: IExecuteFunctions, message: Message): Job[] {
	const mode = context.getNodeParameter('bodyMode', 0) as string;
	const reader = readerOf(context);
	if (mode === 'rows') return jobsFromRows(context, message, reader(0));
	return [...context.getInputData().keys()].map((item) => {
		try {
			return mode === 'json'
				? jobFromJson(context, item, message)
				: jobFromFields(context, item, message, reader(item));
		} catch (error) {
			return { items: [item], obstacle: error as NodeOperationError };
		}
	});
}

function jobFromJson(context: IExecuteFunctions, item: number, message: Message): Job {
	const body = parsedBody(context, item);
	return checked({ items: [item] }, message, body, reasonsInJson(body, message));
}

function parsedBody(context: IExecuteFunctions, item: number): IDataObject {
	const body = context.getNodeParameter('body', item) as IDataObject | string;
	if (typeof body !== 'string') return body;
	try {
		return jsonParse<IDataObject>(body);
	} catch (error) {
		throw new NodeOperationError(
			context.getNode(),
			`'JSON' holds text that is not JSON: ${(error as Error).message}`,
			{ description: "Correct it, or choose 'Fields' in 'Input Mode'.", itemIndex: item },
		);
	}
}
