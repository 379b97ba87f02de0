/** Where the documentation shows the fault matrix. */
import { join } from 'node:path';
import type { GeneratedBlock } from '../../../tools/generated-block';

export const matrixBlock: GeneratedBlock = {
	file: join(__dirname, '../../../docs/reliability.md'),
	name: 'fault matrix',
};
