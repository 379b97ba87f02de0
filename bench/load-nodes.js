/** Prints the milliseconds in which the nodes and credentials of the package in a folder are loaded. */
const { join } = require('node:path');
// n8n has loaded it long before any package.
require('n8n-workflow');

const [folder] = process.argv.slice(2);
const { nodes, credentials = [] } = require(join(folder, 'package.json')).n8n;
const start = performance.now();
for (const file of [...nodes, ...credentials]) require(join(folder, file));
process.stdout.write(String(performance.now() - start));
