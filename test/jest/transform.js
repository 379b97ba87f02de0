/** What jest runs in place of a file: JavaScript for TypeScript; for one of a package, what lies outside (`environment.js`). */
module.exports = {
	process(source, fileName) {
		if (!fileName.endsWith('.ts')) return { code: 'module.exports = outside(module.filename);' };
		const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');
		const compilerOptions = {
			target: ScriptTarget.ES2022,
			module: ModuleKind.CommonJS,
			esModuleInterop: true,
			inlineSourceMap: true,
		};
		return { code: transpileModule(source, { fileName, compilerOptions }).outputText };
	},
};
