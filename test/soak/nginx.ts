/** The nginx of Debian with the configuration that the documentation gives, in front of an n8n. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { endWithUs } from '../../tools/at-exit';
import { freePort } from '../../tools/free-port';
import { pause } from '../../tools/progress';

const documented = join(__dirname, '..', '..', 'docs', 'nginx.conf');
const command = process.env.NGINX ?? '/usr/sbin/nginx';
const patience = 20_000;

export interface Proxy {
	/** Where the proxy answers. */
	url: string;
	close(): Promise<void>;
}

/**
 * Starts nginx in front of an n8n.
 *
 * @param folder for its configuration, logs and temporary files
 * @param n8nUrl where n8n answers, whether it runs now or not
 */
export async function startNginx(folder: string, n8nUrl: string): Promise<Proxy> {
	const port = await freePort();
	mkdirSync(join(folder, 'temporary'), { recursive: true });
	writeFileSync(join(folder, 'n8n.conf'), siteFor(port, new URL(n8nUrl).host));
	writeFileSync(join(folder, 'nginx.conf'), surroundings(folder));
	const args = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')];
	const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
	endWithUs(child);
	await listening(child, port);
	return {
		url: `http://127.0.0.1:${port}`,
		async close() {
			if (child.exitCode !== null) return;
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** The documented configuration, with what the documentation asks to change, without certificates. */
function siteFor(port: number, n8n: string): string {
	const changes: [string, string][] = [
		['server 127.0.0.1:5678;', `server ${n8n};`],
		['listen 443 ssl;', `listen 127.0.0.1:${port};`],
		['server_name n8n.example.com;', 'server_name 127.0.0.1;'],
		// Tradecloud's stand-in calls from here.
		['35.204.36.162 1;', '127.0.0.1 1;'],
		['ssl_certificate /etc/ssl/n8n.example.com.pem;', ''],
		['ssl_certificate_key /etc/ssl/private/n8n.example.com.key;', ''],
	];
	return changes.reduce(
		(text, [line, replacement]) => {
			if (text.split(line).length !== 2) throw new Error(`${documented} must hold '${line}' once`);
			return text.replace(line, replacement);
		},
		readFileSync(documented, 'utf8'),
	);
}

/** What Debian's own nginx.conf provides around it, and nothing outside the folder. */
function surroundings(folder: string): string {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${join(folder, 'temporary', name)};`)
		.join('\n\t');
	const user = process.getuid?.() === 0 ? 'user root;' : '';
	return `${user}
daemon off;
pid ${join(folder, 'nginx.pid')};
events {}
http {
	access_log ${join(folder, 'access.log')};
	${temporary}
	include ${join(folder, 'n8n.conf')};
}
`;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
	const end = Date.now() + patience;
	let spawnError: Error | undefined;
	child.once('error', (error) => (spawnError = error));
	while (Date.now() < end) {
		if (spawnError) throw new Error(`${command} cannot be started: ${spawnError.message}`);
		if (child.exitCode !== null) throw new Error(`nginx ended with code ${child.exitCode}`);
		if (await accepts(port)) return;
		await pause(50);
	}
	throw new Error(`nginx did not listen within ${patience / 1000} s`);
}

async function accepts(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
