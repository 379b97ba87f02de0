/** Invented destinations, items and terms that the generated orders draw from. */
import { buyerName } from './companies';
import type { Destination } from './model';

export { buyerName, suppliers } from './companies';

/** Who answers for the orders of either side. */
export const contacts = {
	buyer: [
		{ email: 'purchasing@buyer.example', userId: 'd0b5c1e8-7a24-5f96-8e3d-4c19a7f60b08' },
		{ email: 'einkauf.sued@buyer.example', userId: '83f2a69d-0e57-5b1c-94a8-f6d3c08e7b09' },
	],
	supplier: { email: 'sales@supplier.example', userId: '4a7c90e2-d5b6-5813-a0f4-2b8e61d3c710' },
} as const;

export const destinations: readonly Destination[] = [
	{
		code: 'NL-01',
		names: [buyerName, 'Warehouse 1'],
		addressLines: ['Industrieweg 12'],
		postalCode: '5600 AA',
		city: 'Eindhoven',
		countryCodeIso2: 'NL',
	},
	{
		code: 'DE-07',
		names: ['Werk Düsseldorf', 'Tor 3'],
		addressLines: ['Königstraße 7'],
		postalCode: '40213',
		city: 'Düsseldorf',
		countryCodeIso2: 'DE',
	},
];

export const items = [
	{ name: 'Sechskantschraube M8×40', unit: 'PCE' },
	{ name: 'Hex nut M8, zinc plated', unit: 'PCE' },
	{ name: 'Gehäuse für Getriebe, groß', unit: 'PCE' },
	{ name: 'Steel sheet 2 mm', unit: 'KGM' },
	{ name: 'Ölfilter Größe 3', unit: 'PCE' },
	{ name: 'Drive shaft Ø 40', unit: 'PCE' },
	{ name: 'Cable 3×1.5 mm²', unit: 'MTR' },
	{ name: 'Bearing <sealed> & greased', unit: 'PCE' },
] as const;

export const currencies = [
	{ currencyIso: 'USD', toEuro: 0.92 },
	{ currencyIso: 'GBP', toEuro: 1.17 },
	{ currencyIso: 'CHF', toEuro: 1.05 },
] as const;

export const transportModes = ['Road', 'Sea', 'Air', 'Rail'] as const;
export const incoterms = ['DAP', 'EXW', 'FCA', 'DDP'] as const;
