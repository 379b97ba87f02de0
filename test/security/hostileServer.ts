/** A server in Tradecloud's place that logs everybody in, and then answers as badly as a test tells it to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { createGzip } from 'node:zlib';

import { listen, portOf, stop } from '../sandbox/http/server';

export interface HostileCall {
	method: string;
	path: string;
	authorization: string;
	body: string;
	at: number;
	/** How the answer ended: because the caller had gone, or with its last byte. */
	end: Promise<'abandoned' | 'whole'>;
}

export type Behaviour = (
	response: ServerResponse,
	call: HostileCall,
	request: IncomingMessage,
) => Promise<unknown> | void;

export interface HostileServer {
	url: string;
	/** The calls but for logins, the earliest first. */
	calls: HostileCall[];
	logins: HostileCall[];
	/** What it does from now on: with every call, and with logins where that is told. */
	behave(behaviour: Behaviour, login?: Behaviour): void;
	close(): Promise<void>;
}

/** Starts one on 127.0.0.1. */
export async function startHostileServer(): Promise<HostileServer> {
	let [answer, answerLogin]: Behaviour[] = [() => {}, welcome];
	const server = await listen((request, response) => {
		const { method = '', url: path = '', headers } = request;
		void text(request).then(async (body) => {
			const { authorization = '' } = headers;
			const end = new Promise<'abandoned' | 'whole'>((resolve) =>
				response.on('close', () => resolve(response.writableFinished ? 'whole' : 'abandoned')),
			);
			const call: HostileCall = { method, path, authorization, body, at: Date.now(), end };
			const isLogin = path.endsWith('/authentication/login');
			(isLogin ? hostile.logins : hostile.calls).push(call);
			await (isLogin ? answerLogin : answer)(response, call, request);
		});
	}, 0);
	const hostile: HostileServer = {
		url: `http://127.0.0.1:${portOf(server)}`,
		calls: [],
		logins: [],
		behave(behaviour, login = welcome) {
			[answer, answerLogin] = [behaviour, login];
			hostile.calls.length = 0;
			hostile.logins.length = 0;
		},
		close: () => stop(server),
	};
	return hostile;
}

let tokens = 0;

/** The answer of a login. */
export function welcome(response: ServerResponse): void {
	const claims = {
		data: { companyId: 'C', userRoles: ['integration'] },
		exp: 4_102_444_800,
		jti: ++tokens,
	};
	const token = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
	response.setHeader('Set-Authorization', token);
	json(response, 200, { status: 'authenticated' });
}

export function json(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify(body));
}

/** Sends the head at once, and then a byte now and then, without end. */
export async function drip(response: ServerResponse): Promise<void> {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	while (!response.destroyed) {
		response.write(' ');
		await setTimeout(50);
	}
}

/** Sends so many megabytes of one character, packed into a thousandth of that, as long as they are taken. */
export async function bomb(
	response: ServerResponse,
	status: number,
	megabytes: number,
): Promise<void> {
	response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
	const megabyte = Buffer.alloc(2 ** 20, 'a');
	const content = function* () {
		yield '{"id":"';
		for (let sent = 0; sent < megabytes; sent++) yield megabyte;
		yield '"}';
	};
	await pipeline(Readable.from(content()), createGzip({ level: 1 }), response).catch(() => {});
}
