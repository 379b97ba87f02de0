/** Rules: who may do what. */
import { answer, line } from '../bodies';
import { hasTokens } from '../client';
import { answered, is } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const poll = { filters: {}, offset: 0, limit: 1 };
const foreignCompanyId = '00000000-0000-4000-8000-000000000000';

export const rights: readonly Rule[] = [
	{
		page: 'security/authentication.md',
		sentence: 'A user without the role integration is not let in',
		evidence: 'documented',
		usedBy: [parts.explain],
		needs: ['userWithoutRole'],
		async check({ userWithoutRole }) {
			const reply = await userWithoutRole.post('/order-search/poll', poll);
			answered('a poll', reply, 401, 403);
		},
	},
	{
		page: 'guide/setup-integration-account.md',
		sentence: 'An integration account, and its role, come from Tradecloud’s support',
		evidence: 'documented',
		usedBy: [parts.explain, parts.credential],
		provedBy: 'test/integration/credential.test.ts',
	},
	{
		page: 'SDK: authentication/Disable2FABySupport',
		sentence: 'A login with a second factor is answered 200 without a token',
		evidence: 'guess',
		ifWrong: 'The login is refused, and the user is told so in the words for that.',
		usedBy: [parts.login],
		needs: ['twoFactor'],
		async check({ twoFactor }) {
			const reply = await twoFactor.login();
			answered('the login', reply, 200);
			is('the headers', Object.keys(reply.headers), 'without a token', !hasTokens(reply));
		},
	},
	{
		page: 'security/authorization.md',
		sentence: 'The supplier reads the buyer’s order, by the same id',
		evidence: 'documented',
		usedBy: [parts.orders],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const order = await TestOrder.issued(world);
			const reply = await world.until(
				'the supplier to read the order',
				() => order.get(world.supplier),
				({ status }) => status === 200,
			);
			answered('the order', reply, 200);
		},
	},
	{
		page: 'security/authorization.md',
		sentence: 'A supplier cannot send an order',
		evidence: 'documented',
		usedBy: [parts.explain],
		needs: ['supplier'],
		async check(world) {
			const header = { supplierAccountNumber: '1', purchaseOrderNumber: world.number() };
			const body = { order: header, lines: [line('00010')] };
			const { status } = await world.supplier.post('/api-connector/order', body);
			is('the answer', status, '4xx', status >= 400 && status < 500);
		},
	},
	{
		page: 'security/authorization.md',
		sentence: 'A buyer cannot send an order response',
		evidence: 'documented',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.issued(world);
			const body = await order.responseBody([answer('00010')]);
			const { status } = await world.buyer.post('/api-connector/order-response', body);
			is('the answer', status, '4xx', status >= 400 && status < 500);
		},
	},
	{
		page: 'security/authorization.md',
		sentence: 'A message in the name of a company that the user does not belong to is refused',
		evidence: 'documented',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			const body = order.body([line('00010')], { order: { companyId: foreignCompanyId } });
			const { status } = await world.buyer.post('/api-connector/order', body);
			is('the answer', status, '4xx', status >= 400 && status < 500);
		},
	},
	{
		page: 'order/buyer/issue/README.md',
		sentence: 'A message may name the user’s own company',
		evidence: 'documented',
		usedBy: [parts.message],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			const { companyId } = await world.buyer.claims();
			await order.send([line('00010')], { order: { companyId } });
			await order.exists();
			await order.about('documents', undefined, { companyId, documents: [{ code: 'N8NTEST-1' }] });
		},
	},
];
