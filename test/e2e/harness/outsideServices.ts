/** One local server in place of Slack, Google Sheets and an ERP: keeps what they would get, gives what they would give. */
import express from 'express';

import { listen, portOf, stop } from '../../sandbox/http/server';

export interface OutsideServices {
	/** The address of a service. */
	url(service: string): string;
	/** The bodies that a service received, the earliest first. */
	received(service: string): unknown[];
	/** What a service answers to GET from now on. */
	holds(service: string, content: object): void;
	/** From now on a service does not take what is posted to it. */
	refuses(service: string): void;
	close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startOutsideServices(): Promise<OutsideServices> {
	const posted = new Map<string, unknown[]>();
	const contents = new Map<string, object>();
	const refusing = new Set<string>();
	const app = express();
	app.use(express.json({ limit: '20mb' }));
	app.post('/:service', ({ params, body }, response) => {
		if (refusing.has(params.service)) return void response.status(503).json({ ok: false });
		posted.set(params.service, [...(posted.get(params.service) ?? []), body]);
		response.json({ ok: true });
	});
	app.get('/:service', ({ params }, response) => {
		response.json(contents.get(params.service) ?? []);
	});
	const server = await listen(app, 0);
	return {
		url: (service) => `http://127.0.0.1:${portOf(server)}/${service}`,
		received: (service) => posted.get(service) ?? [],
		holds: (service, content) => void contents.set(service, content),
		refuses: (service) => void refusing.add(service),
		close: async () => await stop(server),
	};
}
