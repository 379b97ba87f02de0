/** `/v2/shipment`: one shipment, and shipments changed since. */
import { bodyObject, found, pathPart, strictRouter } from '../http/routing';
import { poll } from './query';
import type { Service } from './service';

export const shipment: Service = {
	path: '/shipment',
	basicPaths: ['/poll'],
	routes({ shipments }) {
		const router = strictRouter();
		router.get('/:shipmentId', (request, response) => {
			response.json(found(shipments.get(pathPart(request, 'shipmentId')), 'Shipment'));
		});
		router.post('/poll', (request, response) => {
			const stampOf = ({ meta }: { meta: { lastUpdatedAt: string } }) => meta.lastUpdatedAt;
			response.json(poll(shipments.list(), stampOf, bodyObject(request)));
		});
		return router;
	},
};
