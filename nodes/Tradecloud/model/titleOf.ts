/** What people read in place of a name of Tradecloud's. */

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
