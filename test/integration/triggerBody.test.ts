/** Events that come under other names of their format, or in other characters. */
import axios from 'axios';

import { bodies } from './harness/bodies';
import { auth, post, startTriggerSetting, type TriggerSetting } from './harness/trigger';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterAll(() => setting.close());

test.each(bodies)('$status: $title', async ({ headers, content, status, item }) => {
	const server = await setting.trigger();
	const answer = await axios.post(server.url, content, {
		auth,
		headers,
		proxy: false,
		validateStatus: () => true,
	});
	expect(answer.status).toBe(status);
	expect(server.items).toEqual(item ? [item] : []);
});

describe('what stands beside the event is passed on, and means nothing to the trigger', () => {
	const fetchOrder = { options: { fetchOrder: true } };

	test.each([
		['shipment', { shipment: { id: 'S-1' }, orderId: 'A-1' }],
		['orderId', { shipment: { id: 'S-1' }, orderId: '..' }],
	])('no order is fetched for a shipment: %s', async (_case, body) => {
		const server = await setting.trigger({ parameters: fetchOrder });
		const sent = { eventName: 'ShipmentApprovedByBuyer', ...body };
		expect((await post(server, sent)).status).toBe(200);
		expect(server.items).toEqual([{ shipmentId: 'S-1', ...sent }]);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each([null, 7, 'another', ['A']])('orderId %j', async (orderId) => {
		const server = await setting.trigger({ parameters: fetchOrder });
		const sent = { ...setting.anEvent(), orderId };
		await post(server, sent);
		const [{ id }] = setting.sandbox.orders.list();
		expect(server.items).toMatchObject([{ orderId: id, order: { orderId: id } }]);
	});

	test('messageId', async () => {
		const server = await setting.trigger({ parameters: { options: { ignoreDuplicates: true } } });
		const event = setting.anEvent();
		await post(server, { ...event, messageId: 'the same' });
		await post(server, { ...setting.anEvent(), messageId: 'the same' });
		await post(server, { eventName: 'X', messageId: 'the same' });
		await post(server, { eventName: 'Y', messageId: 'the same' });
		expect(server.items).toHaveLength(4);
		const { messageId } = event.meta as { messageId: string };
		expect(server.items[0].messageId).toBe(messageId);
	});

	test('an id that no URL can hold: the event is passed on as it came', async () => {
		const server = await setting.trigger({ parameters: fetchOrder });
		for (const orderId of ['..', '.', ' ']) {
			const sent = { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId } };
			expect((await post(server, sent)).status).toBe(200);
			expect(server.items.at(-1)).toEqual(sent);
		}
	});
});
