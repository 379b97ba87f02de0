/** The parameters of the polling trigger. */
import type { INodeProperties } from 'n8n-workflow';

import { companyId } from '../actions/companyId';
import { processStatuses } from '../model/statuses';

const ofOrders = { show: { resource: ['order', 'singleDeliveryOrder'] } };

export const parameters: INodeProperties[] = [
	{
		displayName:
			'Tradecloud recommends asking every five minutes or so. To hear of changes at once, let Tradecloud call the Tradecloud Trigger.',
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
				value: 'order',
				description: 'Purchase orders with all their lines',
			},
			{
				name: 'Order in Single Delivery Form',
				value: 'singleDeliveryOrder',
				description: 'Purchase orders with one delivery for each line',
			},
			{
				name: 'Shipment',
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
			"Only orders in one of these statuses; none chosen means all. To get confirmed lines early, choose Confirmed and In Progress, and look at each line's own status.",
		displayOptions: ofOrders,
	},
	{
		...companyId,
		description:
			'Only what belongs to this company; empty means all for which the user is authorised',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		default: 'now',
		description:
			'Where the published workflow begins. It goes on from there by itself; another choice begins anew.',
		options: [
			{
				name: 'Date',
				value: 'date',
				description: 'What was changed after a date, the oldest change first',
			},
			{
				name: 'Everything',
				value: 'everything',
				description: 'All that Tradecloud has, the oldest change first',
			},
			{
				name: 'Now',
				value: 'now',
				description: 'What is changed from now on',
			},
		],
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'A time without a zone is one of the workflow',
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
				name: 'None',
				value: 'none',
				description: 'Every change starts the workflow, with all lines of the order',
			},
			{
				name: 'Requests of the Buyer',
				value: 'buyer',
				description:
					'Leaves out lines with an open reopen or reconfirmation request, and orders of such lines alone',
			},
			{
				name: 'Requests of the Supplier',
				value: 'supplier',
				description:
					'Leaves out lines with an open proposal, reopen or reschedule request, and orders of such lines alone',
			},
		],
		displayOptions: ofOrders,
	},
];
