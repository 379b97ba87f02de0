/** Whether the rules cover the manual, and whether what they name is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manualPages, pagesWithoutRule, sdkSamples } from './pages';
import { subjects } from './rules';

const root = join(__dirname, '../..');
const rules = subjects.flatMap((subject) => subject.rules);
const cited = new Set<string>(rules.map(({ page }) => page));

test('each file that relies on a rule, or shows one, is there', () => {
	const files = rules.flatMap(({ usedBy, provedBy = [] }) => [...usedBy, provedBy].flat());
	expect([...new Set(files)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('files that rely on a rule are those of the package', () => {
	const files = rules.flatMap(({ usedBy }) => usedBy);
	expect(files.filter((file) => !/^(nodes|credentials)\//.test(file))).toEqual([]);
});

test('each guess says what happens if it is wrong', () => {
	const guesses = rules.filter(({ evidence }) => evidence === 'guess');
	expect(guesses.filter(({ ifWrong = '' }) => !ifWrong.endsWith('.'))).toEqual([]);
});

test('each page of the manual has a rule, or a reason to have none', () => {
	expect(manualPages.filter((page) => !cited.has(page))).toEqual([]);
	expect(manualPages.filter((page) => page in pagesWithoutRule)).toEqual([]);
	expect(manualPages.length + Object.keys(pagesWithoutRule).length).toBe(79);
});

test('each sample that is listed is cited', () => {
	expect(sdkSamples.filter((sample) => !cited.has(`SDK: ${sample}`))).toEqual([]);
});

test('no rule is there twice', () => {
	const sentences = rules.map(({ page, sentence }) => `${page}: ${sentence}`);
	expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
});
