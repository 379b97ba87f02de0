/** `/v2/order`: one order, with all of its lines. */
import { found, pathPart, strictRouter } from '../http/routing';
import type { Service } from './service';

export const order: Service = {
	path: '/order',
	routes({ orders }) {
		const router = strictRouter();
		router.get('/:orderId', (request, response) => {
			response.json(found(orders.get(pathPart(request, 'orderId')), 'Order'));
		});
		return router;
	},
};
