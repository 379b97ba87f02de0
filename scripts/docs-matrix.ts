/** `npm run docs:matrix`: runs the fault matrix and writes its result into the documentation. */
import '../test/integration/harness/environment';
import { matrixBlock } from '../test/integration/faultMatrix/documentation';
import { runCells } from '../test/integration/faultMatrix/cells';
import { matrixText } from '../test/integration/faultMatrix/table';
import { writeBlock } from '../tools/generated-block';

void (async () => {
	const results = await runCells();
	writeBlock(matrixBlock, matrixText(results));
	console.log(`${results.length} cells were run; the table is in ${matrixBlock.file}`);
	process.exit();
})();
