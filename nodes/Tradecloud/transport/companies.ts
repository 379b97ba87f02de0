/** The companies that a user of API v2 has to do with: its own, and those connected with it. */
import { UserError, type IDataObject } from 'n8n-workflow';

import { textAt } from '../model/order';
import { partnerOf, type Partner } from '../model/partner';
import { permission } from '../model/support';
import type { Caller } from './caller';
import { endpoint } from './endpoint';
import { allPages, counted, mostFound, pageIn, type PageOf } from './pages';
import { requestUnless, type Call } from './request';
import { identityOf } from './identity';

/**
 * The connections of a company, as Tradecloud sends them. SDK: ExportConnections, of a private specification
 *
 * @param unless statuses that mean that there is nothing to see
 */
export async function connections(
	caller: Caller,
	companyId: string,
	limit: number,
	unless: number[] = [],
): Promise<IDataObject[]> {
	const read = async (page: PageOf) => {
		const call: Call = {
			method: 'POST',
			path: endpoint`/company/${companyId}/connection/search`,
			isList: true,
			body: { connected: true, ...page },
			subject: `connections of company '${companyId}'`,
			needs: permission,
		};
		return pageIn((await requestUnless(caller, call, unless)) ?? {});
	};
	const tooMany = (total: number) =>
		new UserError(
			`Tradecloud lists at most ${counted(mostFound)} connections, and there are ${counted(total)}`,
			{ description: "Set 'Limit'." },
		);
	return await allPages(read, limit, tooMany);
}

/** A company with its name, where Tradecloud tells it. */
export interface Company {
	id: string;
	name?: string;
}

/** Companies to choose from. */
export interface Companies {
	own?: Company;
	/** Those for which the user may act as well. */
	authorised: Company[];
	/** Those connected with the user's own company, by their names. */
	partners: Array<Company & Partner>;
}

/** All that are known; where Tradecloud does not tell the user the connections, the ids in its token. */
export async function companiesOf(caller: Caller): Promise<Companies> {
	const { companyId, companyIds } = await identityOf(caller);
	const list = await visibleConnections(caller, companyId);
	const names = namesIn(list);
	const named = (id: string) => ({ id, name: names.get(id) });
	const partners = list.flatMap((connection) => {
		const partner = partnerOf(connection, companyId!);
		const { companyId: id, companyName: name } = partner;
		return id === undefined || companyIds.includes(id) ? [] : [{ ...partner, id, name }];
	});
	return {
		own: companyId === undefined ? undefined : named(companyId),
		authorised: companyIds.filter((id) => id !== companyId).map(named),
		partners: partners.sort((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id)),
	};
}

/** The names of companies by their ids, as far as Tradecloud tells them just now. */
export async function companyNames(caller: Caller): Promise<Map<string, string>> {
	try {
		const { companyId } = await identityOf(caller);
		return namesIn(await visibleConnections(caller, companyId));
	} catch {
		return new Map();
	}
}

/** None where Tradecloud does not let the user see them. */
async function visibleConnections(caller: Caller, companyId?: string): Promise<IDataObject[]> {
	return companyId === undefined
		? []
		: await connections(caller, companyId, mostFound, [400, 403, 404]);
}

function namesIn(list: IDataObject[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const connection of list) {
		for (const side of ['requesting', 'accepting']) {
			const id = textAt(connection, `${side}CompanyId`);
			const name = textAt(connection, `${side}CompanyName`);
			if (id !== undefined && name !== undefined) names.set(id, name);
		}
	}
	return names;
}
