/**
 * The output schemas, by which n8n's editor shows the fields of a node's output before it has run.
 * They follow from the types in `outputs.ts`.
 */
import { join, posix } from 'node:path';

import ts from 'typescript';

/** Where n8n looks for the schemas: beside the node's file, in a folder for each version of the node. */
export const schemaFolder = 'nodes/Tradecloud/__schema__';

/** The schema whose resource and operation have no name: that of the Tradecloud Trigger. */
const ofTrigger = 'v2.0.0';

/** What n8n reads of JSON Schema: neither choices nor references. */
export interface OutputSchema {
	type: 'array' | 'boolean' | 'number' | 'object' | 'string';
	properties?: Record<string, OutputSchema>;
	/** Of fields whose names are not known. */
	additionalProperties?: OutputSchema;
	items?: OutputSchema;
}

/** The schema of each output, by the path of its file. */
export function outputSchemas(): Map<string, OutputSchema> {
	const file = join(__dirname, 'outputs.ts');
	const program = ts.createProgram([file], {
		strict: true,
		target: ts.ScriptTarget.ES2022,
		module: ts.ModuleKind.Node16,
		skipLibCheck: true,
		types: [],
	});
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(file)!;
	const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
	const outputs = exported.find(({ name }) => name === 'Outputs')!;
	const schemas = checker
		.getDeclaredTypeOfSymbol(outputs)
		.getProperties()
		.map((output) => {
			const schema = schemaOf(checker, checker.getTypeOfSymbol(output));
			const name = output.name ? `v1.0.0/${output.name}` : ofTrigger;
			return [`${posix.join(schemaFolder, name)}.json`, schema] as const;
		});
	return new Map(schemas);
}

function schemaOf(checker: ts.TypeChecker, declared: ts.Type): OutputSchema {
	const type = checker.getNonNullableType(declared);
	const [first = type] = type.isUnion() ? type.types : [];
	if (first.flags & ts.TypeFlags.StringLike) return { type: 'string' };
	if (first.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
	if (first.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
	if (checker.isArrayType(type)) {
		const [element] = checker.getTypeArguments(type as ts.TypeReference);
		return { type: 'array', items: schemaOf(checker, element) };
	}
	const fields = type.getProperties().map((property) => {
		return [property.name, schemaOf(checker, checker.getTypeOfSymbol(property))] as const;
	});
	if (fields.length > 0) return { type: 'object', properties: Object.fromEntries(fields) };
	const values = type.getStringIndexType();
	if (values) return { type: 'object', additionalProperties: schemaOf(checker, values) };
	throw new Error(`There is no schema of ${checker.typeToString(declared)}`);
}

/** A schema as it stands in its file. */
export function written(schema: OutputSchema): string {
	return `${JSON.stringify(schema, null, '\t')}\n`;
}
