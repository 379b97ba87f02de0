/** What a resource and an operation are made of; the editor's lists and the dispatch derive from it. */
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	NodeOperationError,
	UserError,
} from 'n8n-workflow';

import type { ApiVersion } from '../model/credential';
import type { Message } from '../model/messages/message';
import type { Caller } from '../transport/caller';

/** The caller on behalf of the input items of a job. */
export interface JobCaller extends Caller {
	context: IExecuteFunctions;
	/** The first item of the job. */
	itemIndex: number;
}

/** What is done in one go: mostly for one input item, but several rows may make one message. */
export interface Job {
	/** The input items, at least one. */
	items: number[];
	/** The rows of the sheet that they are, as the sheet counts them. */
	rows?: number[];
	/** What the message is known by, such as its number, under the names of the fields. */
	key?: Record<string, string>;
	/** The message that was built from them. */
	body?: IDataObject;
	/** Why it cannot be done. It is known before anything is sent. Several reasons are told one by one. */
	obstacle?: (UserError | NodeOperationError) & { reasons?: string[] };
}

/** An output item without its link to input items, which the router adds. */
export type Output = Pick<INodeExecutionData, 'json' | 'binary'>;

/** One operation: what the editor shows of it, and what it does. */
export interface Operation {
	/** Its name follows from it: `getMany` is 'Get Many'. */
	value: string;
	action: string;
	description: string;
	/**
	 * What Tradecloud makes of it when it comes once more: nothing as it only reads, nothing new, or the same
	 * once more.
	 */
	kind: 'read' | 'repeatable' | 'once';
	/** The generations of the API that have it, where it is not v2 alone. */
	apiVersions?: ApiVersion[];
	fields: INodeProperties[];
	/** The message that it sends with these parameters, for the editor's mapping of columns. */
	message?(parameter: (name: string) => unknown): Message;
	/** The jobs for all input items; one for each item where it is left out. */
	jobs?(context: IExecuteFunctions): Job[];
	execute(caller: JobCaller, job: Job): Promise<Output[]>;
}

/** A group of operations on one kind of thing. */
export interface Resource {
	value: string;
	description: string;
	operations: Operation[];
}

/** Output items of plain JSON. */
export function json(objects: IDataObject | IDataObject[]): Output[] {
	return [objects].flat().map((object) => ({ json: object }));
}
