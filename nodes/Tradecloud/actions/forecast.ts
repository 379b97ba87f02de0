/** The resource for forecasts. Tradecloud appends one again when it is sent again. */
import type { INodeProperties } from 'n8n-workflow';

import { forecast as forecastMessage, slimstockForecast } from '../model/messages/forecast';
import { searchAll } from '../transport/search';
import { partnerFilter } from './companyId';
import { filtersField, filtersOf, limitFields, upToLimit } from './many';
import { sendOperation } from './message/send';
import type { Operation, Resource } from './operation';
import { permissionNotice } from './permission';

const send = sendOperation({
	value: 'send',
	action: 'Send forecast',
	description: 'As a buyer, tell a supplier which quantities you expect to order in which periods',
	kind: 'forecast',
	message: forecastMessage,
	appends: () => true,
});

const sendSlimstock = sendOperation({
	value: 'sendSlimstock',
	action: 'Send Slimstock forecast',
	description:
		'As a buyer, tell a supplier which quantities you expect to order month by month, as Slimstock exports them',
	kind: 'slimstockForecast',
	message: slimstockForecast,
	appends: () => true,
});

const buyerCompany = partnerFilter('Buyer');
const supplierCompany = partnerFilter('Supplier');

const buyerItemNumber: INodeProperties = {
	displayName: 'Buyer Item Number',
	name: 'buyerItemNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. ITEM-1000',
	description: 'Only forecasts of this item, by its number at the buyer',
};

const forecastNumber: INodeProperties = {
	displayName: 'Forecast Number',
	name: 'forecastNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. F-2027-01',
	description: 'Only lines of the forecast with this number',
};

const supplierItemNumber: INodeProperties = {
	displayName: 'Supplier Item Number',
	name: 'supplierItemNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. 67890',
	description: 'Only forecasts of this item, by its number at the supplier',
};

const getMany: Operation = {
	value: 'getMany',
	action: 'Get many forecast lines',
	description: 'List the lines of forecasts, by number, item, buyer or supplier, up to 10,000',
	kind: 'read',
	fields: [
		permissionNotice,
		...limitFields,
		filtersField('Which forecast lines to get; all without a filter', [
			buyerCompany,
			buyerItemNumber,
			forecastNumber,
			supplierCompany,
			supplierItemNumber,
		]),
	],
	/**
	 * Guess: that the answer has `data` and `total` as in the other searches, and that `queries` and `filters`
	 * may be left out. If not, Tradecloud's refusal is shown, or that its answer is no list.
	 */
	async execute(caller) {
		const chosen = filtersOf(caller);
		const search = {
			queries: {
				forecastNumber: chosen.text(forecastNumber),
				buyerItemNumber: chosen.text(buyerItemNumber),
				supplierItemNumber: chosen.text(supplierItemNumber),
			},
			filters: {
				buyerForecast: { companyId: chosen.text(buyerCompany) },
				supplierForecast: { companyId: chosen.text(supplierCompany) },
			},
		};
		return await upToLimit(
			caller,
			(limit) => searchAll(caller, 'forecastLine', search, limit),
			(lines) => lines,
		);
	},
};

export const forecast: Resource = {
	value: 'forecast',
	description: 'What a buyer expects to order',
	operations: [send, sendSlimstock, getMany],
};
