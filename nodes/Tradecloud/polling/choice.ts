/** What the user chose: as whom to ask Tradecloud, what for, and what the workflow gets of it. */
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { orderForms } from '../actions/order/output';
import { shipmentForms } from '../actions/shipment';
import { changedLinesSince } from '../model/changedLines';
import { credentialName, generations, type TradecloudCredential } from '../model/credential';
import { linesOf, textAt, type Order } from '../model/order';
import type { Poll, Pollable } from '../transport/pollPage';
import type { Caller, Patience } from '../transport/caller';

export type PollCaller = Caller & { context: IPollFunctions };

/** @throws NodeOperationError for a credential of API v1 */
export async function callerOf(context: IPollFunctions, patience: Patience): Promise<PollCaller> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(
			context.getNode(),
			`Polling exists only in ${generations.v2}, and the credential is one of ${generations.v1}`,
			{ description: 'Use the Tradecloud Trigger, or another Tradecloud API credential.' },
		);
	}
	return { context, credential, patience };
}

/** What to ask for. */
export function pollOf(context: IPollFunctions): Poll {
	return {
		what: context.getNodeParameter('resource') as Pollable,
		processStatus: context.getNodeParameter('processStatus', []) as string[],
		companyId: context.getNodeParameter('companyId', '', { extractValue: true }) as string,
	};
}

/**
 * What is emitted of what was read. Unchanged lines are left out first, so that an order whose changed
 * lines are all skipped is skipped as well.
 *
 * @param linesAfter after what a line of a thing counts as changed
 */
export function emittedOf(
	context: IPollFunctions,
	things: IDataObject[],
	linesAfter: (thing: IDataObject) => string,
): IDataObject[] {
	const changed = context.getNodeParameter('changedLinesOnly', false)
		? things.map((thing) => changedLinesSince(thing, linesAfter(thing)))
		: things;
	const skipped = context.getNodeParameter('skipOwnRequests', 'none') as Skipped | 'none';
	return skipped === 'none' ? changed : changed.flatMap((order) => withoutLines(order, skipped));
}

/** Which lines to leave out: those with an open request of one side, or all that are in progress. */
type Skipped = 'buyer' | 'supplier' | 'inProgress';

/** While a request is open, its line still shows the old delivery schedule and prices (manual: api/polling/echo.md). */
const openRequests = {
	buyer: ['OpenBuyerReopenRequest', 'OpenBuyerReconfirmationRequest'],
	supplier: [
		'OpenSupplierProposal',
		'OpenSupplierReopenRequest',
		'OpenSupplierShipmentRescheduleRequest',
	],
};

/** An order without the lines to leave out; nothing of one that has no others. */
function withoutLines(order: Order, skipped: Skipped): Order[] {
	const lines = linesOf(order);
	const others = lines.filter((line) =>
		skipped === 'inProgress'
			? textAt(line, 'status', 'processStatus') !== 'InProgress'
			: !openRequests[skipped].includes(textAt(line, 'status', 'inProgressStatus') ?? ''),
	);
	if (others.length === lines.length) return [order];
	return others.length > 0 ? [{ ...order, lines: others }] : [];
}

/** What the workflow gets of changed orders or shipments; as rows, of one without lines nothing. */
export function polledOutput(context: IPollFunctions, things: IDataObject[]): IDataObject[] {
	const isOfShipments = context.getNodeParameter('resource') === 'shipment';
	const forms = isOfShipments ? shipmentForms : orderForms;
	const { of } = forms[context.getNodeParameter('output', 'raw') as string] ?? forms.raw;
	return things.flatMap(of);
}
