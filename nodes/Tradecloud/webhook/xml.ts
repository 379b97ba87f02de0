/** Reads tXML, Tradecloud's one-to-one mapping of its JSON, in a time that grows as its length does. */

/** The text of an element without elements in it, or those elements by their names. */
type Content = string | { [name: string]: Content };

interface OpenElement {
	name: string;
	text: string;
	elements: { [name: string]: Content };
}

/** An event is known by nothing that lies deeper: below the root, in its container's `buyerOrder` or `meta`. */
const deepest = 4;

const cdata = { start: '<![CDATA[', end: ']]>' };

/** All markup but tags. Of two that begin alike, the longer one comes first. */
const others = [
	cdata,
	{ start: '<!--', end: '-->' },
	{ start: '<!', end: '>' },
	{ start: '<?', end: '?>' },
];

const entity = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The content of the root element, whatever its name; undefined where it has no end. A list is an element for each of
 * its values, side by side (SDK: SendOrder/order.xml): the first one counts. Passed over are attributes and the
 * prefixes of names, which tXML does not have, and what lies too deep.
 */
export function readXml(document: string): Content | undefined {
	const open = [newElement('')];
	let passedOver = 0;
	for (const { text, tag } of tokensOf(document)) {
		const current = open[open.length - 1];
		if (text && passedOver === 0) current.text += text;
		if (tag === undefined) continue;
		const isEnd = tag.startsWith('</');
		if (!isEnd && (passedOver > 0 || !opens(open, nameOf(tag)))) passedOver++;
		if (!isEnd && !tag.endsWith('/>')) continue;
		if (passedOver > 0) passedOver--;
		else if (open.length > 1) close(open);
	}
	return Object.values(open[0].elements)[0];
}

/** Whether an element is read: the first of its name that does not lie too deep. */
function opens(open: OpenElement[], name: string): boolean {
	const { elements } = open[open.length - 1];
	if (name in elements) return false;
	const isTooDeep = open.length > deepest;
	if (isTooDeep) elements[name] = '';
	else open.push(newElement(name));
	return !isTooDeep;
}

/** The texts and tags of a document, up to markup that has no end. */
function* tokensOf(document: string): Generator<{ text?: string; tag?: string }> {
	for (let end = 0; ;) {
		const start = document.indexOf('<', end);
		if (start < 0) return;
		if (start > end) yield { text: decoded(document.slice(end, start)) };
		const isOther = '!?'.includes(document[start + 1]);
		const other = isOther ? others.find((m) => document.startsWith(m.start, start)) : undefined;
		end = other ? endOf(document, other, start) : endOfTag(document, start);
		if (end < 0) return;
		if (!other) yield { tag: document.slice(start, end) };
		if (other === cdata) {
			yield { text: document.slice(start + cdata.start.length, end - cdata.end.length) };
		}
	}
}

/** Behind its last character; -1 where there is none. */
function endOf(document: string, { start, end }: (typeof others)[0], at: number): number {
	const found = document.indexOf(end, at + start.length);
	return found < 0 ? found : found + end.length;
}

/** The same. A `>` between quotation marks ends no tag. */
function endOfTag(document: string, start: number): number {
	for (let at = start; at < document.length; at++) {
		const character = document[at];
		if (character === '>') return at + 1;
		if (character !== '"' && character !== "'") continue;
		at = document.indexOf(character, at + 1);
		if (at < 0) return at;
	}
	return -1;
}

function nameOf(tag: string): string {
	const [, name = ''] = /^<([^\s/>]*)/.exec(tag) ?? [];
	return name.slice(name.lastIndexOf(':') + 1);
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
