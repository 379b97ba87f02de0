/** Tests that only n8n 2 can pass; the name of each says why. */
import { versionVariable } from '../../../tools/n8n-runtime';

const isN8n1 = process.env[versionVariable]?.startsWith('1.');

export const testOfN8n2 = isN8n1 ? test.skip : test;
export const describeOfN8n2 = isN8n1 ? describe.skip : describe;
