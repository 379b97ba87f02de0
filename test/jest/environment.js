/**
 * jest makes a world of its own for each file of tests, in which all packages would be loaded again: seconds
 * for n8n's engine. It is loaded outside of it, once for all files that a process runs.
 */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		// What both sides have to agree on: n8n asks whether something is an error, tests set the clock.
		Object.assign(this.global, { outside: require, Error, Date });
	}
};
