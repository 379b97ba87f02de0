/** `npm test` runs the projects unit, integration, security, contract and package; `npm run test:e2e` and `npm run test:scale` run e2e and scale. */
const project = (name, options = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': '@swc/jest' },
	...options,
});

/** For tests that run the nodes in n8n's own engine. */
const withEngine = {
	setupFiles: ['<rootDir>/test/integration/harness/environment.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/integration/harness/secretsCheck.ts'],
};

module.exports = {
	testTimeout: 180_000,
	// A process that runs everything holds ever more of what n8n loads.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1GB',
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
