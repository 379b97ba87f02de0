/** Rules: requests, formats and answers. */
import { item, line } from '../bodies';
import { answered, at, holds, is, textAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { send } from '../world';

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** What Tradecloud's servers answer. */
export const requests: readonly Rule[] = [
	{
		page: 'order/buyer/issue/README.md',
		sentence: 'An order that is taken is answered 200 or 202, and can be read soon after',
		evidence: 'documented',
		usedBy: [parts.sendMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			await order.send([line('00010')]);
			await order.exists();
		},
	},
	{
		page: 'SDK: api-connector/SendOrder',
		sentence: 'The answer to a message that is taken is {"ok": true}',
		evidence: 'sample',
		usedBy: [parts.sendMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			holds('the answer', (await order.send([line('00010')])).data, { ok: true });
		},
	},
	{
		page: 'api/requests.md',
		sentence: 'JSON is UTF-8: all characters of a text come back as they were sent',
		evidence: 'documented',
		usedBy: [parts.request],
		needs: ['buyer'],
		async check(world) {
			const description = 'Größe 10 µm, “naïve” – 5 €\n次 😀';
			const order = await TestOrder.issued(world, [line('00010', { description })]);
			holds('the line', await order.line('00010'), { buyerLine: { description } });
		},
	},
	{
		page: 'api/standards.md',
		sentence: 'An id is encoded in a URL, so that a number may hold reserved characters',
		evidence: 'documented',
		usedBy: [parts.endpoint],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world, `${world.number()}#1+%`);
			await order.send([line('00010')]);
			await order.exists();
			holds('the order', await order.read(), { id: order.id });
		},
	},
	{
		page: 'api/standards.md',
		sentence: 'Units are passed on as they are, whatever they are called',
		evidence: 'documented',
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const own = item({ purchaseUnitOfMeasureIso: 'stuks à 6' });
			const order = await TestOrder.issued(world, [line('00010', { item: own })]);
			holds('the line', await order.line('00010'), {
				buyerLine: { item: { purchaseUnitOfMeasureIso: 'stuks à 6' } },
			});
		},
	},
	{
		page: 'api/standards.md',
		sentence: 'Dates are yyyy-MM-dd in both directions, time stamps end with Z',
		evidence: 'documented',
		usedBy: [parts.shape, parts.poll],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.issued(world);
			const found = await order.line('00010');
			const date = textAt(found, 'deliverySchedule.0.date');
			is('the date', date, 'yyyy-MM-dd', /^\d{4}-\d\d-\d\d$/.test(date));
			const updated = textAt(found, 'lastUpdatedAt');
			is('lastUpdatedAt', updated, 'a time stamp with Z', stamp.test(updated));
		},
	},
	{
		page: 'api/rules.md',
		sentence: 'An account number that no connection has comes to nothing',
		evidence: 'documented',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			const header = { supplierAccountNumber: 'N8NTEST-NOBODY' };
			const body = order.body([line('00010')], { order: header });
			const { status } = await world.buyer.post('/api-connector/order', body);
			// Messages are processed in turn: once a later one is there, this one would be, too.
			if (status < 400) await TestOrder.issued(world);
			answered('the order', await order.get(), 404);
		},
	},
	{
		page: 'api/rules.md',
		sentence: 'An account number that no connection has is refused with 400 at once',
		evidence: 'guess',
		ifWrong:
			'The node says that the order was sent; that it never came shows in the portal. Nothing is sent twice.',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			const header = { supplierAccountNumber: 'N8NTEST-NOBODY' };
			const body = order.body([line('00010')], { order: header });
			const { status } = await world.buyer.post('/api-connector/order', body);
			is('the answer', status, '4xx', status >= 400 && status < 500);
		},
	},
	{
		page: 'api/compatibility.md',
		sentence: 'A field that Tradecloud does not know is ignored',
		evidence: 'guess',
		ifWrong: 'Tradecloud’s refusal is shown in its own words, and nothing was sent.',
		usedBy: [parts.shape],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.planned(world);
			const own = line('00010', { n8nTestField: { inner: [1] } });
			await send(world.buyer, 'order', order.body([own], { beside: { n8nTestField: 1 } }));
			await order.exists();
		},
	},
	{
		page: 'SDK: order/FindOrdersByNumber',
		sentence: 'An order that is not there is answered 404',
		evidence: 'sample',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check(world) {
			answered('the order', await (await TestOrder.planned(world)).get(), 404);
		},
	},
	{
		page: 'api/rules.md',
		sentence: 'What is refused is answered 400, with words that say why',
		evidence: 'guess',
		ifWrong: 'The message of the node lacks Tradecloud’s own words, or shows them as they came.',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check({ buyer }) {
			const reply = await buyer.post('/api-connector/order', { order: {}, lines: [] });
			answered('an empty order', reply, 400);
			const text = typeof reply.data === 'string' ? reply.data : at(reply.data, 'error');
			is('the body', reply.data, 'a text or {error}', typeof text === 'string' && text !== '');
		},
	},
];
