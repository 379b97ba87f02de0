/** A minute of the soak: n8n killed, stopped and restarted under load, behind the documented nginx. */
import { lossesOf, reportOf } from '../soak/report';
import { soak } from '../soak/soak';

test('every event that Tradecloud counts as delivered reaches the end of its workflow', async () => {
	const result = await soak({
		seconds: 60,
		seed: Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000),
		proxied: true,
		log: (line) => process.stderr.write(`${line}\n`),
	});
	process.stderr.write(`${reportOf(result)}\n`);
	expect(result.interruptions.kills).toBeGreaterThan(0);
	expect(result.accounts.flows.map(({ delivered }) => delivered)).not.toContain(0);
	expect(lossesOf(result)).toEqual([]);
}, 2_400_000);
