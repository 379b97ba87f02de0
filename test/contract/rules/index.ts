/** All rules, by subject. */
import type { Subject } from '../rule';
import { authentication } from './authentication';
import { documents } from './documents';
import { ending } from './ending';
import { events } from './events';
import { forbidden } from './forbidden';
import { issuing } from './issuing';
import { logistics } from './logistics';
import { companies, forecasts } from './others';
import { polling, pollingClient } from './polling';
import { reading } from './reading';
import { requests } from './requests';
import { requestsOfSuppliers } from './requests-of-suppliers';
import { required } from './required';
import { responses } from './responses';
import { rights } from './rights';
import { searching } from './search';
import { shipments } from './shipments';
import { splitDeliveries } from './splits';
import { updating } from './updating';
import { webhooks } from './webhooks';

export const subjects: readonly Subject[] = [
	{ title: 'Authentication', rules: authentication },
	{ title: 'Rights', rules: rights },
	{ title: 'Requests and limits', rules: requests },
	{ title: 'Reading orders', rules: reading },
	{ title: 'Polling', rules: [...polling, ...pollingClient] },
	{ title: 'Searching orders and lines', rules: searching },
	{ title: 'Issuing orders', rules: issuing },
	{ title: 'Updating and reopening orders', rules: updating },
	{ title: 'Cancelling and completing', rules: ending },
	{ title: 'Indicators and deliveries', rules: logistics },
	{ title: 'Documents', rules: documents },
	{ title: 'Order responses', rules: responses },
	{ title: 'Answering the supplier’s requests', rules: requestsOfSuppliers },
	{ title: 'Split and single deliveries', rules: splitDeliveries },
	{ title: 'Shipments', rules: shipments },
	{ title: 'Forecasts', rules: forecasts },
	{ title: 'Companies and commands', rules: companies },
	{ title: 'Webhooks', rules: webhooks },
	{ title: 'Events', rules: events },
	{ title: 'What messages must have', rules: required },
	{ title: 'What messages may not have', rules: forbidden },
];
