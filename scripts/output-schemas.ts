/** `npm run schemas`: writes the output schemas where n8n looks for them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { outputSchemas, schemaFolder, written } from '../test/sandbox/outputSchemas';

const repository = resolve(__dirname, '..');
const schemas = outputSchemas();
rmSync(resolve(repository, schemaFolder), { recursive: true, force: true });
for (const [path, schema] of schemas) {
	const file = resolve(repository, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, written(schema));
}
console.log(`Wrote ${schemas.size} schemas to ${schemaFolder}`);
