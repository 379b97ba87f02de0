/** The choice of companies. */
import type { INodeProperties } from 'n8n-workflow';

/** A company, from the list of the user's own and of those connected with it, or by its id. */
export const companyId: INodeProperties = {
	displayName: 'Company',
	name: 'companyId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a company...',
			typeOptions: { searchListMethod: 'searchCompanies', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7',
		},
	],
};

/** As a filter, which cannot be a resource locator in every version of n8n. */
export const companyIdFilter: INodeProperties = {
	displayName: 'Company Name or ID',
	name: 'companyId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getCompanies' },
	default: '',
	description:
		'Only what belongs to this company, among those for which the user is authorised (API v2). Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** One buyer or supplier, as a filter. */
export function partnerFilter(side: 'Buyer' | 'Supplier'): INodeProperties {
	return {
		displayName: `${side} Company Name or ID`,
		name: `${side.toLowerCase()}CompanyId`,
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getPartners' },
		default: '',
		description: `Only those with this company as the ${side.toLowerCase()}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	};
}

/** Several buyers or suppliers, as a filter. */
export function partnersFilter(side: 'Buyer' | 'Supplier'): INodeProperties {
	return {
		displayName: `${side} Company Names or IDs`,
		name: `${side.toLowerCase()}CompanyIds`,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPartners' },
		default: [],
		description: `Only those with one of these companies as the ${side.toLowerCase()} (API v2). Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	};
}
