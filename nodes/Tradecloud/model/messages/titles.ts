/** The names and titles of fields, made from their keys. */
import { mapped, type Field, type Fields } from './field';

/** The same, with words before their titles, for what occurs more than once: 'Code', 'Destination Code'. */
export function prefixed(prefix: string, fields: Fields): Fields {
	return mapped(fields, (field, key) => {
		const own = { ...field, title: `${prefix} ${titleOf(key, field)}` };
		own.name = joined(prefix, nameOf(key, field));
		if (own.kind === 'object') own.fields = prefixed(prefix, own.fields);
		if (own.kind === 'list' && own.of.kind === 'object') {
			own.of = { ...own.of, fields: prefixed(prefix, own.of.fields) };
		}
		return own;
	});
}

/** 'Buyer Party' and `postalCode` → `buyerPartyPostalCode` */
function joined(prefix: string, name: string): string {
	const [first, ...more] = prefix.split(' ');
	return [first.toLowerCase(), ...more, name.charAt(0).toUpperCase() + name.slice(1)].join('');
}

/** The name of a parameter or column; of a list of texts it is one of them. */
export function nameOf(key: string, { name, ...field }: Field): string {
	const isTexts = field.kind === 'list' && field.of.kind !== 'object';
	return name ?? (isTexts ? key.replace(/s$/, '') : key);
}

const abbreviations = /^(id|url|erp|eta|etd|ata|atd|imo)$/i;
const small = /^(of|and|in)$/i;

/** The title of a field: `purchaseUnitOfMeasureIso` → 'Purchase Unit of Measure' */
export function titleOf(key: string, { title, ...field }: Field): string {
	if (title !== undefined) return title;
	const words = nameOf(key, { ...field, name: undefined })
		.replace(/(Iso2?|Unece)$/, '')
		.split(/(?=[A-Z])/)
		.map((word) => {
			if (abbreviations.test(word)) return word.toUpperCase();
			return small.test(word) ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1);
		});
	return words.join(' ');
}

/** 'Numéro de commande', 'numero_de_commande' and 'NumeroDeCommande' are the same. */
export function plain(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\d]/gu, '')
		.replaceAll('ß', 'ss');
}
