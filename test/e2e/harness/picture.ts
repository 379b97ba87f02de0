/** Pictures that show their subject and nothing else. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pictureStyle } from './look';

/** A rectangle in pixels of the page. */
interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Takes a picture of all that the locator matches, with a margin in pixels around it. */
export async function takePicture(
	page: Page,
	subject: Locator,
	path: string,
	margin: number,
): Promise<void> {
	// A pointer resting on a button would colour it, and so does the focus.
	await page.mouse.move(0, 0);
	for (const focused of await page.locator(':focus').all()) await focused.blur();
	const clip = await boxAround(subject, margin, page.viewportSize());
	mkdirSync(dirname(path), { recursive: true });
	await page.screenshot({
		path,
		clip,
		style: pictureStyle,
		animations: 'disabled',
		caret: 'hide',
	});
}

/**
 * The smallest box around all that the locator matches, with a margin, no larger than the window.
 */
async function boxAround(
	subject: Locator,
	margin: number,
	window: { width: number; height: number } | null,
): Promise<Box> {
	await subject.first().waitFor();
	const found = await Promise.all(
		(await subject.all()).map(async (one) => await one.boundingBox()),
	);
	const boxes = found.filter((box) => box !== null);
	const { width = Infinity, height = Infinity } = window ?? {};
	// Rounded inwards: a dialog's edge often lies between two pixels, and what is behind it would
	// show.
	const left = Math.max(0, Math.ceil(Math.min(...boxes.map(({ x }) => x)) - margin));
	const top = Math.max(0, Math.ceil(Math.min(...boxes.map(({ y }) => y)) - margin));
	const right = Math.floor(Math.max(...boxes.map((box) => box.x + box.width)) + margin);
	const bottom = Math.floor(Math.max(...boxes.map((box) => box.y + box.height)) + margin);
	return {
		x: left,
		y: top,
		width: Math.min(width, right) - left,
		height: Math.min(height, bottom) - top,
	};
}
