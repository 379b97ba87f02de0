/** What the editor asks Tradecloud for while somebody fills in the node. */
import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { simplified } from '../model/order';
import { searchOrders as searchPage } from '../transport/orders';

const pageSize = 50;

/** Orders whose number, supplier or items match what the user typed, the last changed first. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter = '',
	offset = '0',
): Promise<INodeListSearchResult> {
	const credential = await this.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(
			this.getNode(),
			"API v1 has no search of orders. Choose 'By ID' or 'By Purchase Order Number'.",
		);
	}
	const patience = { retries: 1, timeoutMilliseconds: 10_000 };
	const start = Number(offset);
	const page = await searchPage({ context: this, credential, patience }, filter, {
		offset: start,
		limit: pageSize,
	});
	const next = start + page.data.length;
	return {
		results: page.data.map((order) => {
			const { orderId, purchaseOrderNumber, supplierAccountNumber, processStatus, portalUrl } =
				simplified(order);
			return {
				name: `${purchaseOrderNumber} (supplier ${supplierAccountNumber}, ${processStatus})`,
				value: orderId ?? '',
				url: portalUrl,
			};
		}),
		paginationToken: page.data.length > 0 && next < page.total ? String(next) : undefined,
	};
}
