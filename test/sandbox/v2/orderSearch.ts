/** `/v2/order-search`: search orders, and poll those changed since. */
import { bodyObject, strictRouter } from '../http/routing';
import type { Order } from '../data/model';
import { poll, search } from './query';
import type { Service } from './service';
import { singleDeliveryOrder } from './singleDelivery';

export const orderSearch: Service = {
	path: '/order-search',
	basicPaths: ['/poll'],
	routes({ orders }) {
		const router = strictRouter();
		router.post('/search', (request, response) => {
			response.json(search(orders.list(), searchedTexts, bodyObject(request)));
		});
		router.post('/poll', (request, response) => {
			response.json(poll(orders.timeline(), bodyObject(request)));
		});
		router.post('/poll/single-delivery', (request, response) => {
			const { data, ...rest } = poll(orders.timeline(), bodyObject(request));
			response.json({ data: data.map(singleDeliveryOrder), ...rest });
		});
		return router;
	},
};

function searchedTexts({ buyerOrder, lines }: Order): string[] {
	const itemNames = lines.map(({ buyerLine }) => buyerLine.item.name);
	return [buyerOrder.purchaseOrderNumber, buyerOrder.supplierAccountNumber, ...itemNames];
}
