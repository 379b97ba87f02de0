/** The lists from which orders, order lines and shipments are chosen in the editor. */
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { titleOf } from '../model/names';
import { shipmentName } from '../model/shipment';
import { simplified, simplifiedLine } from '../model/simplified';
import { mostFound } from '../transport/pages';
import { searchPage, type Searchable } from '../transport/search';
import { editorCaller } from './caller';

const pageSize = 50;

/** Orders in which Tradecloud finds what the user typed, by their numbers. */
export const searchOrders = listOf('order', (order) => {
	const { orderId, purchaseOrderNumber, supplierAccountNumber, processStatus, portalUrl } =
		simplified(order);
	return {
		name: `${purchaseOrderNumber} (supplier ${supplierAccountNumber}, ${inWords(processStatus)})`,
		value: orderId ?? '',
		url: portalUrl,
	};
});

/** Order lines, by the numbers of their orders. */
export const searchOrderLines = listOf('orderLine', (line) => {
	const { orderLineId, purchaseOrderNumber, position, itemName, itemNumber, processStatus } =
		simplifiedLine(line);
	const item = itemName ?? itemNumber ?? 'no item number';
	return {
		name: `${purchaseOrderNumber} line ${position} (${item}, ${inWords(processStatus)})`,
		value: orderLineId ?? '',
	};
});

/** Shipments, by the dates of their departure. */
export const searchShipments = listOf('shipment', (shipment) => {
	const { shipmentId, shipmentNumber, purchaseOrderNumbers, processStatus } =
		shipmentName(shipment);
	const [first = 'unknown', ...others] = purchaseOrderNumbers;
	const orders =
		others.length === 0 ? `order ${first}` : `orders ${first} and ${others.length} more`;
	return {
		name: `${shipmentNumber ?? shipmentId} (${orders}, ${inWords(processStatus)})`,
		value: shipmentId,
	};
});

function inWords(processStatus = 'unknown'): string {
	return titleOf(processStatus);
}

function listOf(what: Searchable, item: (found: IDataObject) => INodeListSearchItems) {
	return async function (
		this: ILoadOptionsFunctions,
		query = '',
		paginationToken = '0',
	): Promise<INodeListSearchResult> {
		const page = { offset: Number(paginationToken), limit: pageSize };
		const { data, total = 0 } = await searchPage(await editorCaller(this), what, { query }, page);
		const next = page.offset + data.length;
		const isLast = data.length === 0 || next >= Math.min(total, mostFound);
		return {
			results: data.map(item),
			paginationToken: isLast ? undefined : String(next),
		};
	};
}
