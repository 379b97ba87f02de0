/** The resident memory of a process of this machine, in MB, as Linux records it. */
import { readFileSync, writeFileSync } from 'node:fs';

/** What it holds now. */
export function residentMemory(pid: number): number {
	return recorded(pid, 'VmRSS');
}

/** The most that it holds at once while some work is done. */
export async function peakMemory(pid: number, work: () => Promise<unknown>): Promise<number> {
	// Sets the peak back to what the process holds now (proc(5)).
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	await work();
	return recorded(pid, 'VmHWM');
}

function recorded(pid: number, name: 'VmRSS' | 'VmHWM'): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}
