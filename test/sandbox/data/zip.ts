/** A ZIP file of whole documents. */
import { zipSync } from 'fflate';

export interface ZipEntry {
	name: string;
	content: Buffer;
}

/** The file; entries of one name are told apart by `-1`, `-2` … (SDK: DownloadZip). */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
	const counts = new Map<string, number>();
	const files = entries.map(({ name, content }): [string, Buffer] => {
		const count = counts.get(name) ?? 0;
		counts.set(name, count + 1);
		return [count === 0 ? name : name.replace(/(\.[^.]*)?$/, `-${count}$1`), content];
	});
	return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}
