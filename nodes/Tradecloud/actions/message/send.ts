/** Operations that send a message: as JSON, field by field, or from the rows of a table. */
import { jsonParse, NodeOperationError, UserError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { build, type Column, type Message } from '../../model/messages/message';
import { findings } from '../../model/shape';
import { request } from '../../transport/request';
import { json, type Job, type Operation } from '../operation';
import { bodyFields, type BodyOptions, type Variant } from './bodyFields';
import { jobsFromRows } from './rows';

/** What distinguishes one operation that sends a message from another. */
export interface Sending
	extends BodyOptions, Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	path: string;
	/** The other form of the message. */
	variant?: Variant & { path: string };
	/** Parameters for 'Fields' mode that are not columns, and what they add to the message. */
	fieldsMode?: {
		fields: INodeProperties[];
		add(context: IExecuteFunctions, item: number): IDataObject;
	};
	/** Whether Tradecloud appends what it gets, for this body. */
	appends?(body: IDataObject): boolean;
}

/** Makes the operation. It puts out Tradecloud's answer, with the number of the message before it. */
export function sendOperation(sending: Sending): Operation {
	const { value, name, action, description } = sending;
	const form = (parameter: (name: string) => unknown) =>
		sending.variant && parameter(sending.variant.field.name) ? sending.variant : sending;
	const formFor = (context: IExecuteFunctions) =>
		form((parameter) => context.getNodeParameter(parameter, 0, false));
	return {
		value,
		name,
		action,
		description,
		apiVersions: ['v2'],
		message: (parameter) => form(parameter).message,
		fields: bodyFields(sending),
		jobs: (context) => checkedJobs(context, sending, formFor(context).message),
		async execute(caller, { body = {} }) {
			const { message, path } = formFor(caller.context);
			const number = numberOf(message, body);
			const answer = await request(caller, {
				method: 'POST',
				path,
				body,
				subject: `${message.name} '${number}'`,
				unknown: `what the ${message.name} '${number}' is about`,
				once: sending.appends?.(body),
				mayBeEmpty: '204',
			});
			return json({ [message.number]: number, ...answer });
		},
	};
}

function checkedJobs(context: IExecuteFunctions, sending: Sending, message: Message): Job[] {
	const mode = context.getNodeParameter('bodyMode', 0) as string;
	const jobs =
		mode === 'rows' && sending.rows
			? jobsFromRows(context, message)
			: [...context.getInputData().keys()].map((item) =>
					jobFor(item, () =>
						mode === 'json'
							? parsedBody(context, item)
							: bodyFromFields(context, item, sending, message),
					),
				);
	return jobs.map((job) => checked(job, message));
}

function jobFor(item: number, body: () => IDataObject): Job {
	try {
		return { items: [item], body: body() };
	} catch (error) {
		return { items: [item], obstacle: error as NodeOperationError };
	}
}

function checked(job: Job, message: Message): Job {
	if (job.obstacle) return job;
	const found = findings(job.body, message.shape);
	if (found.length === 0) return job;
	const number = numberOf(message, job.body);
	return {
		...job,
		obstacle: new UserError(
			`Tradecloud would refuse the ${message.name}${number ? ` '${number}'` : ''}, so it was not sent: ${found[0]}`,
			{
				description:
					found.length === 1
						? 'Correct this value and run the workflow again.'
						: `Correct these ${found.length} values and run the workflow again: ${found.join('; ')}`,
			},
		),
	};
}

function numberOf(message: Message, body: unknown): string {
	const { path } = message.header.find(({ name }) => name === message.number) as Column;
	const value = path
		.split('.')
		.reduce<unknown>((inner, name) => (inner as IDataObject | null | undefined)?.[name], body);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
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
			{ description: "Correct it, or choose 'Fields' in 'Fill In With'.", itemIndex: item },
		);
	}
}

function bodyFromFields(
	context: IExecuteFunctions,
	item: number,
	{ fieldsMode }: Sending,
	message: Message,
): IDataObject {
	const required = message.header.filter((column) => column.required);
	const values: IDataObject = {
		...context.getNodeParameter('additionalFields', item, {}),
		...Object.fromEntries(
			required.map(({ name }) => [name, context.getNodeParameter(name, item) as string]),
		),
	};
	const { line = [] } = context.getNodeParameter('lines', item, {}) as { line?: IDataObject[] };
	const body = build(message, values, line);
	if (fieldsMode) merge(body, fieldsMode.add(context, item));
	return body;
}

function merge(target: IDataObject, more: IDataObject): void {
	for (const [name, value] of Object.entries(more)) {
		const own = target[name];
		if (isObject(own) && isObject(value)) merge(own, value);
		else target[name] = value;
	}
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
