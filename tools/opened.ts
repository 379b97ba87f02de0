/** What consists of several parts that are opened one after another, and closed in reverse. */

interface Part {
	close(): Promise<void> | void;
}

/** Something that was opened, with the means to close it. */
export type Opened<T> = T & { close(): Promise<void> };

/**
 * Opens the parts of something, each of which is to be passed through `keep`. Where one does not
 * open, those before it are closed. Where one does not close, the others are closed nevertheless.
 */
export async function openAll<T extends object>(
	open: (keep: <P extends Part>(part: P) => P) => Promise<T>,
): Promise<Opened<T>> {
	const parts: Part[] = [];
	const close = async () => await closeAll(parts.splice(0).reverse());
	try {
		const opened = await open((part) => {
			parts.push(part);
			return part;
		});
		return { ...opened, close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function closeAll([first, ...rest]: Part[]): Promise<void> {
	try {
		await first?.close();
	} finally {
		if (rest.length > 0) await closeAll(rest);
	}
}
