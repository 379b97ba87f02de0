/** The companies to choose from: the user's own, those for which it is authorised, and those connected with its own. */
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { companiesOf, type Companies, type Company } from '../transport/companies';
import { editorCaller } from './caller';

/** Those on whose behalf the user may act, as options of a filter. */
export async function getCompanies(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const companies = await companiesOf(await editorCaller(this));
	return [{ name: 'All Companies', value: '' }, ...ownOptions(companies)];
}

/** All companies, as options of a filter. */
export async function getPartners(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return allOptions(await companiesOf(await editorCaller(this)));
}

/** All companies whose names or ids hold the text that the user typed. */
export async function searchCompanies(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const companies = allOptions(await companiesOf(await editorCaller(this)));
	const wanted = filter.toLowerCase();
	const results = companies.filter(({ name, value }) =>
		`${name} ${value}`.toLowerCase().includes(wanted),
	);
	return { results };
}

function ownOptions({ own, authorised }: Companies): INodePropertyOptions[] {
	const first = own ? [{ name: `Your company (${own.name ?? own.id})`, value: own.id }] : [];
	return [...first, ...authorised.map(option)];
}

function allOptions(companies: Companies): INodePropertyOptions[] {
	const partners = companies.partners.map(({ id, name, accountNumber }) =>
		option({ id, name: accountNumber ? `${name ?? id} (${accountNumber})` : name }),
	);
	return [...ownOptions(companies), ...partners];
}

function option({ id, name }: Company): INodePropertyOptions {
	return { name: name ?? id, value: id };
}
