/** The lines of an order of which its supplier asks something, to approve or reject it (manual: order/status.md). */
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { titleOf } from '../model/names';
import { linesOf, purchaseOrderNumberOf, textAt } from '../model/order';
import { orderById, orderByNumber } from '../transport/orders';
import { editorCaller } from './caller';

/** None before an order is chosen. */
export async function getOpenRequests(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const valueOf = (name: string) => {
		const own = this.getNodeParameter(name, '');
		return textAt({ own }, 'own', 'value') ?? textAt({ own }, 'own') ?? '';
	};
	const named = valueOf('orderId');
	if (!named) return [];
	const caller = await editorCaller(this);
	const order = purchaseOrderNumberOf(named)
		? await orderById(caller, named)
		: await orderByNumber(caller, named, valueOf('companyId'));
	return linesOf(order).flatMap((line) => {
		const status = textAt(line, 'status', 'inProgressStatus') ?? '';
		const position = textAt(line, 'buyerLine', 'position');
		if (!status.startsWith('OpenSupplier') || position === undefined) return [];
		const item = textAt(line, 'buyerLine', 'item', 'name') ?? '';
		return [{ name: `${position} ${item} (${titleOf(status)})`, value: position }];
	});
}
