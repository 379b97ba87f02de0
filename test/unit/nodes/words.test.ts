/** What an answer says in words, whatever its form. */
import { wordsOf } from '../../../nodes/Tradecloud/transport/words';

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
