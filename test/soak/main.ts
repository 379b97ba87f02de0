/** `npm run test:soak`: runs the soak, prints its figures, and fails where anything was lost. */
import { parseArgs } from 'node:util';

import { timedLog } from '../../tools/progress';
import { lossesOf, reportOf } from './report';
import { soak } from './soak';

const help = `npm run test:soak -- [options]
  --minutes N    how long events are sent and n8n is interrupted, default 10
  --seed N       repeats the random choices of an earlier run
  --direct       Tradecloud calls n8n itself, without nginx: prints what that loses
  --n8n VERSION  another n8n than usual: prints what that loses`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			minutes: { type: 'string', default: '10' },
			seed: { type: 'string', default: String(Date.now() % 1_000_000) },
			direct: { type: 'boolean', default: false },
			n8n: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(help);
	const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
	if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error(help);
	const result = await soak({
		seconds: minutes * 60,
		seed,
		proxied: !values.direct,
		n8nVersion: values.n8n,
		log: timedLog(),
	});
	console.log(`\n${reportOf(result)}\n`);
	const losses = lossesOf(result);
	console.log(losses.length === 0 ? 'Nothing was lost.' : `Lost:\n${losses.join('\n')}`);
	const isToBeSafe = result.proxied && values.n8n === undefined;
	process.exitCode = isToBeSafe && losses.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
