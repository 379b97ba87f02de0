const { dest, parallel, src } = require('gulp');

/** Copies icons into dist, byte for byte, beside the compiled files that name them. */
function icons() {
	return src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

/** Copies the codex files (categories, aliases, links) that n8n reads beside each node. */
function codex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));
}

/** Copies the output schemas, by which the editor shows fields before a node has run. */
function schemas() {
	return src('nodes/**/__schema__/**/*.json', { base: '.' }).pipe(dest('dist'));
}

exports.default = parallel(icons, codex, schemas);
