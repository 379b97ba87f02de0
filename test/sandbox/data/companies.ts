/**
 * The companies that every sandbox knows, and their connections. Each supplier is a company of its own;
 * a connection holds the account numbers by which the two know each other, and a message that names
 * another one is refused (manual: api/rules.md, order/buyer/issue/README.md).
 */

export interface Company {
	id: string;
	name: string;
}

export const buyerCompanyId = 'f56aa4ce-8ec8-5197-bc26-77716a58add7';
export const supplierCompanyId = '0c1f7a52-5b4e-5d0a-9f43-2e6d1c8b7a90';
/** Another buyer of the first supplier: both may use the same purchase order number. */
export const otherBuyerCompanyId = '5a0e7c31-94b6-5f2d-8c17-d3b60f4a9e15';

export const buyerName = 'Müller & Söhne Maschinenbau B.V.';
export const otherBuyerName = 'Ålesund Verksted AS';

/** The buyer's suppliers, with the number that the buyer's ERP gives them. */
export const suppliers = [
	{ id: supplierCompanyId, accountNumber: 'S-10010', name: 'Schrauben GmbH Köln' },
	{
		id: '6e2b90d4-1f57-5c8a-b3e9-7a4d05c2f816',
		accountNumber: 'S-10020',
		name: 'Gießerei Übermorgen KG',
	},
	{
		id: 'c94d3f08-a7e1-5b60-92d5-18f6e3b0a72c',
		accountNumber: 'S-10030',
		name: 'Fijnmetaal De Linde B.V.',
	},
	{
		id: '27f81b6a-d05c-5e94-a1f3-b9c7204e6d58',
		accountNumber: 'S-10040',
		name: 'Tôlerie Précise SARL',
	},
] as const;

/** By this number every supplier of the buyer knows it. */
export const buyerAccountNumber = 'B-20001';
/** By this number the first supplier knows the other buyer. */
export const otherBuyerAccountNumber = 'B-20002';

export const companies: readonly Company[] = [
	{ id: buyerCompanyId, name: buyerName },
	{ id: otherBuyerCompanyId, name: otherBuyerName },
	...suppliers.map(({ id, name }) => ({ id, name })),
];

/** Two companies that work with each other. */
export interface Connection {
	buyerCompanyId: string;
	supplierCompanyId: string;
	/** Who invited the other. */
	requestedBy: 'buyer' | 'supplier';
	/** By which the buyer knows the supplier; missing until somebody enters it in the portal. */
	supplierAccountNumber?: string;
	/** By which the supplier knows the buyer. */
	buyerAccountNumber?: string;
	/** False while the other side has not accepted. */
	isAccepted: boolean;
}

/** The connections with which a sandbox starts; each sandbox changes copies of its own. */
export function initialConnections(): Connection[] {
	return [
		...suppliers.map(({ id, accountNumber }, index) => ({
			buyerCompanyId,
			supplierCompanyId: id,
			requestedBy: index % 2 === 0 ? ('buyer' as const) : ('supplier' as const),
			supplierAccountNumber: accountNumber,
			buyerAccountNumber,
			isAccepted: true,
		})),
		{
			buyerCompanyId: otherBuyerCompanyId,
			supplierCompanyId,
			requestedBy: 'buyer',
			supplierAccountNumber: 'S-7',
			buyerAccountNumber: otherBuyerAccountNumber,
			isAccepted: true,
		},
	];
}
