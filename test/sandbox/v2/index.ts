/** API v2: the list of its services. A service is added by one file and one entry here. */
import type { Router } from 'express';
import { strictRouter } from '../http/routing';
import type { State } from '../state';
import { apiConnector } from './apiConnector';
import { authentication } from './authentication';
import { company } from './company';
import type { DownloadLinks } from './download';
import { forecast } from './forecast';
import { objectStorage } from './objectStorage';
import { order } from './order';
import { orderLineSearch } from './orderLineSearch';
import { orderSearch } from './orderSearch';
import { guard, type Service } from './service';
import { shipment } from './shipment';

const services: readonly Service[] = [
	authentication,
	apiConnector,
	order,
	orderSearch,
	orderLineSearch,
	shipment,
	forecast,
	company,
];

/** All routes below `/v2`; documents are handed out by links of their own. */
export function apiV2(state: State, links: DownloadLinks): Router {
	const router = strictRouter();
	for (const service of [...services, objectStorage(links)]) {
		router.use(service.path, guard(service, state), service.routes(state));
	}
	return router;
}
