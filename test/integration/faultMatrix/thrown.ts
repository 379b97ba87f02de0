/** Faults that neither the network nor Tradecloud makes: what n8n, or a slip of our own, throws amid a call. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { dirname } from 'node:path';

import { Container } from '@n8n/di';
import type { AxiosStatic } from 'axios';
import { BinaryDataService } from 'n8n-core';

import { withoutBase } from '../harness/operations';
import { outside } from '../harness/outside';

export interface Throwing {
	error: () => Error;
	/** Whether it comes while n8n stores a file, and not when a request is to leave. */
	isOfStore?: boolean;
}

const current = new AsyncLocalStorage<Throwing & { path: RegExp; times: number }>();

/** The HTTP client of n8n, and not the one of the tests. */
const axios = outside(
	outside.resolve('axios', { paths: [dirname(outside.resolve('n8n-core'))] }),
) as AxiosStatic;

axios.interceptors.request.use((config) => {
	const { pathname } = new URL(config.url ?? '', config.baseURL);
	const throwing = current.getStore();
	if (throwing && !throwing.isOfStore && throwing.path.test(withoutBase(pathname))) {
		throwing.times += 1;
		throw throwing.error();
	}
	return config;
});

const binaryData = Container.get(BinaryDataService);
const store = binaryData.store.bind(binaryData);
binaryData.store = async (...file) => {
	const throwing = current.getStore();
	if (!throwing?.isOfStore) return await store(...file);
	throwing.times += 1;
	throw throwing.error();
};

/** Runs what meets such a fault in the calls to a path, if there is one; tells how often. */
export async function meeting<T>(
	throwing: Throwing | undefined,
	path: string,
	run: () => Promise<T>,
): Promise<{ result: T; times: number }> {
	if (!throwing) return { result: await run(), times: 0 };
	const met = { ...throwing, path: new RegExp(path), times: 0 };
	return { result: await current.run(met, run), times: met.times };
}
