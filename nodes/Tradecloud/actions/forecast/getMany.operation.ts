/** Gets the forecast lines that match filters, by the buyer's item numbers. */
import type { INodeProperties } from 'n8n-workflow';

import { findForecastLines } from '../../transport/forecasts';
import { partnerFilter } from '../companyId';
import { filtersField, filtersOf, limitFields } from '../many';
import type { Operation } from '../operation';
import { permissionNotice } from '../permission';
import { upToLimit } from '../tool';

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

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many forecast lines',
	description: 'List the lines of forecasts, by number, item, buyer or supplier, up to 10,000',
	kind: 'read',
	apiVersions: ['v2'],
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
	async execute(caller) {
		const filters = filtersOf(caller);
		const wanted = {
			forecastNumber: filters.text(forecastNumber),
			buyerItemNumber: filters.text(buyerItemNumber),
			supplierItemNumber: filters.text(supplierItemNumber),
			buyerCompanyId: filters.text(buyerCompany),
			supplierCompanyId: filters.text(supplierCompany),
		};
		return await upToLimit(
			caller,
			async (limit) => await findForecastLines(caller, wanted, limit),
			(lines) => lines,
		);
	},
};
