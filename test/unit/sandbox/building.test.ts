/** The orders and shipments that a sandbox starts with, and those that a test builds. */
import { startSandbox, type OrderLine, type Sandbox } from '../../sandbox';
import { aShipment, anOrder, storeOrder, type WantedLine } from '../../sandbox/build';
import { closedAfterTest } from '../../sandbox/cleanup';
import { rollUpStatus } from '../../sandbox/data/status';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = closedAfterTest(await startSandbox());
});

const lineOf = (wanted: WantedLine): OrderLine => anOrder({ lines: [wanted] }).lines[0];

describe('the orders that a sandbox starts with', () => {
	it('are the same in every run', async () => {
		const other = closedAfterTest(await startSandbox());
		expect(other.orders.list()).toEqual(sandbox.orders.list());
		expect(other.shipments.list()).toEqual(sandbox.shipments.list());
	});

	it('have the status that their lines make together', () => {
		for (const order of sandbox.orders.list()) {
			const { status } = structuredClone(order);
			rollUpStatus(order);
			expect(order.status).toEqual(status);
		}
	});

	it('belong to four suppliers, each a company of its own', () => {
		const suppliers = sandbox.orders.list().map(({ buyerOrder, supplierOrder }) => {
			return `${buyerOrder.supplierAccountNumber} ${supplierOrder.companyId}`;
		});
		expect(new Set(suppliers).size).toBe(4);
	});
});

describe('the status of an order', () => {
	it.each([
		['Issued', ['Issued', 'Issued']],
		['InProgress', ['Confirmed', 'Issued']],
		['InProgress', ['InProgress', 'Confirmed', 'Issued']],
		['InProgress', ['Rejected', 'Issued']],
		['Confirmed', ['Confirmed', 'Cancelled', 'Completed']],
		['Rejected', ['Rejected', 'Rejected']],
		['Completed', ['Completed', 'Cancelled']],
		['Cancelled', ['Cancelled', 'Cancelled']],
	] as const)('is %s where its lines are %j', (expected, statuses) => {
		const order = anOrder({ lines: statuses.map((processStatus) => ({ processStatus })) });
		expect(order.status.processStatus).toBe(expected);
	});

	it.each([
		['Open', ['Open', 'Delivered']],
		['Shipped', ['Shipped', 'Delivered', 'Cancelled']],
		['Cancelled', ['Cancelled']],
	] as const)('is %s where its lines are %j on their way', (expected, statuses) => {
		const order = anOrder({ lines: statuses.map((logisticsStatus) => ({ logisticsStatus })) });
		expect(order.status.logisticsStatus).toBe(expected);
	});
});

describe('a line in progress', () => {
	it.each([
		['OpenSupplierProposal', 'supplierLine.requests.proposal', false],
		['OpenSupplierReopenRequest', 'supplierLine.requests.reopenRequest', true],
		['OpenBuyerReopenRequest', 'buyerLine.requests.reopenRequest', true],
	] as const)('keeps its old values while there is an %s', (inProgressStatus, where, isAgreed) => {
		const line = lineOf({ inProgressStatus });
		expect(line.status).toMatchObject({ processStatus: 'InProgress', inProgressStatus });
		expect(line).toHaveProperty(where, expect.objectContaining({ status: 'Open' }));
		expect(line.deliveryScheduleIncludingRequests).not.toEqual(line.deliverySchedule);
		expect(line.confirmedLine !== undefined).toBe(isAgreed);
	});

	it('shows what a rejected proposal asked for no longer', () => {
		const line = lineOf({ inProgressStatus: 'RejectedSupplierProposal' });
		expect(line.supplierLine.requests.proposal?.status).toBe('Rejected');
		expect(line.deliveryScheduleIncludingRequests).toEqual(line.deliverySchedule);
	});

	it('has a delivery without a position where the supplier splits one', () => {
		const line = lineOf({ inProgressStatus: 'OpenSupplierProposal' });
		expect(line.deliveryScheduleIncludingRequests).toMatchObject([
			{ position: '1', quantity: 50 },
			{ quantity: 50 },
		]);
		expect(line.deliveryScheduleIncludingRequests[1]).not.toHaveProperty('position');
	});
});

it('a shipment brings its lines in load carriers, or in none', () => {
	const order = anOrder({ lines: [{}, {}, {}] });
	const shipment = aShipment({ order, inPackage: ['20'] });
	expect(shipment.id).toBe(`${order.supplierOrder.companyId}-SH-1`);
	expect(shipment.loadCarriers).toMatchObject([{ lines: [{ purchaseOrderLinePosition: '20' }] }]);
	expect(shipment.lines).toMatchObject([
		{ purchaseOrderLinePosition: '10' },
		{ purchaseOrderLinePosition: '30' },
	]);
});

describe('a change of an order', () => {
	it('marks the line and the order as updated now and raises the version', () => {
		const { id } = storeOrder(sandbox, { lines: [{}, {}] });
		const before = structuredClone(sandbox.orders.get(id));
		const [line] = sandbox.orders.update(id, '10', ({ status }) => {
			status.logisticsStatus = 'Shipped';
		});
		const after = sandbox.orders.get(id);
		expect(after?.version).toBe(Number(before?.version) + 1);
		expect(after?.lastUpdatedAt).toBe(line.lastUpdatedAt);
		expect(after?.lines[1].lastUpdatedAt).toBe(before?.lines[1].lastUpdatedAt);
	});

	it('is later than every change before it, even within a millisecond', () => {
		const stamps = sandbox.orders.list().map(({ id }) => sandbox.orders.touch(id)[0].lastUpdatedAt);
		expect([...new Set(stamps)].sort()).toEqual(stamps);
	});

	it('is refused for an order or line that does not exist', () => {
		const [{ id }] = sandbox.orders.list();
		expect(() => sandbox.orders.touch('unknown')).toThrow('no order unknown');
		expect(() => sandbox.orders.touch(id, ['99'])).toThrow('no line 99');
	});
});
