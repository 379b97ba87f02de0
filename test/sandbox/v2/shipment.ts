/** `/v2/shipment`: one shipment, searching shipments, and those changed since. */
import type { Shipment } from '../data/model';
import { bodyObject, found, pathPart, strictRouter } from '../http/routing';
import { poll, search } from './query';
import type { Service } from './service';

export const shipment: Service = {
	path: '/shipment',
	basicPaths: ['/poll'],
	routes({ shipments }) {
		const router = strictRouter();
		router.get('/:shipmentId', (request, response) => {
			response.json(found(shipments.get(pathPart(request, 'shipmentId')), 'Shipment'));
		});
		router.post('/search', (request, response) => {
			response.json(search(shipments.list(), searchedTexts, bodyObject(request)));
		});
		router.post('/poll', (request, response) => {
			response.json(poll(shipments.timeline(), bodyObject(request)));
		});
		return router;
	},
};

function searchedTexts({ identifiers, lines }: Shipment): string[] {
	const numbers = lines.flatMap(({ purchaseOrderNumber, supplierLine }) => [
		purchaseOrderNumber,
		supplierLine.despatchAdviceNumber,
	]);
	return [identifiers.shipmentNumber, ...numbers];
}
