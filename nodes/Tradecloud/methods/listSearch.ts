/** The lists from which orders, order lines and shipments are chosen in the editor. */
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { shipmentName } from '../model/shipment';
import { simplified, simplifiedLine } from '../model/simplified';
import { mostFound } from '../transport/pages';
import { searchPage, type Searchable } from '../transport/search';
import { editorCaller } from './caller';

const pageSize = 50;

/** Orders in which Tradecloud finds what the user typed, by their numbers. */
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

/** Order lines, by the numbers of their orders. */
export async function searchOrderLines(
	this: ILoadOptionsFunctions,
	filter = '',
	offset = '0',
): Promise<INodeListSearchResult> {
	return await listed(this, 'orderLine', filter, Number(offset), (line) => {
		const { orderLineId, purchaseOrderNumber, position, itemName, itemNumber, processStatus } =
			simplifiedLine(line);
		const item = itemName ?? itemNumber ?? 'no item number';
		return {
			name: `${purchaseOrderNumber} line ${position} (${item}, ${processStatus})`,
			value: orderLineId ?? '',
		};
	});
}

/** Shipments, by the dates of their departure. */
export async function searchShipments(
	this: ILoadOptionsFunctions,
	filter = '',
	offset = '0',
): Promise<INodeListSearchResult> {
	return await listed(this, 'shipment', filter, Number(offset), (shipment) => {
		const { shipmentId, shipmentNumber, purchaseOrderNumbers, processStatus } =
			shipmentName(shipment);
		const [first = 'unknown', ...others] = purchaseOrderNumbers;
		const orders =
			others.length === 0 ? `order ${first}` : `orders ${first} and ${others.length} more`;
		return {
			name: `${shipmentNumber ?? shipmentId} (${orders}, ${processStatus})`,
			value: shipmentId,
		};
	});
}

type Listed = Exclude<Searchable, 'forecastLine'>;

const absentInV1: Record<Listed, string> = {
	order: "API v1 has no search of orders. Choose 'By ID' or 'By Purchase Order Number'.",
	orderLine: 'API v1 has no search of order lines. Choose a Tradecloud API credential of API v2.',
	shipment: 'API v1 has no shipments. Choose a Tradecloud API credential of API v2.',
};

async function listed(
	context: ILoadOptionsFunctions,
	what: Listed,
	filter: string,
	offset: number,
	item: (found: IDataObject) => INodeListSearchItems,
): Promise<INodeListSearchResult> {
	const caller = await editorCaller(context, absentInV1[what]);
	const page = { offset, limit: pageSize };
	const { data, total = 0 } = await searchPage(caller, what, { query: filter }, page);
	const next = offset + data.length;
	const isLast = data.length === 0 || next >= Math.min(total, mostFound);
	return {
		results: data.map(item),
		paginationToken: isLast ? undefined : String(next),
	};
}
