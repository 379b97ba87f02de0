/** The companies for which the user of the credential is authorised, as its session token of API v2 names them. */
import { NodeOperationError } from 'n8n-workflow';
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { shortPatience } from '../transport/request';
import { search } from '../transport/search';

/** The companies as options; Tradecloud tells their ids alone. */
export async function getCompanies(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { companyId, authorizedCompanyIds = [] } = claimsOf(await sessionToken(this));
	const companyIds = [...new Set([companyId, ...authorizedCompanyIds])];
	const companies = companyIds
		.filter((value) => value !== undefined)
		.map((value) => ({ name: value === companyId ? `Your company (${value})` : value, value }));
	return [{ name: 'All Companies', value: '' }, ...companies];
}

/** The same for a resource locator. */
export async function searchCompanies(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	const companies = await getCompanies.call(this);
	const results = companies.filter(({ value }) => value !== '');
	return { results: results.map(({ name, value }) => ({ name, value })) };
}

/** n8n logs in when a call needs it; only then is there a token. */
async function sessionToken(context: ILoadOptionsFunctions): Promise<string> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(
			context.getNode(),
			"API v1 has no list of companies. Choose 'By ID', or specify the ID with an expression.",
		);
	}
	await search({ context, credential, patience: shortPatience }, 'order', '', {
		offset: 0,
		limit: 1,
	});
	return (await context.getCredentials<TradecloudCredential>(credentialName)).sessionToken;
}

interface Claims {
	companyId?: string;
	authorizedCompanyIds?: string[];
}

/** The middle part of a JWT, which holds its claims; its signature is Tradecloud's alone to check. */
function claimsOf(token: string): Claims {
	const [, claims = ''] = token.split('.');
	const parsed = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as {
		data?: Claims;
	};
	return parsed.data ?? {};
}
