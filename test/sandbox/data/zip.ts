/** A ZIP file of whole documents, stored as they are. */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
	name: string;
	content: Buffer;
}

const utf8Names = 0x0800;

/** The file; entries of one name are told apart by `-1`, `-2` … (SDK: DownloadZip). */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content } of withOwnNames(entries)) {
		const file = headerOf(0x04034b50, content, name);
		files.push(file, content);
		directory.push(directoryEntry(content, name, offset));
		offset += file.length + content.length;
	}
	const index = Buffer.concat(directory);
	return Buffer.concat([...files, index, endOf(entries.length, index.length, offset)]);
}

function withOwnNames(entries: readonly ZipEntry[]): ZipEntry[] {
	const counts = new Map<string, number>();
	return entries.map(({ name, content }) => {
		const count = counts.get(name) ?? 0;
		counts.set(name, count + 1);
		return { name: count === 0 ? name : name.replace(/(\.[^.]*)?$/, `-${count}$1`), content };
	});
}

/** What the entry and its place in the directory have in common, from the version on. */
function common(content: Buffer, name: Buffer): Buffer {
	const part = Buffer.alloc(26);
	part.writeUInt16LE(20, 0);
	part.writeUInt16LE(utf8Names, 2);
	part.writeUInt16LE(0x21, 8); // 1 January 1980, the first day that a ZIP file knows
	part.writeUInt32LE(crc32(content), 10);
	part.writeUInt32LE(content.length, 14);
	part.writeUInt32LE(content.length, 18);
	part.writeUInt16LE(name.length, 22);
	return part;
}

function headerOf(signature: number, content: Buffer, name: string): Buffer {
	const encoded = Buffer.from(name);
	const start = Buffer.alloc(4);
	start.writeUInt32LE(signature);
	return Buffer.concat([start, common(content, encoded), encoded]);
}

function directoryEntry(content: Buffer, name: string, offset: number): Buffer {
	const encoded = Buffer.from(name);
	const start = Buffer.alloc(6);
	start.writeUInt32LE(0x02014b50);
	start.writeUInt16LE(20, 4);
	const end = Buffer.alloc(14);
	end.writeUInt32LE(offset, 10);
	return Buffer.concat([start, common(content, encoded), end, encoded]);
}

function endOf(count: number, size: number, offset: number): Buffer {
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return end;
}
