/** Names of Tradecloud's as people read them, and as people write them. */
import type { INodePropertyOptions } from 'n8n-workflow';

const abbreviations = /^(id|url|erp|eta|etd|ata|atd|imo)$/i;
const small = /^(of|and|in|by|as)$/i;

/** `purchaseUnitOfMeasureIso` → 'Purchase Unit of Measure', `InProgress` → 'In Progress' */
export function titleOf(name: string): string {
	const words = name.replace(/(Iso2?|Unece)$/, '').split(/(?<=[a-z\d])(?=[A-Z])/);
	return words
		.map((word, index) => {
			if (abbreviations.test(word)) return word.toUpperCase();
			if (index > 0 && small.test(word)) return word.toLowerCase();
			return word.charAt(0).toUpperCase() + word.slice(1);
		})
		.join(' ');
}

/** An option of the editor, whose name follows from its value. */
export function named<Option extends { value: string }>(option: Option): Option & { name: string } {
	return { name: titleOf(option.value), ...option };
}

/** Options by value, in the order of their names, each with its description. */
export function optionsOf(descriptions: Record<string, string>): INodePropertyOptions[] {
	return Object.entries(descriptions).map(([value, description]) => named({ value, description }));
}

/** 'Numéro de commande', 'numero_de_commande' and 'NumeroDeCommande' are the same. */
export function plain(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\d]/gu, '')
		.replaceAll('ß', 'ss');
}

/** The value of an option by its value or its name. */
export function chosen(content: unknown, options: INodePropertyOptions[]): string | undefined {
	if (typeof content === 'object') return undefined;
	const own = plain(String(content as string | number | boolean));
	const found = options.find(({ name, value }) => [name, String(value)].map(plain).includes(own));
	return found && String(found.value);
}
