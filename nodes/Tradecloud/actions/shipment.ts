/** The resource for shipments. Sending an advice again is safe: Tradecloud matches the number. */
import type { INodeProperties } from 'n8n-workflow';

import { shipmentRows } from '../model/flatRow';
import { despatchAdvice } from '../model/messages/despatchAdvice';
import { pollAll } from '../transport/poll';
import { resendShipment, shipmentById } from '../transport/shipments';
import { companyIdFilter } from './companyId';
import {
	changedLinesOnly,
	changedSince,
	filtersField,
	filtersOf,
	limitFields,
	linesToReturn,
	upToLimit,
} from './many';
import { sendOperation } from './message/send';
import { json, type Operation, type Resource } from './operation';
import { outputField, outputFor, type Forms } from './output';
import { Parameters } from './parameters';

const shipmentIdField: INodeProperties = {
	displayName: 'Shipment',
	name: 'shipmentId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		"The shipment. After a Tradecloud Trigger, choose 'By ID' and drag its 'shipmentId' here.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a shipment...',
			typeOptions: { searchListMethod: 'searchShipments', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 0c1f7a52-5b4e-5d0a-9f43-2e6d1c8b7a90-SH123456',
			hint: 'The shipmentId from a Tradecloud Trigger',
		},
	],
};

export const shipmentForms: Forms = {
	raw: {
		description: 'The whole shipment as Tradecloud sent it, with its shipmentId',
		of: (shipment) => [shipment],
	},
	rows: {
		description:
			'One flat item for each line of the shipment, for a sheet or a database: order, item, quantity, package, dates',
		of: shipmentRows,
	},
};

const get: Operation = {
	value: 'get',
	action: 'Get shipment',
	description: 'Fetch one shipment with all its lines and documents, by its ID',
	kind: 'read',
	fields: [shipmentIdField, outputField(shipmentForms)],
	async execute(caller) {
		const outputOf = outputFor(caller, shipmentForms);
		const shipmentId = new Parameters(caller).requiredText(shipmentIdField);
		return json(outputOf(await shipmentById(caller, shipmentId)));
	},
};

const getMany: Operation = {
	value: 'getMany',
	action: 'Get many shipments',
	description: 'List shipments, by the time of their last change',
	kind: 'read',
	fields: [
		...limitFields,
		filtersField('Which shipments to get; all without a filter', [
			changedLinesOnly,
			changedSince,
			{
				...companyIdFilter,
				description:
					'Only shipments from or to this company. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		]),
		outputField(shipmentForms),
	],
	async execute(caller) {
		const filters = filtersOf(caller);
		const withLines = linesToReturn(filters);
		const outputOf = outputFor(caller, shipmentForms);
		const wanted = {
			what: 'shipment' as const,
			companyId: filters.text(companyIdFilter),
			lastUpdatedAfter: filters.time(changedSince),
		};
		return await upToLimit(
			caller,
			(limit) => pollAll(caller, wanted, limit),
			(shipments) => shipments.flatMap((shipment) => outputOf(withLines(shipment))),
		);
	},
};

const sendDespatchAdvice = sendOperation({
	value: 'sendDespatchAdvice',
	action: 'Send despatch advice',
	description: 'As a supplier, announce goods that are on their way to the buyer',
	kind: 'despatchAdvice',
	message: despatchAdvice,
});

/** Repeating it is safe: an event may come twice in any case. */
const resend: Operation = {
	value: 'resend',
	action: 'Resend shipment',
	description:
		'Let Tradecloud send a shipment to your webhook once more, for instance after an outage',
	kind: 'repeatable',
	fields: [shipmentIdField],
	async execute(caller) {
		const shipmentId = new Parameters(caller).requiredText(shipmentIdField);
		return json({ shipmentId, ...(await resendShipment(caller, shipmentId)) });
	},
};

export const shipment: Resource = {
	value: 'shipment',
	description: 'Goods on their way from supplier to buyer',
	operations: [get, getMany, sendDespatchAdvice, resend],
};
