/** What a user does and sees in n8n's editor. */
import type { Locator, Page } from 'playwright-core';
import type { N8nInstance } from '../../../tools/n8n-instance';
import { pause } from '../../../tools/progress';
import { openPage, type WindowSize } from './page';
import { takePicture } from './picture';

/** The views of data in a node's panel. */
export type DataView = 'schema' | 'table' | 'json';

/** One browser window on one n8n. */
export class Editor {
	private constructor(
		private readonly address: string,
		/** For whatever this class has no method for. */
		readonly page: Page,
	) {}

	/** Opens a window with the session of the instance's owner. */
	static async open(n8n: N8nInstance, size: WindowSize): Promise<Editor> {
		return new Editor(n8n.url, await openPage(n8n, size));
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

	/** How many items passed each connection in an execution. */
	get itemCounts(): Locator {
		return this.page.getByTestId('edge-label');
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(
			`[data-test-id="canvas-node"][data-node-name=${JSON.stringify(name)}]`,
		);
	}

	/** The mark of a node that was executed well. */
	succeeded(name: string): Locator {
		return this.node(name).getByTestId('canvas-node-status-mark-success');
	}

	/** Shows a workflow on the canvas. */
	async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`${this.address}/workflow/${workflowId}`);
		await this.canvas();
	}

	/** Begins a new workflow: shows the list of nodes that can start it. */
	async beginWorkflow(): Promise<void> {
		await this.page.goto(`${this.address}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').click();
		await this.nodeList.waitFor();
	}

	/** The list of nodes, or of what one of them can do. */
	get nodeList(): Locator {
		return this.page.getByTestId('node-creator');
	}

	/** Types into the search of the list of nodes; returns the names of what it finds. */
	async searchNodes(text: string): Promise<Locator> {
		await this.nodeList.getByTestId('node-creator-search-bar').fill(text);
		return this.nodeList.getByTestId('node-creator-item-name');
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

	/** Unfolds a list, once n8n has loaded it; returns the options, which can be clicked. */
	async unfold(list: Locator): Promise<Locator> {
		const options = this.page.locator('.el-select-dropdown__item:visible');
		// Those of a list that is still closing would be taken for this one's.
		await options.first().waitFor({ state: 'hidden' });
		await list.locator('input:disabled').first().waitFor({ state: 'hidden' });
		await list.click();
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

	/** Presses the canvas's "Execute workflow". A webhook trigger then waits for one call. */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** Waits until n8n listens at the test URLs of a webhook trigger. */
	async listening(): Promise<void> {
		const stop = this.page.getByTestId('stop-execution-waiting-for-webhook-button');
		await stop.waitFor({ state: 'attached' });
	}

	/** Makes the window as high as a picture needs. */
	async setHeight(height: number): Promise<void> {
		await this.page.setViewportSize({ ...this.page.viewportSize()!, height });
	}

	/** Drags the middle of the panel that is open to the right: more room for the input. */
	async widenInput(pixels: number): Promise<void> {
		const { x, y, width, height } = (await this.panel
			.locator('[class*="_draggable_"]')
			.boundingBox())!;
		const { mouse } = this.page;
		await mouse.move(x + width / 2, y + height / 2);
		await mouse.down();
		await mouse.move(x + width / 2 + pixels, y + height / 2, { steps: 10 });
		await mouse.up();
	}

	/** Takes a picture of all that the locator matches, with a margin in pixels around it. */
	async screenshot(subject: Locator, path: string, margin = 0): Promise<void> {
		await takePicture(this.page, subject, path, margin);
	}

	/** Closes the window and its browser. */
	async close(): Promise<void> {
		await this.page.context().browser()?.close();
	}

	private async canvas(): Promise<void> {
		await this.page.getByTestId('canvas-node').first().waitFor();
	}
}
