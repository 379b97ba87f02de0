/** Reads tXML, Tradecloud's one-to-one mapping of its JSON. */

/** The text of an element without elements in it, or those elements by their names. */
type Content = string | { [name: string]: Content };

interface OpenElement {
	name: string;
	text: string;
	elements: { [name: string]: Content };
}

/** A CDATA section; a comment, instruction or declaration; a tag; a text. */
const token =
	/<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+)/g;

const entity = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The content of the root element, whatever its name, which stands for the JSON object. A list is an
 * element for each of its values, side by side (SDK: SendOrder/order.xml), of which it holds the first.
 * Attributes and the prefixes of names, which tXML does not have, are passed over.
 */
export function readXml(document: string): Content | undefined {
	const root = newElement('');
	const open = [root];
	for (const [, cdata, slash, name, attributes, text] of document.matchAll(token)) {
		const current = open[open.length - 1];
		current.text += cdata ?? decoded(text ?? '');
		if (name === undefined) continue;
		if (slash === '') open.push(newElement(name.replace(/^.*:/, '')));
		if ((slash === '/' || attributes.endsWith('/')) && open.length > 1) close(open);
	}
	return Object.values(root.elements)[0];
}

function newElement(name: string): OpenElement {
	// Without a prototype, no name of an element means anything but the element.
	return { name, text: '', elements: Object.create(null) as OpenElement['elements'] };
}

function close(open: OpenElement[]): void {
	const { name, text, elements } = open.pop()!;
	const parent = open[open.length - 1];
	parent.elements[name] ??= Object.keys(elements).length > 0 ? elements : text.trim();
}

function decoded(text: string): string {
	return text.replace(entity, (_, hexadecimal?: string, decimal?: string, name?: string) =>
		name
			? entities[name.toLowerCase()]
			: characterOf(hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal)),
	);
}

/** A number beyond all characters stands for none: `String.fromCodePoint` would throw. */
function characterOf(codePoint: number): string {
	return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}
