/** Somebody who uses the editor for the first time: every click and every word is counted, and how long a person takes for it. */
import type { Locator } from 'playwright-core';

/**
 * Seconds by the keystroke-level model of Card, Moran and Newell: of a person who types without training, points
 * with the mouse, and thinks before each step.
 */
const pace = { keystroke: 0.28, click: 1.3, thought: 1.35 };

/** What was done, in order, and what is seen at its ends. */
export class Newcomer {
	private readonly steps: string[] = [];
	private readonly start = Date.now();
	private ownSeconds = 0;

	async clicks(what: string, place: Locator): Promise<void> {
		await place.click();
		this.did(`click ${what}`, pace.click);
	}

	async types(what: string, text: string, place: Locator): Promise<void> {
		await place.fill(text);
		this.did(`type ${what}`, pace.click + text.length * pace.keystroke);
	}

	async sees(what: string, place: Locator): Promise<void> {
		await place.waitFor();
		this.steps.push(`→ ${what}`);
	}

	/** How long it took: the person and n8n, one after the other. */
	get seconds(): number {
		return this.ownSeconds + (Date.now() - this.start) / 1000;
	}

	/** The steps, numbered, and the time. */
	get account(): string {
		const done = this.steps.filter((step) => !step.startsWith('→')).length;
		return [...this.steps, `${done} steps, ${Math.round(this.seconds)} seconds`].join('\n');
	}

	private did(step: string, seconds: number): void {
		this.steps.push(step);
		this.ownSeconds += pace.thought + seconds;
	}
}
