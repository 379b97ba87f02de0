/** The parameters of the trigger. */
import type { INodeProperties } from 'n8n-workflow';

import { webhookAuthentications } from '../model/credentialFields';
import { eventGroups, eventOptions } from '../model/events';
import { optionsOf } from '../model/names';
import { setUpSteps } from './panel';
import { anyEvent, asRows, chosenEvents, eventAndOrder } from './settings';

export const parameters: INodeProperties[] = [
	...setUpSteps,
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'basicAuth',
		description:
			'How Tradecloud proves who it is; the same as in the webhook settings of the Tradecloud portal',
		options: webhookAuthentications,
	},
	{
		displayName: 'Method in the Portal',
		name: 'portalMethod',
		type: 'options',
		noDataExpression: true,
		default: 'POST',
		description: 'Which URL to show for the Tradecloud portal. Those of both methods always work.',
		options: optionsOf({
			GET: 'The original webhook, for integrations that were set up before November 2024',
			POST: 'The only method that the portal offers today',
		}),
	},
	{
		displayName:
			'For shipments, end the URL with ?shipmentId={shipmentId} instead. Such a call does not tell its event: each starts the workflow.',
		name: 'getNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { portalMethod: ['GET'] } },
	},
	// The list of nodes offers the options of what is called 'Trigger On' as ways to start a workflow.
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'options',
		noDataExpression: true,
		default: chosenEvents,
		options: [
			{
				name: 'Any Event',
				value: anyEvent,
				action: 'On any event',
				description: 'When anything happens to an order, its documents or a shipment',
			},
			...eventGroups.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
			{
				name: 'Chosen Events',
				value: chosenEvents,
				action: 'On events that you choose',
				description: 'When one of the events that you choose below happens; none chosen means all',
			},
		],
		description:
			'What starts the workflow. Choose the same events in the portal. A call of the original webhook (GET) does not tell its event, so it always starts the workflow.',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: [],
		options: eventOptions,
		description: 'The events that start the workflow; none chosen means all',
		displayOptions: { show: { triggerOn: [chosenEvents] } },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		default: 'event',
		description: 'Which data to return',
		options: optionsOf({
			event:
				'What Tradecloud sent: of an order, the lines that changed. A call of the original webhook (GET) holds only the ID.',
			[eventAndOrder]:
				"And the whole order with all its lines, as 'order'. This needs the API fields of the credential.",
			[asRows]:
				'One flat item for each line of the whole order or of the shipment, for a sheet or a database. This needs the API fields of the credential.',
		}),
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		default: 'onReceived',
		description: 'When to answer Tradecloud',
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description:
					'Before the workflow runs. In n8n 2 the call is stored by then, in n8n 1 not yet.',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description:
					'When the workflow has ended. If it stops with an error, Tradecloud calls again later. What the workflow returns is not sent.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Allowed IPs',
				name: 'allowedIps',
				type: 'string',
				default: '',
				placeholder: 'e.g. 35.204.224.107, 34.90.20.233',
				description:
					'Accept calls only from these addresses, separated by commas; ranges such as 10.0.0.0/8 are possible. Tradecloud calls from 35.204.224.107 and 34.90.20.233 (production) and 35.204.36.162 (acceptance). Behind a proxy, set N8N_PROXY_HOPS.',
			},
			{
				displayName: 'Changed Lines Only',
				name: 'changedLinesOnly',
				type: 'boolean',
				default: false,
				description:
					"Whether to leave out lines that did not change: of a shipment, whose events hold all lines, and of the order that 'Output' adds (unless the event comes as tXML or by GET). An order event holds only changed lines anyway.",
			},
			{
				displayName: 'Combine Calls',
				name: 'combineCalls',
				type: 'boolean',
				default: false,
				description:
					'Whether calls that arrive while n8n is storing an execution start the next one together, with an item for each call (100 at most). A call that comes alone is not delayed. Every call is answered once its item is stored.',
				displayOptions: { show: { '/responseMode': ['onReceived'] } },
			},
			{
				displayName: 'Fetch Order',
				name: 'fetchOrder',
				type: 'boolean',
				default: false,
				description:
					"Whether to return event and order. Choose that in 'Output' instead; the option is for nodes that have it already.",
				displayOptions: { show: { '/output': ['event'] } },
			},
			{
				displayName: 'Ignore Duplicates',
				name: 'ignoreDuplicates',
				type: 'boolean',
				default: false,
				description:
					'Whether to ignore a message that was received before (the last 1,000 are remembered)',
				displayOptions: { show: { '/responseMode': ['onReceived'] } },
			},
			{
				displayName: 'OAuth Client ID',
				name: 'oauthClientId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 11112222-bbbb-3333-cccc-4444dddd5555',
				description:
					"Accept only tokens of this application ('azp' or 'appid'): the Client ID that you entered in the Tradecloud portal",
				displayOptions: { show: { '/authentication': ['entraJwt'] } },
			},
			{
				displayName: 'OAuth Role',
				name: 'oauthRole',
				type: 'string',
				default: '',
				placeholder: 'e.g. Webhook.Call',
				description:
					"Accept only tokens with this app role ('roles'), which you gave to Tradecloud's application",
				displayOptions: { show: { '/authentication': ['entraJwt'] } },
			},
		],
	},
];
