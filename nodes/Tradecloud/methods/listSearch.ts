/** The lists from which orders and shipments are chosen in the editor. */
import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { linesOf, simplified, textAt } from '../model/order';
import { shortPatience } from '../transport/request';
import { search, type Searchable } from '../transport/search';

const pageSize = 50;

/** Orders whose number, supplier or items match what the user typed, the last changed first. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter = '',
	offset = '0',
): Promise<INodeListSearchResult> {
	return await listed(this, 'order', filter, Number(offset), (order) => {
		const { orderId, purchaseOrderNumber, supplierAccountNumber, processStatus, portalUrl } =
			simplified(order);
		return {
			name: `${purchaseOrderNumber} (supplier ${supplierAccountNumber}, ${processStatus})`,
			value: orderId ?? '',
			url: portalUrl,
		};
	});
}

/** Shipments that match what the user typed, the last changed first. */
export async function searchShipments(
	this: ILoadOptionsFunctions,
	filter = '',
	offset = '0',
): Promise<INodeListSearchResult> {
	return await listed(this, 'shipment', filter, Number(offset), (shipment) => {
		const id = textAt(shipment, 'id') ?? '';
		const [line] = linesOf(shipment);
		const advice = textAt(line, 'supplierLine', 'despatchAdviceNumber') ?? id;
		const order = textAt(line, 'purchaseOrderNumber') ?? 'unknown';
		return { name: `${advice} (order ${order}, ${textAt(shipment, 'processStatus')})`, value: id };
	});
}

const absentInV1: Record<Searchable, string> = {
	order: "API v1 has no search of orders. Choose 'By ID' or 'By Purchase Order Number'.",
	shipment: 'API v1 has no shipments. Choose a Tradecloud API credential of API v2.',
};

async function listed(
	context: ILoadOptionsFunctions,
	what: Searchable,
	filter: string,
	offset: number,
	item: (found: IDataObject) => INodeListSearchItems,
): Promise<INodeListSearchResult> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(context.getNode(), absentInV1[what]);
	}
	const page = await search({ context, credential, patience: shortPatience }, what, filter, {
		offset,
		limit: pageSize,
	});
	const next = offset + page.data.length;
	return {
		results: page.data.map(item),
		paginationToken: page.data.length > 0 && next < page.total ? String(next) : undefined,
	};
}
