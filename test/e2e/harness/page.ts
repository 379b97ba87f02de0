/** A page of headless Chromium on an n8n, signed in as the owner, that never leaves this machine. */
import { type BrowserContext, chromium, type Page, selectors } from 'playwright-core';
import type { N8nInstance } from '../../../tools/n8n-instance';
import { style } from './look';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The size of the window, in pixels of the screenshots. */
export interface WindowSize {
	width: number;
	height: number;
}

/** Opens a page in a new browser, in n8n's light theme. */
export async function openPage(n8n: N8nInstance, size: WindowSize): Promise<Page> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath, args: flags });
	const context = await browser.newContext({
		viewport: size,
		deviceScaleFactor: 1,
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-US',
		timezoneId: 'Europe/Amsterdam',
	});
	await signIn(context, n8n);
	await stayOnLoopback(context);
	await addStyle(context, style);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	return page;
}

async function signIn(context: BrowserContext, n8n: N8nInstance): Promise<void> {
	const [name, value] = n8n.session.cookie.split('=');
	await context.addCookies([{ name, value, url: n8n.url, httpOnly: true, sameSite: 'Lax' }]);
}

async function stayOnLoopback(context: BrowserContext): Promise<void> {
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
}

async function addStyle(context: BrowserContext, css: string): Promise<void> {
	await context.addInitScript(`addEventListener('DOMContentLoaded', () => {
		const style = document.createElement('style');
		style.textContent = ${JSON.stringify(css)};
		document.head.append(style);
	});`);
}
