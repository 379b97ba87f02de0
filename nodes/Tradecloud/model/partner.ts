/** The other company of a connection between two companies. SDK: ExportConnections */
import type { IDataObject } from 'n8n-workflow';

import { textAt, withoutUndefined } from './order';

/** A connected company, and the account number by which one's own company knows it. */
export interface Partner extends IDataObject {
	companyId?: string;
	companyName?: string;
	accountNumber?: string;
}

/**
 * The side of a connection that is not `companyId`'s, and before it what Tradecloud sent. Which side asked
 * for the connection says nothing of who buys and who sells.
 * Guess: the name `acceptingCompanyId`. If it is another, the partner is shown without its id.
 */
export function partnerOf(connection: IDataObject, companyId: string): Partner {
	const isRequesting = textAt(connection, 'requestingCompanyId') === companyId;
	const [own, other] = isRequesting ? ['requesting', 'accepting'] : ['accepting', 'requesting'];
	return withoutUndefined<Partner>({
		companyId: textAt(connection, `${other}CompanyId`),
		companyName: textAt(connection, `${other}CompanyName`),
		accountNumber: textAt(connection, `${own}CompanyAccountCode`),
	});
}
