/** Routers that are as strict as Tradecloud's: upper and lower case and a final slash count. */
import { Router, type Request } from 'express';
import { Problem } from './problem';

/** A router that takes paths to the letter. */
export function strictRouter(): Router {
	return Router({ caseSensitive: true, strict: true });
}

/** A named part of the path, decoded. */
export function pathPart(request: Request, name: string): string {
	const part = request.params[name];
	return Array.isArray(part) ? part.join('/') : part;
}

/** What was found; answers 404 where it is nothing. */
export function found<T>(thing: T | undefined, what: string): T {
	if (thing === undefined) throw new Problem(404, `${what} not found`);
	return thing;
}

/** Whether something is a JSON object, and neither an array nor null. */
export function isObject(thing: unknown): thing is Record<string, unknown> {
	return typeof thing === 'object' && thing !== null && !Array.isArray(thing);
}
