/**
 * `/v2/company`: the partners of a company, with the account numbers under which each knows the other.
 * The SDK links a private specification (SDK: ExportConnections).
 */
import { z } from 'zod';
import { companies, type Connection } from '../data/companies';
import { companiesOf } from '../data/users';
import { Problem } from '../http/problem';
import { pathPart, strictRouter } from '../http/routing';
import { is } from './search/filters';
import { page, pageOf, withinWindow } from './search/paging';
import { callerOf, type Service } from './service';
import { accepted } from './validation/validate';

/** SDK: ExportConnections/connections-search-template.json */
const searchBody = z
	.object({ connected: z.boolean().optional(), ...page })
	.superRefine(withinWindow);

export const company: Service = {
	path: '/company',
	routes({ connections }) {
		const router = strictRouter();
		router.post('/:companyId/connection/search', (request, response) => {
			const companyId = pathPart(request, 'companyId');
			// Only its own company's connections are shown to a user (manual: security/authorization.md).
			if (!companiesOf(callerOf(response)).includes(companyId)) {
				throw new Problem(403, 'Connections of another company');
			}
			const { connected, ...page } = accepted(request.body, searchBody);
			const found = connections.filter(
				({ buyerCompanyId, supplierCompanyId, isAccepted }) =>
					[buyerCompanyId, supplierCompanyId].includes(companyId) && is(connected, isAccepted),
			);
			response.json(pageOf(found.map(connectionView), page));
		});
		return router;
	},
};

/**
 * The account code of a side is the one by which that side knows the other (SDK: ExportConnections).
 * Guess: that the id of the accepting company is called as that of the requesting one.
 */
function connectionView(connection: Connection) {
	const buyer = {
		id: connection.buyerCompanyId,
		accountCode: connection.supplierAccountNumber,
	};
	const supplier = {
		id: connection.supplierCompanyId,
		accountCode: connection.buyerAccountNumber,
	};
	const [requesting, accepting] =
		connection.requestedBy === 'buyer' ? [buyer, supplier] : [supplier, buyer];
	return {
		requestingCompanyId: requesting.id,
		requestingCompanyName: nameOf(requesting.id),
		requestingCompanyAccountCode: requesting.accountCode,
		acceptingCompanyId: accepting.id,
		acceptingCompanyName: nameOf(accepting.id),
		acceptingCompanyAccountCode: accepting.accountCode,
	};
}

/** A connection as a search shows it. */
export type ConnectionView = ReturnType<typeof connectionView>;

function nameOf(companyId: string): string | undefined {
	return companies.find(({ id }) => id === companyId)?.name;
}
