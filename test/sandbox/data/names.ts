/** Invented suppliers, destinations, items and terms that the generated orders draw from. */
import type { Destination } from './model';

export const buyerName = 'Müller & Söhne Maschinenbau B.V.';

export const suppliers = [
	{ accountNumber: 'S-10010', name: 'Schrauben GmbH Köln' },
	{ accountNumber: 'S-10020', name: 'Gießerei Übermorgen KG' },
	{ accountNumber: 'S-10030', name: 'Fijnmetaal De Linde B.V.' },
	{ accountNumber: 'S-10040', name: 'Tôlerie Précise SARL' },
] as const;

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
