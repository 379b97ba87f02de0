/** The parameters of the trigger, and the words of its panel. */
import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

import { eventGroups, eventOptions } from '../model/events';
import { anyEvent, chosenEvents } from './settings';

/** The editor shows these centred, so each step is a paragraph and not a list item. */
const steps = [
	'In the credential, choose a <b>Webhook Username</b> and a <b>Webhook Password</b>. (Or fill in the fields there for a Bearer token or for OAuth 2.0, and choose the same under <b>Authentication</b> here.)',
	'In the Tradecloud portal, open <b>My company → Settings</b> and add a webhook integration for order, order documents or shipment events.',
	'Open <b>Webhook URLs</b> here and paste the one for <b>POST</b> into the portal: the <b>Test URL</b> while you build, the <b>Production URL</b> once the workflow is published. (The URLs for GET are for the original webhook, which the portal no longer offers: write <b>{orderId}</b> in place of <b>:orderId</b>, or add <b>?orderId={orderId}</b> to the shorter URL, for shipments <b>?shipmentId={shipmentId}</b>.)',
	'In the portal, choose Basic authentication with the same username and password, or what you chose under <b>Authentication</b> here.',
]
	.map((step, index) => `<b>${index + 1}.</b> ${step}`)
	.join('<br /><br />');

/** What the portal asks for (manual: connectors/webhooks/portal-setup.md). */
const oauthInPortal = [
	'In the Tradecloud portal, choose OAuth and enter:',
	'<b>Authentication URL</b>: the token endpoint of your own tenant, e.g. https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
	'<b>Client ID</b> and <b>Client Secret</b>: those of the app registration that stands for Tradecloud',
	"<b>Scope</b>: the API that 'Entra Audience' of the credential names, and <b>/.default</b> behind it, e.g. api://11112222-bbbb-3333-cccc-4444dddd5555/.default",
].join('<br />');

export const triggerPanel: TriggerPanelDefinition = {
	header: 'Have Tradecloud call this workflow',
	activationHint: steps,
	executionsHelp: {
		inactive:
			'<b>While you build</b>, paste the <b>Test URL</b> into the portal and click the button above. n8n then waits two minutes for one call of Tradecloud, and shows it here.<br /><br /><b>When you are done</b>, publish the workflow and paste the <b>Production URL</b> into the portal. From then on every call starts the workflow; its executions show up in the <a data-key="executions">executions list</a>.',
		active:
			'<b>This workflow is published</b>: every call of the <b>Production URL</b> starts it, and its executions show up in the <a data-key="executions">executions list</a>.<br /><br /><b>To try changes</b>, paste the <b>Test URL</b> into the portal for a moment and click the button above. n8n then waits two minutes for one call of Tradecloud, and shows it here.',
	},
};

export const parameters: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'basicAuth',
		description:
			'How Tradecloud proves who it is; the same as in the webhook settings of the Tradecloud portal',
		options: [
			{
				name: 'Basic Auth',
				value: 'basicAuth',
				description: "With 'Webhook Username' and 'Webhook Password' of the credential",
			},
			{
				name: 'Bearer Token',
				value: 'bearerAuth',
				description: "With 'Webhook Token' of the credential",
			},
			{
				name: 'OAuth 2.0 (Microsoft Entra)',
				value: 'entraJwt',
				description:
					"With tokens of 'Entra Authority' for 'Entra Audience' of the credential. Tradecloud offers it only for order and order documents events, not for shipment events.",
			},
		],
	},
	{
		displayName: oauthInPortal,
		name: 'oauthNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['entraJwt'] } },
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
				description: 'When one of those happens that you choose below; none chosen means all',
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
					"Whether to leave out lines that did not change: of a shipment, whose events hold all lines, and of the order that 'Fetch Order' adds (unless the event comes as tXML or by GET). An order event holds only changed lines anyway.",
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
					"Whether to fetch the whole order with all its lines and add it as 'order'. It needs the API fields of the credential. When Tradecloud does not return the order within four seconds, it is asked to call again later. An event without an order is passed on as it came.",
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
