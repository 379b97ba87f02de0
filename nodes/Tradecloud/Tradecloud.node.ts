/** The action node, as n8n loads it. */
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { properties } from './actions/router';
import { execute } from './actions/run';
import { getCountries, getCurrencies } from './methods/codes';
import { getColumns } from './methods/columns';
import { getCompanies, getPartners, searchCompanies } from './methods/companies';
import { searchOrderLines, searchOrders, searchShipments } from './methods/listSearch';
import { getOpenRequests } from './methods/openRequests';
import { getOrderFields } from './methods/orderFields';

/** The action node: everything that Tradecloud's API offers, as resources and operations. */
export class Tradecloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tradecloud',
		name: 'tradecloud',
		icon: { light: 'file:tradecloud.svg', dark: 'file:tradecloud.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Exchange purchase orders, order responses, shipments, forecasts and documents with your buyers and suppliers',
		defaults: { name: 'Tradecloud' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tradecloudApi', required: true }],
		properties,
	};

	methods = {
		listSearch: { searchCompanies, searchOrderLines, searchOrders, searchShipments },
		loadOptions: {
			getCompanies,
			getCountries,
			getCurrencies,
			getOpenRequests,
			getOrderFields,
			getPartners,
		},
		resourceMapping: { getColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this);
	}
}
