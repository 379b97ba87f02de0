/** Rules: the buyer approves or rejects what the supplier asks for. */
import { asked, otherDate, type Body } from '../bodies';
import { answeredIfAllowed, at, holds, is, refused } from '../look';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { approve, linePositions, rejectAll, requested } from '../supplierRequests';

const bulk = 'SDK: order/BulkApproveRejectRequests';
const evidence = 'sample';
const usedBy = [parts.orderCommands];
const needs = ['buyer', 'supplier'] as const;
/** A rule that a command without something is refused. */
function refuses(sentence: string, path: string, body: Body): Rule {
	return {
		page: bulk,
		sentence,
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await requested(world, 'proposal');
			const reply = await order.command(path, body);
			if (reply.status === 403) answeredIfAllowed('the command', reply);
			refused('the command', reply);
			await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
		},
	};
}
export const answeringRequests: readonly Rule[] = [
	{
		page: bulk,
		sentence: 'An approved proposal is Confirmed, with the proposed values',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await requested(world, 'proposal');
			await approve(order);
			holds('the line', await order.becomes('00010', 'Confirmed'), otherDate);
		},
	},
	{
		page: 'order/status.md',
		sentence: 'A request that was answered is Approved or Rejected',
		evidence: 'documented',
		usedBy: [],
		needs,
		async check(world) {
			const [approved, rejected] = [
				await requested(world, 'proposal'),
				await requested(world, 'proposal'),
			];
			await approve(approved);
			await rejectAll(rejected);
			const withStatus = (status: string) => ({
				supplierLine: { requests: { proposal: { status } } },
			});
			await approved.lineHolds('00010', withStatus('Approved'));
			await rejected.lineHolds('00010', withStatus('Rejected'));
		},
	},
	{
		page: 'order/status.md',
		sentence: 'A rejected proposal stays InProgress, as RejectedSupplierProposal',
		evidence: 'documented',
		usedBy: [parts.decisions, parts.statuses],
		needs,
		async check(world) {
			const order = await requested(world, 'proposal');
			await rejectAll(order);
			const found = await order.becomes('00010', 'InProgress', 'RejectedSupplierProposal');
			holds('the line', found, asked);
		},
	},
	{
		page: bulk,
		sentence: 'An approved reopen request is Confirmed, with the new values',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await requested(world, 'reopen');
			await approve(order);
			holds('the line', await order.becomes('00010', 'Confirmed'), otherDate);
		},
	},
	{
		page: bulk,
		sentence: 'A rejected reopen request is Confirmed again, with the old values',
		evidence: 'guess',
		ifWrong: 'The line has another status, which the next fetch or poll shows as it is.',
		usedBy,
		needs,
		async check(world) {
			const order = await requested(world, 'reopen');
			await rejectAll(order);
			holds('the line', await order.becomes('00010', 'Confirmed'), asked);
		},
	},
	refuses('Rejecting needs a reason', 'requests/buyer/reject', { linePositions }),
	refuses('Approving needs linePositions', 'requests/buyer/approve', {}),
	{
		page: bulk,
		sentence: 'An answer to an older version of the order is refused',
		evidence: 'guess',
		ifWrong: 'The answer is taken although the order was changed, as it is without a version.',
		usedBy,
		needs,
		async check(world) {
			const order = await requested(world, 'proposal');
			const version = Number(at(await order.read(), 'version')) - 1;
			const reply = await order.command('requests/buyer/approve', { linePositions, version });
			if (reply.status === 403) answeredIfAllowed('the approval', reply);
			refused('the approval', reply);
		},
	},
	{
		page: bulk,
		sentence: 'version is that of the order as it is read',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await requested(world, 'proposal');
			const version = at(await order.read(), 'version');
			is('version', version, 'a number', typeof version === 'number');
			await approve(order, { linePositions, version });
			await order.becomes('00010', 'Confirmed');
		},
	},
];
