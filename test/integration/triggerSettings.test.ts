/** Parameters of the Tradecloud Trigger that an expression gives, be it not what the user meant. */
import { post, startTriggerSetting, type TriggerSetting } from './harness/trigger';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterAll(() => setting.close());

async function callWith(parameters: object) {
	const server = await setting.trigger({ parameters: parameters as never });
	const { status } = await post(server, setting.anEvent('OrderIssuedByBuyer'));
	return { status, started: server.items.length, log: server.log };
}

describe("'Events'", () => {
	test.each([
		['nothing', '={{ null }}'],
		['nothing yet', '={{ $json.none }}'],
		['an empty text', "={{ '' }}"],
		['an empty list', '={{ [] }}'],
		['a list with the event', "={{ ['OrderIssuedByBuyer', 'OrderSynced'] }}"],
		['the name of the event', "={{ 'OrderIssuedByBuyer' }}"],
	])('that are %s let the event through', async (_case, events) => {
		expect(await callWith({ events })).toEqual({ status: 200, started: 1, log: [] });
	});

	test.each([
		['a list of others', "={{ ['OrderIssued', 'OrderSynced'] }}"],
		['a name that holds its name', "={{ 'XOrderIssuedByBuyerX' }}"],
	])('that are %s do not', async (_case, events) => {
		expect(await callWith({ events })).toEqual({ status: 200, started: 0, log: [] });
	});

	test.each(['={{ 7 }}', '={{ { a: 1 } }}', '={{ [null] }}'])(
		'that are %s have Tradecloud call again until they are right',
		async (events) => {
			const { log, ...outcome } = await callWith({ events });
			expect(outcome).toEqual({ status: 503, started: 0 });
			expect(log).toEqual([expect.stringMatching(/The expression in 'Events' gives something/)]);
		},
	);
});

describe("'Trigger On'", () => {
	const started = async (triggerOn: string, eventName: string) => {
		const server = await setting.trigger({ parameters: { triggerOn } });
		const { status } = await post(server, setting.anEvent(eventName));
		expect(status).toBe(200);
		return server.items.length === 1;
	};

	test.each([
		['anyEvent', 'OrderSynced', undefined],
		['newOrder', 'OrderIssuedByBuyer', 'OrderLinesAcceptedBySupplier'],
		['orderChanged', 'OrderLinesReissuedByBuyer', 'OrderIssuedByBuyer'],
		['supplierAnswered', 'OrderLinesAcceptedBySupplier', 'OrderLinesUpdatedBySupplier'],
		['proposal', 'OrderChangesProposedBySupplier', 'OrderLinesAcceptedBySupplier'],
		['buyerDecided', 'OrderChangesProposalApprovedByBuyer', 'OrderChangesProposedBySupplier'],
		['shipped', 'OrderLinesShippedByBuyer', 'OrderLinesReissuedByBuyer'],
		['documents', 'OrderDocumentsAttachedBySupplier', 'ShipmentIssuedBySupplier'],
		['shipment', 'ShipmentIssuedBySupplier', 'OrderDocumentsAttachedBySupplier'],
	])('%s lets %s through, and not %s', async (triggerOn, one, other) => {
		expect(await started(triggerOn, one)).toBe(true);
		if (other) expect(await started(triggerOn, other)).toBe(false);
	});

	test('holding what this version of the package does not know has Tradecloud call again', async () => {
		const { log, ...outcome } = await callWith({ triggerOn: 'fullMoon' });
		expect(outcome).toEqual({ status: 503, started: 0 });
		expect(log).toEqual([expect.stringMatching(/'Trigger On' holds something that is not among/)]);
	});
});

describe("'Allowed IPs'", () => {
	const given = (allowedIps: string) => callWith({ options: { allowedIps } });

	test.each(['', '127.0.0.1', "={{ '127.0.0.1' }}"])(
		'%j lets the caller in',
		async (allowedIps) => {
			expect(await given(allowedIps)).toMatchObject({ status: 200, started: 1 });
		},
	);

	// Nobody is let in whom the user did not mean, and no event is lost.
	test.each([
		['={{ $json.none }}', /'Allowed IPs' gives no text/],
		['={{ null }}', /'Allowed IPs' gives no text/],
		['={{ 7 }}', /'Allowed IPs' gives no text/],
		[' , ', /'Allowed IPs' holds no IP address/],
		['localhost', /'Allowed IPs' holds 'localhost', which is not an IP address/],
	])('%j lets in nobody, and has Tradecloud call again', async (allowedIps, reason) => {
		const { log, ...outcome } = await given(allowedIps);
		expect(outcome).toEqual({ status: 503, started: 0 });
		expect(log).toEqual([expect.stringMatching(reason)]);
	});
});
