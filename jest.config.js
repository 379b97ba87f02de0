/** `npm test` runs the projects unit, integration and package; `npm run test:e2e` runs e2e. */
const project = (name, options = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': '@swc/jest' },
	testTimeout: 30_000,
	...options,
});

module.exports = {
	projects: [
		project('unit'),
		project('integration', {
			setupFiles: ['<rootDir>/test/integration/harness/environment.ts'],
		}),
		project('package', { testTimeout: 180_000 }),
		project('e2e', { testTimeout: 180_000 }),
	],
};
