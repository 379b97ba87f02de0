/** Attaches documents to an order or its lines. Repeating it is safe where each document has a code. */
import type { IDataObject } from 'n8n-workflow';

import { isGiven } from '../../model/messages/field';
import { orderDocuments } from '../../model/messages/orderUpdates';
import { valueAt } from '../../model/order';
import { sendOperation } from '../message/send';

export const attachDocuments = sendOperation({
	value: 'attachDocuments',
	name: 'Attach Documents',
	action: 'Attach documents to order',
	description: 'As a buyer, attach uploaded documents or links to a purchase order or its lines',
	message: orderDocuments,
	path: '/api-connector/order/documents',
	appends: (body) => documentsOf(body).some(({ code }) => !isGiven(code)),
});

function documentsOf(body: IDataObject): IDataObject[] {
	const holders = [body.order, ...((body.lines as IDataObject[] | undefined) ?? [])];
	return holders.flatMap(
		(holder) => (valueAt(holder, 'documents') as IDataObject[] | undefined) ?? [],
	);
}
