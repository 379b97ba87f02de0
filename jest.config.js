/** `npm test` runs the projects unit, integration, security, contract and package; `npm run test:e2e` and `npm run test:scale` run e2e and scale. */
const engine = 'node_modules/(n8n-core|n8n-workflow|@n8n/di)/';

const project = (name, options = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: '<rootDir>/test/jest/environment.js',
	transform: { [`\\.ts$|/${engine}`]: '<rootDir>/test/jest/transform.js' },
	transformIgnorePatterns: [`/(?!${engine})node_modules/`],
	...options,
});

/** For tests that run the nodes in n8n's own engine. */
const withEngine = {
	setupFiles: ['<rootDir>/test/integration/harness/environment.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/integration/harness/secretsCheck.ts'],
};

module.exports = {
	testTimeout: 180_000,
	maxWorkers: 2,
	projects: [
		project('unit'),
		project('integration', withEngine),
		project('security', withEngine),
		project('contract'),
		project('package'),
		project('e2e'),
		project('scale'),
	],
};
