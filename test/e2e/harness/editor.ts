/** n8n's editor in headless Chromium, signed in as the owner, always of the same look. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page, selectors } from 'playwright-core';
import type { N8nInstance } from '../../../scripts/n8n-instance';
import { pause } from '../../../scripts/progress';
import { boxAround } from './crop';

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

/** n8n lays advice over the canvas of a published workflow, some time after the canvas is there. */
const advice = '[data-reka-popper-content-wrapper]:has([data-test-id="suggested-action-item"])';

/** What lies over the canvas or waits for a click on it; left alone except in pictures. */
const transient = [
	'.el-notification',
	'[data-test-id="canvas-controls"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
	'[class*="executionButtons"]',
].join(', ');

const hidden = '{ visibility: hidden !important; }';

/** The views of data in a node's panel. */
export type DataView = 'schema' | 'table' | 'json';

/** The size of the window, in pixels of the screenshots. */
export interface WindowSize {
	width: number;
	height: number;
}

/** One browser window on one n8n. */
export class Editor {
	private constructor(
		private readonly address: string,
		/** For whatever this class has no method for. */
		readonly page: Page,
	) {}

	/** Opens a window with the session of the instance's owner, in n8n's light theme. */
	static async open(
		n8n: N8nInstance,
		size: WindowSize = { width: 1440, height: 900 },
	): Promise<Editor> {
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
		await addStyle(context, `${advice} ${hidden}`);
		const page = await context.newPage();
		page.setDefaultTimeout(20_000);
		return new Editor(n8n.url, page);
	}

	/** The panel of the node that is open. */
	get panel(): Locator {
		return this.page.getByTestId('ndv');
	}

	/** The right part of a node's panel, with what the node put out. */
	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** The left part of a node's panel, with what came in. */
	get input(): Locator {
		return this.page.getByTestId('ndv-input-panel');
	}

	/** The dialog of the credential that is open. */
	get credentialForm(): Locator {
		return this.page.getByTestId('editCredential-modal');
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(
			`[data-test-id="canvas-node"][data-node-name=${JSON.stringify(name)}]`,
		);
	}

	/** Shows a workflow on the canvas. */
	async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`${this.address}/workflow/${workflowId}`);
		await this.canvas();
	}

	/** Brings the whole workflow into view; returns all that stands on the canvas. */
	async wholeWorkflow(): Promise<Locator> {
		await this.page.getByTestId('zoom-to-fit').click();
		const pane = this.page.locator('.vue-flow__transformationpane');
		for (let before = ''; ; await pause(100)) {
			const now = (await pane.getAttribute('style')) ?? '';
			if (now === before) break;
			before = now;
		}
		return this.page.locator('[data-test-id="canvas-node"], [data-test-id="sticky"]');
	}

	/**
	 * Shows an execution, whose nodes can be opened with their data. Not for n8n 1, which uses a
	 * frame.
	 */
	async openExecution(workflowId: string, executionId: string): Promise<void> {
		await this.page.goto(`${this.address}/workflow/${workflowId}/executions/${executionId}`);
		await this.canvas();
	}

	/** Shows the form of a stored credential. */
	async openCredential(credentialId: string): Promise<void> {
		await this.page.goto(`${this.address}/home/credentials/${credentialId}`);
		await this.credentialForm.getByTestId('credential-connection-parameter').first().waitFor();
	}

	/** Opens the panel of a node on the canvas, as a double click does. */
	async openNode(name: string): Promise<Locator> {
		await this.node(name).dblclick();
		await this.panel.waitFor();
		return this.panel;
	}

	/** Closes the panel that is open. */
	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** Unfolds the URLs in a webhook trigger's panel and returns them as shown, in their order. */
	async showWebhookUrls(kind: 'Test URL' | 'Production URL'): Promise<string[]> {
		const section = this.panel.locator('.webhooks');
		const headline = section.locator('.headline');
		const classes = (await headline.getAttribute('class')) ?? '';
		if (!classes.includes('expanded')) await headline.click();
		await section.getByText(kind, { exact: true }).click();
		const urls = await section.locator('.webhook-url').allInnerTexts();
		return urls.map((url) => url.trim());
	}

	/** The input of a parameter in the panel that is open. */
	parameter(name: string): Locator {
		return this.panel.getByTestId(`parameter-input-${name}`);
	}

	/** Types the values into the parameters of these names. */
	async fillIn(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.parameter(name).locator('input').fill(value);
		}
	}

	/** Scrolls to where the subject stands at the top of what it is in. */
	async scrollToTop(subject: Locator): Promise<void> {
		type Scrollable = { scrollIntoView(options: { block: 'start' }): void };
		await subject.evaluate((element: Scrollable) => element.scrollIntoView({ block: 'start' }));
	}

	/** Unfolds a list of the panel that is open; returns the options, which can be clicked. */
	async unfold(list: Locator): Promise<Locator> {
		await list.click();
		const options = this.page.locator('.el-select-dropdown__item:visible');
		await options.first().waitFor();
		return options;
	}

	/** Chooses how the panel that is open shows the node's output. */
	async showOutputAs(view: DataView): Promise<void> {
		await this.output.getByTestId(`radio-button-${view}`).click();
	}

	/**
	 * Presses the panel's "Execute step". A webhook trigger then waits for one call of its test URLs.
	 */
	async executeStep(): Promise<void> {
		await this.panel.getByTestId('node-execute-button').click();
	}

	/** Takes a picture of all that the locator matches, with a margin in pixels around it. */
	async screenshot(subject: Locator, path: string, margin = 0): Promise<void> {
		// A pointer resting on a button would colour it.
		await this.page.mouse.move(0, 0);
		const clip = await boxAround(subject, margin, this.page.viewportSize());
		mkdirSync(dirname(path), { recursive: true });
		await this.page.screenshot({
			path,
			clip,
			style: `${transient} ${hidden}`,
			animations: 'disabled',
			caret: 'hide',
		});
	}

	/** Closes the window and its browser. */
	async close(): Promise<void> {
		await this.page.context().browser()?.close();
	}

	private async canvas(): Promise<void> {
		await this.page.getByTestId('canvas-node').first().waitFor();
	}
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
