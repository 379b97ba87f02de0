/** A mail server that keeps what it gets, and lets a test read its messages as their reader does. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import axios from 'axios';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

import { pause } from '../../../tools/progress';

export interface MailServer {
	port: number;
	/** All messages that came, the earliest first. */
	inbox: ParsedMail[];
	/** The message with this in its subject, once it has come. */
	message(subject: string): Promise<ParsedMail>;
	close(): Promise<void>;
}

const patience = 30_000;

/** Starts it on a free port, without encryption and without asking who sends. */
export async function startMailServer(): Promise<MailServer> {
	const inbox: ParsedMail[] = [];
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		onData(stream, _session, done) {
			simpleParser(stream).then((mail) => {
				inbox.push(mail);
				done();
			}, done);
		},
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	return {
		port: (server.server.address() as AddressInfo).port,
		inbox,
		async message(subject) {
			for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
				const found = inbox.find((mail) => mail.subject?.includes(subject));
				if (found) return found;
			}
			throw new Error(`No message about "${subject}" came within ${patience / 1000} s`);
		},
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}

/** Presses the button with this label in a message, as its reader would in a browser. */
export async function press(label: string, { html }: Pick<ParsedMail, 'html'>): Promise<void> {
	const link = new RegExp(`<a href="([^"]+)"[^>]*>${label}</a>`).exec(html || '')?.[1];
	if (link === undefined) throw new Error(`The message has no button "${label}"`);
	const headers = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
	const url = link.replaceAll('&amp;', '&');
	// Whoever is quicker than n8n, which sends the message before it waits for the answer, presses again:
	// n8n says 409 then, and n8n 1 at times 500.
	for (const end = Date.now() + patience; ; await pause(100)) {
		const { status } = await axios.get(url, { headers, proxy: false, validateStatus: () => true });
		if (status === 200) return;
		if (![409, 500].includes(status) || Date.now() > end)
			throw new Error(`n8n answered ${status} to "${label}"`);
	}
}
