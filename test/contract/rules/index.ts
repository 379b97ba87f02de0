/** All rules, by subject. */
import type { Subject } from '../rule';
import { answeringRequests } from './answeringRequests';
import { authentication } from './authentication';
import { cancelling } from './cancelling';
import { client } from './client';
import { completing, reverting } from './completing';
import { deliveries } from './deliveries';
import { despatchAdvices } from './despatchAdvices';
import { documents } from './documents';
import { eventsOfBuyers } from './eventsOfBuyers';
import { eventsOfSuppliers } from './eventsOfSuppliers';
import { forbiddenInOrders } from './forbiddenInOrders';
import { forbiddenInOthers } from './forbiddenInOthers';
import { indicators } from './indicators';
import { issuing } from './issuing';
import { lineSearch } from './lineSearch';
import { newOrders } from './newOrders';
import { orderFields } from './orderFields';
import { orderSearch } from './orderSearch';
import { companies, forecasts } from './others';
import { polledOrders, pollingClient } from './polledOrders';
import { polling } from './polling';
import { reading } from './reading';
import { reopening } from './reopening';
import { requests } from './requests';
import { required } from './required';
import { reschedules } from './reschedules';
import { responseFields } from './responseFields';
import { responses } from './responses';
import { responsesToAgreed } from './responsesToAgreed';
import { rights } from './rights';
import { shipments } from './shipments';
import { singleDelivery } from './singleDelivery';
import { splits } from './splits';
import { storage } from './storage';
import { updating } from './updating';
import { webhookAnswers } from './webhookAnswers';
import { webhookEvents } from './webhookEvents';

export const subjects: readonly Subject[] = [
	{ title: 'Authentication', rules: authentication },
	{ title: 'Rights', rules: rights },
	{ title: 'Requests and limits', rules: [...requests, ...client] },
	{ title: 'Reading orders', rules: [...reading, ...newOrders] },
	{ title: 'Polling', rules: [...polling, ...polledOrders, ...pollingClient] },
	{ title: 'Searching orders and lines', rules: [...orderSearch, ...lineSearch] },
	{ title: 'Issuing orders', rules: [...orderFields, ...issuing] },
	{ title: 'Updating and reopening orders', rules: [...updating, ...reopening] },
	{ title: 'Cancelling and completing', rules: [...cancelling, ...completing, ...reverting] },
	{ title: 'Indicators and deliveries', rules: [...indicators, ...deliveries] },
	{ title: 'Documents', rules: [...storage, ...documents] },
	{ title: 'Order responses', rules: [...responses, ...responsesToAgreed, ...responseFields] },
	{ title: 'Answering the supplier’s requests', rules: [...answeringRequests, ...reschedules] },
	{ title: 'Split and single deliveries', rules: [...splits, ...singleDelivery] },
	{ title: 'Shipments', rules: [...despatchAdvices, ...shipments] },
	{ title: 'Forecasts', rules: forecasts },
	{ title: 'Companies and commands', rules: companies },
	{ title: 'Webhooks', rules: [...webhookEvents, ...webhookAnswers] },
	{ title: 'Events', rules: [...eventsOfBuyers, ...eventsOfSuppliers] },
	{ title: 'What messages must have', rules: required },
	{ title: 'What messages may not have', rules: [...forbiddenInOrders, ...forbiddenInOthers] },
];
