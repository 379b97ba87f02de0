/** Measures whether the time that the webhook's authentication takes tells anything of the secret; it prints, and judges nothing. */
import { mean, medianSorted, quantileSorted, sampleVariance } from 'simple-statistics';

import { isAuthentic } from '../nodes/Tradecloud/webhook/authentication.js';

const secrets = {
	webhookUsername: 'n8n',
	webhookPassword: 'webhook:secret-of-24-letters',
	webhookToken: '',
};
const right = `${secrets.webhookUsername}:${secrets.webhookPassword}`;
const callsInBatch = 50;
const batches = 4_000;

const kinds = {
	right,
	'wrong first character': `x${right.slice(1)}`,
	'wrong last character': `${right.slice(0, -1)}x`,
	'wrong length': right.slice(0, 4),
};

type Kind = keyof typeof kinds;

function nanosecondsOf(header: string): number {
	const start = process.hrtime.bigint();
	for (let call = 0; call < callsInBatch; call++) isAuthentic('basicAuth', header, secrets);
	return Number(process.hrtime.bigint() - start) / callsInBatch;
}

/** Batches of all kinds by turns, so that whatever else the machine does befalls all alike. */
function measure(): Map<Kind, number[]> {
	const headers = Object.entries(kinds).map(
		([kind, credentials]) =>
			[kind as Kind, `Basic ${Buffer.from(credentials).toString('base64')}`] as const,
	);
	const times = new Map(headers.map(([kind]) => [kind, [] as number[]]));
	for (let batch = -batches / 10; batch < batches; batch++) {
		const turn = Math.abs(batch) % headers.length;
		for (const [kind, header] of [...headers.slice(turn), ...headers.slice(0, turn)]) {
			const time = nanosecondsOf(header);
			if (batch >= 0) times.get(kind)!.push(time);
		}
	}
	return times;
}

/** The slowest tenth is of the machine, not of the comparison. */
function withoutOutliers(times: number[]): number[] {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted.slice(0, Math.ceil(sorted.length * 0.9));
}

/** Welch's t of two samples; beyond ±4.5 a difference is taken for real where timing leaks are sought. */
function welch(a: number[], b: number[]): number {
	const error = Math.sqrt(sampleVariance(a) / a.length + sampleVariance(b) / b.length);
	return (mean(a) - mean(b)) / error;
}

/** Bounds of the median with 95 % confidence, by the ranks around it. */
function medianBounds(sorted: number[]): [number, number] {
	const margin = 1.96 / (2 * Math.sqrt(sorted.length));
	return [quantileSorted(sorted, 0.5 - margin), quantileSorted(sorted, 0.5 + margin)];
}

const samples = new Map([...measure()].map(([kind, times]) => [kind, withoutOutliers(times)]));
const first = samples.get('wrong first character')!;
for (const [kind, times] of samples) {
	const [low, high] = medianBounds(times).map((bound) => bound.toFixed(0));
	const median = medianSorted(times).toFixed(0);
	const t = welch(times, first).toFixed(2);
	process.stdout.write(
		`${kind.padEnd(22)} median ${median} ns (95 %: ${low} to ${high}), t against a wrong first character ${t}\n`,
	);
}
