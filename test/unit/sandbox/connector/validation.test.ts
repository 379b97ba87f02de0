/** Each message of `api-connector`, and each command on an order: the least that passes, and what does not. */
import type { z } from 'zod';
import { Problem } from '../../../sandbox/http/problem';
import * as commands from '../../../sandbox/v2/validation/commands';
import { deliveriesBody } from '../../../sandbox/v2/validation/deliveries';
import { deliveryHistoryBody } from '../../../sandbox/v2/validation/deliveryHistory';
import { despatchAdviceBody } from '../../../sandbox/v2/validation/despatchAdvice';
import { documentsBody } from '../../../sandbox/v2/validation/documents';
import { forecastBody } from '../../../sandbox/v2/validation/forecast';
import { indicatorsBody } from '../../../sandbox/v2/validation/indicators';
import { orderBody } from '../../../sandbox/v2/validation/order';
import { orderResponseBody } from '../../../sandbox/v2/validation/orderResponse';
import { singleDeliveryBody } from '../../../sandbox/v2/validation/singleDeliveryOrder';
import { slimstockBody } from '../../../sandbox/v2/validation/slimstockForecast';
import { accepted } from '../../../sandbox/v2/validation/validate';

const order = { supplierAccountNumber: 'S-1', purchaseOrderNumber: 'PO-1' };
const known = { purchaseOrderNumber: 'PO-1' };
const lines = [{ position: '10' }];
const delivery = { date: '2034-03-06', quantity: 1 };
const response = { buyerAccountNumber: 'B-1', purchaseOrderNumber: 'PO-1' };
const header = { supplierAccountNumber: 'S-1', forecastNumber: 'F-1' };
const item = { buyerItemNumber: 'I-1', buyerItemName: 'Bracket' };
const advice = {
	header: {
		buyerAccountNumber: 'B-1',
		despatchAdviceNumber: 'DA-1',
		shipment: { shipmentNumber: 'SN-1' },
	},
	lines: [
		{
			despatchAdviceLinePosition: '1',
			purchaseOrderNumber: 'PO-1',
			purchaseOrderLinePosition: '10',
			despatchQuantity: 5,
		},
	],
};
const answer = { purchaseOrderLinePosition: '10', indicators: { accepted: true } };

interface Example {
	schema: z.ZodTypeAny;
	minimal: object;
	/** With the path that is found to be wrong. */
	refused: [body: object, path: string];
}

const examples: Record<string, Example> = {
	'an order': {
		schema: orderBody,
		minimal: { order, lines },
		refused: [
			{ order: { ...order, purchaseOrderNumber: 4711 }, lines },
			'order.purchaseOrderNumber',
		],
	},
	'an order that cancels all lines': {
		schema: orderBody,
		minimal: { order: { ...order, indicators: { cancelLineWhenMissing: true } } },
		refused: [{ order, lines: [] }, 'lines'],
	},
	'an order with a single delivery': {
		schema: singleDeliveryBody,
		minimal: { order, lines },
		refused: [
			{ order, lines: [{ position: '10', scheduledDelivery: { date: '31-12-2034' } }] },
			'lines[0].scheduledDelivery.date',
		],
	},
	indicators: {
		schema: indicatorsBody,
		minimal: { order: known, lines: [{ position: '10', indicators: { shipped: true } }] },
		refused: [{ order: { ...known, indicators: { shipped: 'yes' } } }, 'order.indicators.shipped'],
	},
	deliveries: {
		schema: deliveriesBody,
		minimal: { order: known, lines: [{ position: '10', deliveries: [delivery] }] },
		refused: [{ order: known, lines }, 'lines[0].deliveries'],
	},
	'a delivery history': {
		schema: deliveryHistoryBody,
		minimal: { order: known, lines: [{ position: '10', deliveryHistory: [] }] },
		refused: [{ order: known, lines }, 'lines[0].deliveryHistory'],
	},
	documents: {
		schema: documentsBody,
		minimal: { order: { ...known, documents: [{ name: 'drawing.pdf' }] } },
		refused: [{ order: { ...known, documents: Array(101).fill({}) } }, 'order.documents'],
	},
	'an order response': {
		schema: orderResponseBody,
		minimal: { order: response, lines: [answer] },
		refused: [{ order: response, lines: [{ purchaseOrderLinePosition: '10' }] }, 'lines[0]'],
	},
	'an order response with what is known so far': {
		schema: orderResponseBody,
		minimal: {
			order: response,
			lines: [{ purchaseOrderLinePosition: '10', deliverySchedule: [{ date: '', quantity: 5 }] }],
		},
		refused: [
			{ order: response, lines: [{ ...answer, indicators: { accepted: true, rejected: true } }] },
			'lines[0]',
		],
	},
	'a despatch advice': {
		schema: despatchAdviceBody,
		minimal: advice,
		refused: [
			{
				...advice,
				header: {
					...advice.header,
					shipment: { shipmentNumber: 'SN-1', departure: { location: {} } },
				},
			},
			'header.shipment.departure.location.id',
		],
	},
	'a forecast': {
		schema: forecastBody,
		minimal: { header, lines: [{ item }] },
		refused: [
			{ header, lines: [{ item: { buyerItemName: 'Bracket' } }] },
			'lines[0].item.buyerItemNumber',
		],
	},
	'a Slimstock forecast': {
		schema: slimstockBody,
		minimal: { header, lines: [{ ...item, startDate: '2034-03-15' }] },
		refused: [{ header, lines: [{ ...item, startDate: '2034-03-15', M3: 'many' }] }, 'lines[0].M3'],
	},
	'an approval': {
		schema: commands.approval,
		minimal: { linePositions: ['10'] },
		refused: [{ linePositions: [] }, 'linePositions'],
	},
	'a rejection': {
		schema: commands.rejection,
		minimal: { linePositions: ['10'], reason: 'Too late' },
		refused: [{ linePositions: ['10'] }, 'reason'],
	},
	'the approval of a new schedule': {
		schema: commands.rescheduleApproval,
		minimal: {},
		refused: [{ version: '1' }, 'version'],
	},
	'the rejection of a new schedule': {
		schema: commands.rescheduleRejection,
		minimal: { reason: 'Too late' },
		refused: [{}, 'reason'],
	},
	'a reversion': {
		schema: commands.revert,
		minimal: { linePositions: ['10'] },
		refused: [{}, 'linePositions'],
	},
	'a new contact': {
		schema: commands.reassignment,
		minimal: { userId: 'u-1' },
		refused: [{}, 'userId'],
	},
	'the logistics of deliveries': {
		schema: commands.deliveryLogistics,
		minimal: { deliverySchedule: [{ position: '1', status: 'Shipped' }] },
		refused: [
			{ deliverySchedule: [{ position: '1', status: 'Lost' }] },
			'deliverySchedule[0].status',
		],
	},
};

describe.each(Object.entries(examples))('%s', (_, { schema, minimal, refused }) => {
	it('passes with the least', () => {
		expect(pathsIn(minimal, schema)).toEqual([]);
	});

	it('is refused where a page forbids it, with the path', () => {
		const [body, path] = refused;
		expect(pathsIn(body, schema)).toEqual([path]);
	});
});

it.each(['a b', 'tab\t', '', 'in\u200Bvisible', 'soft\u00ADhyphen', 'nul\u0000', ' '])(
	'%j is no identifier',
	(purchaseOrderNumber) => {
		const body = { order: { ...order, purchaseOrderNumber }, lines };
		expect(pathsIn(body, orderBody)).toEqual(['order.purchaseOrderNumber']);
	},
);

function pathsIn(body: object, schema: z.ZodTypeAny): string[] {
	try {
		accepted(body, schema);
		return [];
	} catch (problem) {
		if (!(problem instanceof Problem) || problem.status !== 400) throw problem;
		const { errors } = problem.details as { errors: { path: string }[] };
		return errors.map(({ path }) => path);
	}
}
