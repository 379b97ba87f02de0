/** A valid body of each message, for rules that take something out of it or spoil it. */
import {
	answer,
	delivery,
	firstDate,
	forecastLine,
	line,
	singleLine,
	slimstockLine,
	type Body,
} from './bodies';
import type { Answer } from './client';
import { TestOrder } from './order';
import type { Need } from './rule';
import { adviceBody } from './shipment';
import type { World } from './world';

export interface Message {
	/** As a sentence names it. */
	name: string;
	/** Below `/api-connector/`. */
	path: string;
	needs: readonly Need[];
	body(world: World): Promise<Body>;
}

/** Sends a body of this kind. */
export function post(world: World, { path, needs }: Message, body: Body): Promise<Answer> {
	const client = needs.includes('supplier') ? world.supplier : world.buyer;
	return client.post(`/api-connector/${path}`, body);
}

const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;

/** An order that such messages may be about; no rule relies on what becomes of it. */
const victim = (world: World) =>
	world.once('an order to send about', () => TestOrder.issued(world));

const netWeight = { netWeight: 2.5, netWeightUnitOfMeasureIso: 'KGM' };
const place = { locationType: 'FinalDestination', id: '8712345678906', names: ['Yard 3'] };

/** A message of a buyer about an order that is there. */
function about(name: string, subject: string, own: Body, beside: Body = {}): Message {
	return {
		name,
		path: `order/${subject}`,
		needs: buyer,
		async body(world) {
			const order = { purchaseOrderNumber: (await victim(world)).number };
			return { order, lines: [{ position: '00010', ...own }], ...beside };
		},
	};
}

export const order: Message = {
	name: 'an order',
	path: 'order',
	needs: buyer,
	async body(world) {
		const own = line('00010', { lineType: 'Item', itemDetails: netWeight });
		const beside = { erpIssueDateTime: '2034-01-31T08:15:00' };
		const planned = await TestOrder.planned(world);
		const destination = { code: 'N8NTEST-WH7', names: ['Warehouse 7'], countryCodeIso2: 'NL' };
		return planned.body([own], { order: { orderType: 'Purchase', destination }, beside });
	},
};

export const singleOrder: Message = {
	name: 'an order with single deliveries',
	path: 'order/single-delivery',
	needs: buyer,
	async body(world) {
		return (await TestOrder.planned(world)).body([singleLine('0001')]);
	},
};

export const indicators = about('a message of indicators', 'indicators', {
	indicators: { shipped: false },
});

export const deliveries = about(
	'a message of deliveries',
	'deliveries',
	{ deliveries: [delivery('1', '2034-02-01', 1)] },
	{ erpLastChangeDateTime: '2034-02-01T16:00:00', erpLastChangedBy: { userName: 'jvisser' } },
);

export const deliveryHistory = about('a delivery history', 'deliveryHistory', {
	deliveryHistory: [delivery('1', '2034-02-01', 1)],
});

export const documents = about('a message of documents', 'documents', {
	documents: [{ code: 'N8NTEST-D', name: 'Drawing' }],
});

export const response: Message = {
	name: 'an order response',
	path: 'order-response',
	needs: both,
	async body(world) {
		return await (await victim(world)).responseBody([answer('00010')]);
	},
};

export const despatchAdvice: Message = {
	name: 'a despatch advice',
	path: 'shipment/despatch-advice',
	needs: both,
	async body(world) {
		const departure = { location: place, actualDate: firstDate };
		return await adviceBody(await victim(world), world.number(), {}, { departure });
	},
};

async function forecastOf(world: World, own: Body): Promise<Body> {
	const supplierAccountNumber = await world.supplierAccountNumber();
	return { header: { supplierAccountNumber, forecastNumber: world.number() }, lines: [own] };
}

export const forecast: Message = {
	name: 'a forecast',
	path: 'forecast',
	needs: buyer,
	body: (world) => forecastOf(world, forecastLine()),
};

export const slimstock: Message = {
	name: 'a Slimstock forecast',
	path: 'forecast/slimstock',
	needs: buyer,
	body: (world) => forecastOf(world, slimstockLine()),
};
