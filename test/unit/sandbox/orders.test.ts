/** The sandbox's orders: what is generated, and how it changes. */
import { startSandbox, type Order, type Sandbox } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const orders = () => sandbox.orders.list();
const linesOf = (all: Order[]) => all.flatMap(({ lines }) => lines);

describe('the generated orders', () => {
	it('are the same in every run', async () => {
		const other = closedAfterTest(await startSandbox());
		expect(other.orders.list()).toEqual(orders());
		expect(other.shipments.list()).toEqual(sandbox.shipments.list());
	});

	it('are numbered, 25 of them, and the last has a number that URLs must encode', () => {
		const numbers = orders().map(({ buyerOrder }) => buyerOrder.purchaseOrderNumber);
		expect(numbers).toHaveLength(25);
		expect(numbers.slice(0, 2)).toEqual(['PO-2026-0001', 'PO-2026-0002']);
		expect(numbers.at(-1)).toBe('PO 1/ü+%');
		expect(orders().at(-1)?.id).toBe('f56aa4ce-8ec8-5197-bc26-77716a58add7-PO 1/ü+%');
	});

	it('were updated one after another', () => {
		const stamps = orders().map(({ lastUpdatedAt }) => lastUpdatedAt);
		expect([...new Set(stamps)].sort()).toEqual(stamps);
		expect(stamps[0]).toMatch(/^2026-01-05T\d\d:\d\d:\d\d\.\d{3}Z$/);
	});

	it('show every process status, and requests of every kind on lines in progress', () => {
		const statuses = new Set(orders().map(({ status }) => status.processStatus));
		expect([...statuses].sort()).toEqual(
			['Cancelled', 'Completed', 'Confirmed', 'InProgress', 'Issued', 'Rejected'].sort(),
		);
		const requests = new Set(linesOf(orders()).map(({ status }) => status.inProgressStatus));
		expect([...requests]).toEqual(
			expect.arrayContaining(['OpenSupplierProposal', 'OpenBuyerReopenRequest']),
		);
	});

	it('have one to eight lines of one to three deliveries, priced in two currencies', () => {
		for (const { lines } of orders()) {
			expect(lines.length).toBeGreaterThanOrEqual(1);
			expect(lines.length).toBeLessThanOrEqual(8);
		}
		for (const { deliverySchedule, prices } of linesOf(orders())) {
			expect([1, 2, 3]).toContain(deliverySchedule.length);
			const price = prices.netPrice ?? prices.grossPrice;
			expect(price?.priceInBaseCurrency.currencyIso).toBe('EUR');
			expect(price?.priceInTransactionCurrency.currencyIso).toMatch(/USD|GBP|CHF/);
		}
	});

	it('keep the old schedule on a line while the supplier proposes another', () => {
		const line = linesOf(orders()).find(
			({ status }) => status.inProgressStatus === 'OpenSupplierProposal',
		);
		expect(line?.supplierLine.requests.proposal?.status).toBe('Open');
		expect(line?.deliveryScheduleIncludingRequests).not.toEqual(line?.deliverySchedule);
	});
});

describe('a change of an order', () => {
	it('marks the line and the order as updated now and raises the version', () => {
		const [{ orderId }] = orders();
		const before = structuredClone(sandbox.orders.get(orderId));
		const [line] = sandbox.orders.update(orderId, '10', ({ status }) => {
			status.logisticsStatus = 'Shipped';
		});
		const after = sandbox.orders.get(orderId);
		expect(line).toMatchObject({ status: { logisticsStatus: 'Shipped' } });
		expect(after?.version).toBe(2);
		expect(after?.lastUpdatedAt).toBe(line.lastUpdatedAt);
		expect(line.lastUpdatedAt > String(before?.lastUpdatedAt)).toBe(true);
	});

	it('is later than every change before it, even within a millisecond', () => {
		const stamps = orders().map(({ orderId }) => sandbox.orders.touch(orderId)[0].lastUpdatedAt);
		expect([...new Set(stamps)].sort()).toEqual(stamps);
	});

	it('is refused for an order or line that does not exist', () => {
		expect(() => sandbox.orders.touch('unknown')).toThrow('no order unknown');
		expect(() => sandbox.orders.touch(orders()[0].orderId, ['99'])).toThrow('no line 99');
	});
});
