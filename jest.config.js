/** `npm test` runs the projects unit, integration, contract and package; `npm run test:e2e` and `npm run test:scale` run e2e and scale. */
const project = (name, options = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': '@swc/jest' },
	...options,
});

module.exports = {
	testTimeout: 180_000,
	projects: [
		project('unit'),
		project('integration', {
			setupFiles: ['<rootDir>/test/integration/harness/environment.ts'],
			setupFilesAfterEnv: ['<rootDir>/test/integration/harness/secretsCheck.ts'],
		}),
		project('contract'),
		project('package'),
		project('e2e'),
		project('scale'),
	],
};
