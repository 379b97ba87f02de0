import { existsSync } from 'node:fs';

import { config as n8nRules } from '@n8n/node-cli/eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typeCheckedRules = Object.assign(
	{},
	...tseslint.configs.recommendedTypeCheckedOnly.map(({ rules }) => rules),
);
const typeChecking = {
	parserOptions: { projectService: true, warnOnUnsupportedTypeScriptVersion: false },
};

/** Folders with packages of their own, whose types are not known before these are installed. */
const notInstalled = ['bench', 'test/e2e'].filter(
	(folder) => !existsSync(`${folder}/node_modules`),
);

/** Keeps the imports of a folder out of folders that stand on it: package ← tools ← test ← scripts, bench. */
const floor = (folders, above) => ({
	files: folders.map((folder) => `${folder}/**`),
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					{ regex: `^(\\.\\./)+(${above.join('|')})/`, message: 'It stands on this one.' },
				],
			},
		],
	},
});

/** n8n's rules, complete, for what the package ships; typescript-eslint's for all else. */
export default defineConfig(
	{ ignores: ['dist/**', 'reports/**', '**/node_modules/**', ...notInstalled] },
	{ files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'], extends: [n8nRules] },
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		languageOptions: typeChecking,
		// n8n calls some methods asynchronously, whether or not they wait for anything.
		rules: { ...typeCheckedRules, '@typescript-eslint/require-await': 'off' },
	},
	{
		files: ['{tools,test,scripts,bench}/**/*.{ts,mts}'],
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: typeChecking,
	},
	{
		files: ['**/*.{js,mjs}'],
		extends: [tseslint.configs.recommended],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	floor(['nodes', 'credentials'], ['tools', 'test', 'scripts', 'bench']),
	floor(['tools'], ['nodes', 'credentials', 'test', 'scripts', 'bench']),
	floor(['test'], ['scripts', 'bench']),
	floor(['scripts'], ['bench']),
	floor(['bench'], ['scripts']),
);
