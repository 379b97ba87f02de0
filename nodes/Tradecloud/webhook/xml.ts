/** Whether a text stands in an XML document, written in any of the ways that XML has for it. */

const entities: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/** Tells of each text whether it stands in the document. */
export function withinXml(xml: string): (text: string) => boolean {
	const written = xml.replace(/<!--[^]*?-->|<!\[CDATA\[|\]\]>/g, '');
	const forms = [written, decoded(written)].map(withPlainSpaces);
	return (text) => forms.some((form) => form.includes(withPlainSpaces(text)));
}

function decoded(xml: string): string {
	return xml.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
		if (name) return entities[name as string] ?? whole;
		const code = decimal ? Number(decimal) : Number(`0x${hex}`);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

/** n8n's parser writes each row of white space as one space. */
function withPlainSpaces(text: string): string {
	return text.replace(/\s+/g, ' ');
}
