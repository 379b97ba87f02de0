/** The choice of a company. */
import type { INodeProperties } from 'n8n-workflow';

/** A company, from the list of those for which the user is authorised, or by its id. */
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
			typeOptions: { searchListMethod: 'searchCompanies' },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7',
		},
	],
};

/** The same as a filter; a filter cannot be a resource locator in every version of n8n. */
export const companyIdFilter: INodeProperties = {
	displayName: 'Company Name or ID',
	name: 'companyId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getCompanies' },
	default: '',
	description:
		'Only what belongs to this company, among those for which the user is authorised (API v2). Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
