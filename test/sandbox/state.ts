/** What the routes of both APIs share: the users, the stores, the tokens. */
import type { Delays } from './contract';
import type { Connection } from './data/companies';
import type { DocumentStore } from './data/documentStore';
import type { Forecast } from './data/forecast';
import type { OrderStore } from './data/orderStore';
import type { ShipmentStore } from './data/shipmentStore';
import type { User } from './data/users';
import type { Pause } from './http/pause';
import type { PollOrder } from './v2/search/poll';
import type { Sessions } from './v2/sessions';
import type { Change } from './webhooks/subscriptions';

export interface State {
	users: readonly User[];
	orders: OrderStore;
	shipments: ShipmentStore;
	documents: DocumentStore;
	forecasts: Forecast[];
	/** Who works with whom, and under which account numbers. */
	connections: Connection[];
	/** Tells a change to those who subscribed to it. */
	publish: (change: Change) => void;
	pollOrder: PollOrder;
	sessions: Sessions;
	delays: Delays;
	pause: Pause;
}
