/** Gets the forecast lines that match filters, by the buyer's item numbers. */
import { searchForecastLines } from '../../transport/forecasts';
import { partnerFilter } from '../companyId';
import { filtersField, filtersOf, limitFields, limitOf } from '../many';
import { json, type Operation } from '../operation';
import { permissionNotice } from '../permission';
import { textOf } from '../texts';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many forecast lines',
	description: 'List the lines of forecasts, by number, item, buyer or supplier, up to 10,000',
	apiVersions: ['v2'],
	fields: [
		permissionNotice,
		...limitFields,
		filtersField('Which forecast lines to get; all without a filter', [
			partnerFilter('Buyer'),
			{
				displayName: 'Buyer Item Number',
				name: 'buyerItemNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. ITEM-1000',
				description: 'Only forecasts of this item, by its number at the buyer',
			},
			{
				displayName: 'Forecast Number',
				name: 'forecastNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. F-2027-01',
				description: 'Only lines of the forecast with this number',
			},
			partnerFilter('Supplier'),
			{
				displayName: 'Supplier Item Number',
				name: 'supplierItemNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 67890',
				description: 'Only forecasts of this item, by its number at the supplier',
			},
		]),
	],
	async execute(caller) {
		const filters = filtersOf(caller);
		const found = await searchForecastLines(
			caller,
			{
				forecastNumber: textOf(filters.forecastNumber),
				buyerItemNumber: textOf(filters.buyerItemNumber),
				supplierItemNumber: textOf(filters.supplierItemNumber),
				buyerCompanyId: textOf(filters.buyerCompanyId),
				supplierCompanyId: textOf(filters.supplierCompanyId),
			},
			limitOf(caller),
		);
		return json(...found);
	},
};
