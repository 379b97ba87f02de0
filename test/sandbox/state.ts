/** What the routes of both APIs share: the users, the orders, the tokens. */
import type { Delays } from './contract';
import type { OrderStore } from './data/orderStore';
import type { ShipmentStore } from './data/shipmentStore';
import type { User } from './data/users';
import type { Pause } from './http/pause';
import type { Sessions } from './v2/sessions';

export interface State {
	users: readonly User[];
	orders: OrderStore;
	shipments: ShipmentStore;
	sessions: Sessions;
	delays: Delays;
	pause: Pause;
}
