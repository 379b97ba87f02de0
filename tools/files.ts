/** Finds files by their names. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files below some folders whose paths from `root` on, with `/`, fit the pattern; sorted. */
export function filesIn(root: string, folders: string[], pattern = /./): string[] {
	return folders
		.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll(sep, '/'))
		.filter((path) => pattern.test(path))
		.sort();
}
