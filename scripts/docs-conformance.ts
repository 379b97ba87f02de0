/** `npm run docs:conformance`: writes the rules of Tradecloud's manual into docs/conformance.md. */
import { conformanceBlock, conformanceText } from '../test/contract/conformance';
import { subjects } from '../test/contract/rules';
import { writeBlock } from '../tools/generated-block';

writeBlock(conformanceBlock, conformanceText(subjects));
console.log(
	`${subjects.flatMap(({ rules }) => rules).length} rules are in ${conformanceBlock.file}`,
);
