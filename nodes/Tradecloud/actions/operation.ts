/** What a resource and an operation are made of; the editor's lists and the dispatch derive from it. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Caller } from '../transport/request';

/** The caller on behalf of one input item of the Tradecloud node. */
export interface ItemCaller extends Caller {
	context: IExecuteFunctions;
	itemIndex: number;
}

/** One operation: what the editor shows of it, and what it does with an item. */
export interface Operation {
	value: string;
	name: string;
	action: string;
	description: string;
	fields: INodeProperties[];
	/** The JSON of the output items that this input item gives. */
	execute(caller: ItemCaller): Promise<IDataObject[]>;
}

/** A group of operations on one kind of thing. */
export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}
