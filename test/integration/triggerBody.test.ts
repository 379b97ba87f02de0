/** Events that come under other names of their format, or in other characters. */
import { post, startTriggerSetting, type TriggerSetting } from './harness/trigger';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterAll(() => setting.close());

const event = { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId: 'Ä-1' } };
const json = JSON.stringify(event);

describe('JSON as', () => {
	test.each([
		'application/json',
		'application/json; charset=utf-8',
		'APPLICATION/JSON',
		'text/json',
		'application/vnd.tradecloud+json',
		'text/plain',
		'text/plain;charset=UTF-8',
		'application/octet-stream',
		'application/x-www-form-urlencoded',
		'nonsense',
	])('%s', async (contentType) => {
		const server = await setting.trigger();
		expect((await post(server, Buffer.from(json), contentType)).status).toBe(200);
		expect(server.items).toEqual([{ orderId: 'Ä-1', ...event }]);
	});
});

test('JSON in ISO 8859-1, and after a byte order mark', async () => {
	const server = await setting.trigger();
	await post(server, Buffer.from(json, 'latin1'), 'text/json; charset=ISO-8859-1');
	await post(server, Buffer.from(`\uFEFF${json}`), 'text/json');
	expect(server.items).toEqual([
		{ orderId: 'Ä-1', ...event },
		{ orderId: 'Ä-1', ...event },
	]);
});

const xml = (declaration: string) =>
	`${declaration}<event><eventName>E</eventName><orderEvent><orderId>Ä-1</orderId></orderEvent></event>`;

test.each([
	['application/xml', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'latin1'],
	['application/xml', "<?xml version='1.0' encoding='windows-1252' standalone='yes'?>", 'latin1'],
	['application/xml', '<?xml version="1.0"?>', 'latin1'],
	['application/xml', '<?xml version="1.0" encoding="UTF-8"?>', 'utf8'],
	['application/xml; charset=utf-8', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'utf8'],
	['text/xml', '<?xml version="1.0" encoding="x-unknown"?>', 'utf8'],
	['application/xml', '', 'utf8'],
	['text/plain', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'latin1'],
] as const)('tXML as %s with %s', async (contentType, declaration, encoding) => {
	const server = await setting.trigger();
	const document = xml(declaration);
	expect((await post(server, Buffer.from(document, encoding), contentType)).status).toBe(200);
	expect(server.items).toEqual([{ orderId: 'Ä-1', eventName: 'E', xml: document }]);
});

test.each([
	['text/plain', 'hello'],
	['text/json', '{"eventName":'],
	['application/octet-stream', '\0\u0001'],
	['text/plain', ''],
])('what is neither, sent as %s, is answered 400: %j', async (contentType, body) => {
	const server = await setting.trigger();
	expect((await post(server, body, contentType)).status).toBe(400);
	expect(server.items).toEqual([]);
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
