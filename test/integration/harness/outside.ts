/** Loads what is the same for all files of tests (`test/jest/environment.js`); without jest, what it always is. */
export const outside = (globalThis as { outside?: NodeJS.Require }).outside ?? require;
