/** Changes of an order, and rules that events tell of them. */
import { line, type Body } from './bodies';
import { answeredIfAllowed } from './look';
import { TestOrder } from './order';
import { parts } from './parts';
import type { Need, Rule } from './rule';
import type { World } from './world';

const page = 'connectors/webhooks/order-events.md';

/** The line that all changes are about. */
export const linePositions = ['00010'];

/** A change of an order. */
export type Change = (order: TestOrder) => Promise<unknown>;

/** Orders to begin with. */
export const issued = (world: World) => TestOrder.issued(world);
export const confirmed = (world: World) => TestOrder.confirmed(world);

/** A rule that changes, one after another, are told by events. */
export function tells(
	sentence: string,
	begin: (world: World) => Promise<TestOrder>,
	changes: readonly [eventName: string, change: Change][],
	needs: readonly Need[] = ['buyer', 'supplier'],
): Rule {
	return {
		page,
		sentence: `${sentence} (${changes.map(([eventName]) => eventName).join(', ')})`,
		evidence: 'documented',
		usedBy: [parts.events],
		needs: [...needs, 'webhook'],
		async check(world) {
			const order = await begin(world);
			const inbox = await world.inbox({ kind: 'order' });
			for (const [eventName, change] of changes) {
				await change(order);
				await world.event(inbox, eventName, order.id);
			}
		},
	};
}

/** The buyer sets indicators. */
export const set =
	(indicators: Body): Change =>
	(order) =>
		order.about('indicators', [{ position: '00010', indicators }]);

/** The buyer sends the line again. */
export const asks =
	(more: Body): Change =>
	(order) =>
		order.send([line('00010', more)]);

/** The supplier responds. */
export const responds =
	(own: Body): Change =>
	(order) =>
		order.respond([own]);

/** The buyer gives a command. */
export const commands =
	(path: string, body: Body = {}): Change =>
	async (order) =>
		answeredIfAllowed(path, await order.command(path, body), 200, 202);

/** The buyer answers the supplier's request. */
export const approve = commands('requests/buyer/approve', { linePositions });
export const rejectRequest = commands('requests/buyer/reject', {
	linePositions,
	reason: 'Too late',
});
