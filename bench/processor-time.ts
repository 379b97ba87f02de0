/** The processor time of a process of this machine, which other programs disturb less than the clock. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Milliseconds of user and system time since the process began (proc(5): fields 14 and 15 of stat). */
export function processorTime(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const [user, system] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13);
	return ((Number(user) + Number(system)) * 1000) / ticksPerSecond;
}
