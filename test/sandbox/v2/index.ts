/** API v2: the list of its services. A service is added by one file and one entry here. */
import type { Router } from 'express';
import { strictRouter } from '../http/routing';
import type { State } from '../state';
import { authentication } from './authentication';
import { order } from './order';
import { orderSearch } from './orderSearch';
import { guard, type Service } from './service';
import { shipment } from './shipment';

const services: readonly Service[] = [authentication, order, orderSearch, shipment];

/** All routes below `/v2`. */
export function apiV2(state: State): Router {
	const router = strictRouter();
	for (const service of services) {
		router.use(service.path, guard(service, state), service.routes(state));
	}
	return router;
}
