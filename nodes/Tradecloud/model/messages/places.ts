/** Companies and places with their addresses. */
import { choice, common, fields, mapped, object, required, type Field } from './field';
import { prefixed } from './titles';

/** manual: order/buyer/issue/README.md, shipment/supplier/send-despatch-advice.md */
const address = fields(`
	names           | [text]  | Warehouse 1     | Who is found there
	addressLines    | [text]  | Industrieweg 12 | Street and house number
	postalCode      | text    | 5600 AA         | The postal code
	city            | text    | Eindhoven       | The city
	countryCodeIso2 | country | NL              | Two-letter ISO 3166 code
`);
const identity = fields(`
	id       | identifier | 8712345000004 | Identifies it, such as a GLN
	idScheme | text       | GLN           | What kind of identifier it is
`);
const country = fields(`countryName | text | The Netherlands | The country in words`);

/** A company with its address. */
export function partyOf(prefix: string): Field {
	return object(prefixed(prefix, { ...identity, ...address, ...country }));
}

/** manual: order/buyer/issue/README.md; `locationType`: SDK: SendOrder/order.json */
export const destination = object(
	prefixed('Destination', {
		...fields(`code* | identifier | NL-01 | The code of the delivery address in your ERP`),
		...mapped(address, common),
		...country,
		...fields(`locationType | text | warehouse | What kind of place it is`),
	}),
);

const locationTypes = [
	{ name: 'Agreed Place', value: 'AgreedPlace', description: 'With EXW and FCA' },
	{ name: 'Final Destination', value: 'FinalDestination', description: 'With DAP, DPU and DDP' },
	{ name: 'Place of Destination', value: 'PlaceOfDestination', description: 'With CPT and CIP' },
	{ name: 'Port of Destination', value: 'PortOfDestination', description: 'With CFR and CIF' },
	{ name: 'Port of Loading', value: 'PortOfLoading', description: 'With FAS and FOB' },
];

/** A place of a shipment (manual: shipment/supplier/send-despatch-advice.md). */
export const location = object({
	locationType: choice('What kind of place it is, as in Incoterms 2020', locationTypes),
	...identity,
	id: required(identity.id),
	...address,
});
