/** The filters that a search for orders and one for order lines share. */
import type { INodeProperties } from 'n8n-workflow';

import { logisticsStatuses, processStatuses } from '../model/statuses';
import type { Search } from '../transport/search';
import { partnersFilter } from './companyId';
import { changedSince } from './many';
import type { Parameters } from './parameters';

export const buyerCompanies = partnersFilter('Buyer');
export const supplierCompanies = partnersFilter('Supplier');

export const deliveryOverdue: INodeProperties = {
	displayName: 'Delivery Overdue',
	name: 'deliveryOverdue',
	type: 'boolean',
	default: true,
	description: 'Whether to get only those with an overdue delivery, or only those without (API v2)',
};

export const logisticsStatus: INodeProperties = {
	displayName: 'Logistics Status',
	name: 'logisticsStatus',
	type: 'multiOptions',
	default: [],
	options: logisticsStatuses,
	description: 'Only those in one of these statuses (API v2)',
};

export const processStatus: INodeProperties = {
	displayName: 'Process Status',
	name: 'processStatus',
	type: 'multiOptions',
	default: [],
	options: processStatuses,
	description: 'Only those in one of these statuses (API v2)',
};

export const query: INodeProperties = {
	displayName: 'Query',
	name: 'query',
	type: 'string',
	default: '',
	placeholder: 'e.g. PO123456',
	description: 'The text to search for (API v2)',
};

export const destinationCodes: INodeProperties = {
	displayName: 'Destination Codes',
	name: 'destinationCodes',
	type: 'string',
	default: '',
	placeholder: 'e.g. WH-01, WH-02',
	description: 'Only orders to one of these destinations, separated by commas (API v2)',
};

export const buyerContacts = contactsFilter('Buyer');
export const supplierContacts = contactsFilter('Supplier');

/** Users of one side, as a filter. */
function contactsFilter(side: 'Buyer' | 'Supplier'): INodeProperties {
	return {
		displayName: `${side} Contact User IDs`,
		name: `${side.toLowerCase()}ContactUserIds`,
		type: 'string',
		default: '',
		placeholder: 'e.g. 00f03b98-2511-489f-9695-13791b3f66b6',
		description: `Only orders whose contact at the ${side.toLowerCase()} is one of these users, separated by commas (API v2)`,
	};
}

/**
 * What the user chose, as the search takes it. SDK: SearchOrders, SendOrderLinesIndicatorsSearchBatch
 * Guess: `query` and `lastUpdatedSince` for order lines, which samples show for orders only. If Tradecloud does
 * not know them there, more lines come than were asked for, or it refuses them; nothing is left out.
 */
export function searchOf(chosen: Parameters): Search {
	return {
		query: chosen.text(query),
		filters: {
			buyerOrder: {
				companyId: chosen.texts(buyerCompanies),
				contact: { userIds: chosen.texts(buyerContacts) },
				destination: { code: chosen.texts(destinationCodes) },
			},
			supplierOrder: {
				companyId: chosen.texts(supplierCompanies),
				contact: { userIds: chosen.texts(supplierContacts) },
			},
			status: {
				processStatus: chosen.choices(processStatus),
				logisticsStatus: chosen.choices(logisticsStatus),
			},
			indicators: { deliveryOverdue: chosen.isTrue(deliveryOverdue) },
			lastUpdatedSince: chosen.time(changedSince),
		},
	};
}
