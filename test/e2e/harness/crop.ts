/** Where on the page something is, for pictures that show nothing else. */
import type { Locator } from 'playwright-core';

/** A rectangle in pixels of the page. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/**
 * The smallest box around all that the locator matches, with a margin, no larger than the window.
 */
export async function boxAround(
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
