/** A sheet as somebody keeps it, what must be sent of it, and what must be said. */
import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';

export interface Sheet {
	name: string;
	/** The input items, as n8n reads them. */
	rows: () => IDataObject[];
	resource: string;
	operation: string;
	options?: IDataObject;
	/** The parameter 'Columns', where they are mapped by hand. */
	columns?: IDataObject;
	/** Puts what the sheet is about into the sandbox. */
	prepare?: (sandbox: Sandbox) => void;
	path: string;
	/** The bodies, in their order. */
	sent: object[];
	/** What each refused message says. */
	said: (string | RegExp)[];
}
