/** A sheet as somebody keeps it, what must be sent of it, and what must be said. */
import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import type { Source } from './files';

export interface Sheet {
	name: string;
	source: Source;
	resource: string;
	operation: string;
	options?: IDataObject;
	/** Puts what the sheet is about into the sandbox. */
	prepare?: (sandbox: Sandbox) => void;
	path: string;
	/** The bodies, in their order. */
	sent: object[];
	/** What each refused message says. */
	said: (string | RegExp)[];
}
