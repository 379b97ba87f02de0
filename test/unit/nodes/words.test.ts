/** What an answer says in words, whatever its form. */
import type { TradecloudCredential } from '../../../nodes/Tradecloud/model/credential';
import { secretsOf, wordsOf } from '../../../nodes/Tradecloud/transport/words';

test.each([
	[{ error: 'No such order' }, 'No such order'],
	[{ message: 'No such order' }, 'No such order'],
	['No such order', 'No such order'],
	['<html><h1>Bad\n Gateway</h1></html>', 'Bad Gateway'],
	[
		{ error: 'Validation', errors: [{ path: 'lines[0].position', message: 'is required' }] },
		'Validation; lines[0].position: is required',
	],
	[
		{ errors: { 'order.currency': ['is unknown', 'is too long'] } },
		'order.currency: is unknown; order.currency: is too long',
	],
	[
		{ status: 400, error: { reason: 'The request was malformed' } },
		'status 400; The request was malformed',
	],
	[['one', { detail: 'two' }], 'one; two'],
	[{}, undefined],
	[[], undefined],
	['', undefined],
	[undefined, undefined],
	[null, undefined],
	['a'.repeat(2_000), 'a'.repeat(1_000)],
])('of %j are %j', (body, words) => {
	expect(wordsOf(body)).toBe(words);
});

test.each([
	[
		'got "Authorization: basic dXNlcjpwdw==" and bearer eyJh.bGci.Oi-J_9',
		'got "Authorization: basic ***" and bearer ***',
	],
	[
		'your token eyJhbGciOiJIUzI1NiJ9.eyJkYXRhIjp7fX0.Zm9v has expired',
		'your token *** has expired',
	],
	[{ message: 'Wrong login', password: 'secret', tokens: ['secret'] }, 'Wrong login: password ***'],
])('of %j hold no secret', (body, words) => {
	expect(wordsOf(body)).toBe(words);
});

describe('the secrets of the credential', () => {
	const credential = {
		username: 'n8n@buyer.example',
		password: ' a secret: 4711/ü ',
		webhookUsername: 'hook',
		webhookPassword: 'another secret',
		webhookToken: 'a token of our own',
	} as TradecloudCredential;
	const base64 = (text: string) => Buffer.from(text).toString('base64');

	test.each([
		['as they are', 'the password a secret: 4711/ü is wrong', 'the password *** is wrong'],
		['behind the user', 'n8n@buyer.example:a secret: 4711/ü', 'n8n@buyer.example:***'],
		['in a URL', `?p=${encodeURIComponent('a secret: 4711/ü')}&q`, '?p=***&q'],
		['in base64', `got ${base64('n8n@buyer.example:a secret: 4711/ü')}!`, 'got ***=!'],
		['of the webhook', `another secret, ${base64('hook:another secret')}`, '***, ***=='],
		['a token', 'a token of our own', '***'],
		['in a scheme with %20', 'Bearer%20abc.def and Basic%20QUJD', 'Bearer%20*** and Basic%20***'],
		['a bare JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJkYXRhIjp7fX0', '***'],
		['across the edge', `${'a'.repeat(4_990)} a secret: 4711/ü`, 'a'.repeat(1_000)],
	])('%s are blanked', (_case, said, words) => {
		expect(wordsOf(said, secretsOf(credential))).toBe(words);
	});

	test('that are none blank nothing', () => {
		const empty = { ...credential, password: '', webhookPassword: 'abc', webhookToken: '' };
		expect(wordsOf('Og== abc', secretsOf(empty))).toBe('Og== abc');
	});
});

const deep = (levels: number) =>
	JSON.parse(`${'['.repeat(levels)}"deep"${']'.repeat(levels)}`) as unknown;

test.each([
	['200,000 <', '<'.repeat(200_000)],
	['200,000 eyJ', 'eyJ-'.repeat(200_000)],
	['200,000 Basic', 'Basic '.repeat(200_000)],
	['200,000 texts', Array(200_000).fill({ error: 'x' })],
	['5,000 levels', deep(5_000)],
])('of %s do not take long', (_case, body) => {
	const started = performance.now();
	wordsOf(body, ['a secret']);
	expect(performance.now() - started).toBeLessThan(500);
});
