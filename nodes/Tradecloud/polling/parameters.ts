/** The parameters of the polling trigger. */
import type { INodeProperties } from 'n8n-workflow';

import { companyId } from '../actions/companyId';
import { orderForms } from '../actions/order/output';
import { outputField } from '../actions/output';
import { shipmentForms } from '../actions/shipment';
import { optionsOf } from '../model/names';
import { processStatuses } from '../model/statuses';

const ofOrders = { show: { resource: ['order', 'singleDeliveryOrder'] } };

export const parameters: INodeProperties[] = [
	{
		displayName:
			'Tradecloud recommends asking every five minutes or so. To learn of changes at once, let Tradecloud call the Tradecloud Trigger.',
		name: 'intervalNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'order',
		description: 'What starts the workflow when it is new or changed',
		options: [
			{
				name: 'Order',
				action: 'On new or changed order',
				value: 'order',
				description: 'Purchase orders with all their lines',
			},
			{
				name: 'Order in Single Delivery Form',
				action: 'On new or changed order in single delivery form',
				value: 'singleDeliveryOrder',
				description: 'Purchase orders with one delivery for each line',
			},
			{
				name: 'Shipment',
				action: 'On new or changed shipment',
				value: 'shipment',
				description: 'Shipments with all their lines and documents',
			},
		],
	},
	{
		displayName: 'Process Status',
		name: 'processStatus',
		type: 'multiOptions',
		default: [],
		options: processStatuses,
		description:
			"Only orders in one of these statuses; none chosen means all. An order is Confirmed only when all of its lines are agreed, and In Progress from the first one on: to get confirmed lines early, choose both, and look at each line's own status.",
		displayOptions: ofOrders,
	},
	{
		...companyId,
		description:
			'Only what this company buys or supplies; empty means all for which the user is authorised',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		default: 'now',
		description:
			'Where the published workflow begins. It continues from there. Another choice, or a credential of another environment or user, starts over.',
		options: optionsOf({
			date: 'What was changed after a date, the oldest change first',
			everything: 'All that Tradecloud has, the oldest change first',
			now: 'What is changed from now on',
		}),
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '',
		required: true,
		description: "Times without a time zone use the workflow's time zone",
		displayOptions: { show: { startFrom: ['date'] } },
	},
	{
		displayName: 'Skip Own Requests',
		name: 'skipOwnRequests',
		type: 'options',
		default: 'none',
		description:
			'Whose open requests to leave out. While a request of your own is open, its line still shows the old dates and prices.',
		options: [
			{
				name: 'All Lines in Progress',
				value: 'inProgress',
				description:
					'Leaves out all lines that are in progress, and orders with no other lines: the simplest choice if the workflow does not handle requests',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Leaves out nothing',
			},
			{
				name: 'Requests of the Buyer',
				value: 'buyer',
				description:
					'Leaves out lines with an open reopen or reconfirmation request, and orders with only such lines',
			},
			{
				name: 'Requests of the Supplier',
				value: 'supplier',
				description:
					'Leaves out lines with an open proposal, reopen or reschedule request, and orders with only such lines',
			},
		],
		displayOptions: ofOrders,
	},
	{ ...outputField(orderForms), displayOptions: ofOrders },
	{ ...outputField(shipmentForms), displayOptions: { show: { resource: ['shipment'] } } },
	{
		displayName: 'Changed Lines Only',
		name: 'changedLinesOnly',
		type: 'boolean',
		default: false,
		description:
			"Whether to return only the lines that changed since the last poll. If only the header changed, the list of lines is empty. Lines that changed before their order came into one of the statuses of 'Process Status' are left out too.",
	},
];
