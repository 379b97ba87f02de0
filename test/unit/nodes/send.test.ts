/** What is read from what n8n throws: n8n 2 keeps the cause in it, and n8n 1 does not. */
import { AxiosError, AxiosHeaders } from 'axios';
import { NodeApiError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { failureOfSending } from '../../../nodes/Tradecloud/transport/send';

const node = { name: 'Tradecloud', type: 'tradecloud' } as INode;

function refused(status: number, data: object): AxiosError {
	const headers = new AxiosHeaders();
	const response = { status, statusText: '', headers, config: { headers }, data };
	return new AxiosError(`Request failed with status code ${status}`, '', undefined, {}, response);
}

function thrownBy(n8n: string, error: Error): NodeApiError {
	const thrown = new NodeApiError(node, error as unknown as JsonObject);
	if (n8n === 'n8n 1') thrown.cause = undefined;
	return thrown;
}

describe.each(['n8n 1', 'n8n 2'])('%s', (n8n) => {
	test.each([401, 403, 409, 429, 503])(
		'an answer of %i, with the words of Tradecloud',
		(status) => {
			const failure = failureOfSending(thrownBy(n8n, refused(status, { error: 'No such order' })));
			expect(failure).toMatchObject({ kind: 'status', status, words: 'No such order' });
		},
	);

	test.each([
		['ECONNREFUSED', 'unreachable'],
		['ECONNABORTED', 'timeout'],
		['ECONNRESET', 'broken'],
		['ERR_CANCELED', 'cancelled'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
	])('%s is %s', (code, kind) => {
		const failure = failureOfSending(thrownBy(n8n, new AxiosError('network', code)));
		expect(failure).toMatchObject({ kind, code, during: 'request' });
	});
});
