/**
 * What Microsoft Graph does for Excel, Teams and Outlook, as far as the ready-made workflows ask for it.
 * Sources: Microsoft's pages on worksheet ranges, channel messages and sendMail of Graph v1.0.
 */
import express from 'express';
import type { ParsedMail } from 'mailparser';

import { pause } from '../../../tools/progress';
import { listen, portOf, stop } from '../../sandbox/http/server';

type Cell = string | number;

export interface Graph {
	/** In place of https://graph.microsoft.com */
	url: string;
	/** The sheet of the one workbook, with its titles in the first row. */
	sheet: Cell[][];
	/** What Teams shows in the channel, the earliest first. */
	messages: string[];
	/** What Outlook sent, the earliest first. */
	mails: SentMail[];
	/** The mail with this in its subject, once it was sent. */
	mail(subject: string): Promise<SentMail>;
	close(): Promise<void>;
}

export type SentMail = Pick<ParsedMail, 'subject' | 'html'> & { to: string };

interface Mail {
	subject: string;
	body: { content: string };
	toRecipients: { emailAddress: { address: string } }[];
}

const patience = 30_000;

/** Starts it on a free port. */
export async function startGraph(): Promise<Graph> {
	const app = express();
	app.use(express.json());
	const server = await listen(app, 0);
	const graph: Graph = {
		url: `http://127.0.0.1:${portOf(server)}`,
		sheet: [],
		messages: [],
		mails: [],
		async mail(subject) {
			for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
				const found = graph.mails.find((mail) => mail.subject?.includes(subject));
				if (found) return found;
			}
			throw new Error(`Outlook sent nothing about "${subject}" within ${patience / 1000} s`);
		},
		close: async () => await stop(server),
	};
	const range = () => ({ address: `Sheet1!A1:${corner(graph.sheet)}`, values: graph.sheet });
	const worksheet = '/v1.0/me/drive/items/:workbook/workbook/worksheets/:sheet';
	app.get(`${worksheet}/usedRange`, (_request, response) => void response.json(range()));
	app.patch(
		new RegExp(`^/v1.0/me/drive/items/[^/]+/workbook/worksheets/[^/]+/range`),
		(request, response) => {
			const { values } = request.body as { values: (Cell | null)[][] };
			for (const [row, cells] of values.entries()) {
				graph.sheet[row] = cells.map((cell, column) => entered(cell, graph.sheet[row]?.[column]));
			}
			response.json(range());
		},
	);
	app.post('/beta/teams/:team/channels/:channel/messages', ({ body }, response) => {
		graph.messages.push((body as { body: { content: string } }).body.content);
		response.status(201).json({ id: '1' });
	});
	app.post('/v1.0/me/sendMail', ({ body }, response) => {
		const { subject, body: own, toRecipients } = (body as { message: Mail }).message;
		const to = toRecipients.map(({ emailAddress }) => emailAddress.address).join(', ');
		graph.mails.push({ subject, html: own.content, to });
		response.status(202).end();
	});
	return graph;
}

/** What a cell holds after a value was sent: null leaves it, and text is read as if a person had typed it. */
function entered(sent: Cell | null, before: Cell = ''): Cell {
	if (sent === null) return before;
	if (typeof sent === 'number' || sent.trim() === '') return sent;
	if (sent.startsWith('=')) return '#FORMULA';
	return Number.isNaN(Number(sent)) ? sent : Number(sent);
}

function corner(sheet: Cell[][]): string {
	const width = Math.max(1, ...sheet.map((row) => row.length));
	return `${String.fromCharCode(64 + width)}${sheet.length}`;
}
