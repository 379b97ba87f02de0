/** The most memory that a process of this machine held at once. Linux alone keeps such a record. */
import { readFileSync, writeFileSync } from 'node:fs';

/** The peak of the resident memory in MB while some work is done. */
export async function peakMemory(pid: number, work: () => Promise<unknown>): Promise<number> {
	// Sets the peak back to what the process holds now (proc(5)).
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	await work();
	const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
	return Number(kilobytes) / 1024;
}
