/** `/v2/shipment`: one shipment, searching shipments, those changed since, and sending one again. */
import { z } from 'zod';
import type { Shipment } from '../data/model';
import { allLinesOf, partiesOf } from '../data/shipmentStore';
import type { User } from '../data/users';
import { Problem } from '../http/problem';
import { pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { maySee, visible } from './access';
import { accepts, filterGroup, holds, is, sortable, stamp, texts } from './search/filters';
import { page, pageOf, withinWindow, type Page } from './search/paging';
import { pollPage, type PollPage } from './search/poll';
import { sorted, sortKey } from './search/sort';
import { callerOf, type Service } from './service';
import { accepted } from './validation/validate';

const companyIds = filterGroup({ companyIds: texts });

/** SDK: SearchShipments/search-shipments.json and search-shipments-final-destination.json */
const filters = filterGroup({
	supplierShipment: companyIds,
	buyerShipment: companyIds,
	loadCarriers: filterGroup({ containerNumber: z.string(), packageSSCC: z.string() }),
	lines: filterGroup({ purchaseOrderNumber: z.string(), purchaseOrderLinePosition: z.string() }),
	locations: filterGroup({ finalDestinations: filterGroup({ tcId: texts }) }),
	status: filterGroup({ processStatus: texts }),
	lastUpdatedAfter: stamp,
});

type Filters = z.output<typeof filters>;

/** The sort is one object here, and no list (SDK: SearchShipments/search-shipments.json). */
const searchBody = z
	.object({
		query: z.string().optional(),
		filters: filters.default({}),
		sort: sortKey(['departureDate']).optional(),
		...page,
	})
	.superRefine(withinWindow);

const companyId = filterGroup({ companyId: z.string() });

/** SDK: PollShipments. Guess: a supplier's own company is filtered alike, as its side of the shipment. */
const pollBody = z.object({
	filters: filterGroup({
		buyerShipment: companyId,
		supplierShipment: companyId,
		lastUpdatedAfter: stamp,
	}).default({}),
	...page,
});

export const shipment: Service = {
	path: '/shipment',
	basicPaths: ['/poll'],
	routes(state) {
		const router = strictRouter();
		const { shipments } = state;
		router.get('/:shipmentId', (request, response) => {
			const known = shipments.get(pathPart(request, 'shipmentId'));
			response.json(visible(known, partiesOf, callerOf(response), 'Shipment'));
		});
		router.post('/search', (request, response) => {
			response.json(search(state, request.body, callerOf(response)));
		});
		router.post('/poll', (request, response) => {
			response.json(poll(state, request.body, callerOf(response)));
		});
		// It takes no body (SDK: ResendShipment), and its event is the buyer's
		// (manual: connectors/webhooks/shipment-events.md).
		router.post('/:shipmentId/resend', (request, response) => {
			const user = callerOf(response);
			const known = shipments.get(pathPart(request, 'shipmentId'));
			const { id: shipmentId } = visible(known, partiesOf, user, 'Shipment');
			if (!user.companyRoles.includes('buyer')) throw new Problem(403, 'Only a buyer may do this');
			state.publish({ kind: 'shipment', eventName: 'ShipmentResentByBuyer', shipmentId });
			response.json({ ok: true });
		});
		return router;
	},
};

function search({ shipments }: State, body: unknown, user: User): Page<Shipment> {
	const { query, filters, sort, ...page } = accepted(body, searchBody);
	const found = shipments
		.list()
		.filter((shipment) => maySee(user, partiesOf(shipment)))
		.filter((shipment) => holds(query, searchedTexts(shipment)) && matches(shipment, filters));
	return pageOf(sorted(found, sort ? [sort] : [], departureDateOf), page);
}

function poll({ shipments, pollOrder }: State, body: unknown, user: User): PollPage<Shipment> {
	const { filters, ...page } = accepted(body, pollBody);
	const { buyerShipment, supplierShipment, lastUpdatedAfter } = filters;
	const matches = (shipment: Shipment) =>
		is(buyerShipment?.companyId, shipment.buyerShipment.companyId) &&
		is(supplierShipment?.companyId, shipment.supplierShipment.companyId);
	return pollPage(shipments.timeline(), { lastUpdatedAfter, matches, ...page }, user, pollOrder);
}

function matches(shipment: Shipment, filters: Filters): boolean {
	const { buyerShipment, supplierShipment, loadCarriers, lines, lastUpdatedAfter } = filters;
	return (
		accepts(buyerShipment?.companyIds, shipment.buyerShipment.companyId) &&
		accepts(supplierShipment?.companyIds, shipment.supplierShipment.companyId) &&
		accepts(filters.status?.processStatus, shipment.processStatus) &&
		// Tradecloud's own ids of places are shown nowhere: no place of the sandbox has one.
		accepts(filters.locations?.finalDestinations?.tcId) &&
		(!loadCarriers || shipment.loadCarriers.some((carrier) => fits(carrier, loadCarriers))) &&
		(!lines || allLinesOf(shipment).some((line) => fits(line, lines))) &&
		(!lastUpdatedAfter || sortable(shipment.meta.lastUpdatedAt) > sortable(lastUpdatedAfter))
	);
}

/** Whether each field that is asked for has the value that is asked for. */
function fits<T extends object>(thing: T, asked: Partial<T>): boolean {
	const values = new Map<string, unknown>(Object.entries(thing));
	return Object.entries(asked).every(([name, value]) => values.get(name) === value);
}

/** Guess: the departure is the expected one. */
function departureDateOf({ locations }: Shipment): string {
	return locations.departure?.etdDate ?? '';
}

/** Guess: in which fields a search looks, but for the shipment number, is said nowhere. */
function searchedTexts(shipment: Shipment): string[] {
	const numbers = allLinesOf(shipment).flatMap(({ purchaseOrderNumber, supplierLine }) => [
		purchaseOrderNumber,
		supplierLine.despatchAdviceNumber,
	]);
	return [shipment.supplierShipment.shipmentNumber, ...numbers];
}
