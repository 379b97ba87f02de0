/** The parameters of the trigger, and the words of its panel. */
import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

import { eventOptions } from '../model/events';

const steps = (urls: string, last: string) => `
	<ol>
		<li>In the credential, choose a <b>Webhook Username</b> and a <b>Webhook Password</b>.</li>
		<li>In the Tradecloud portal, open <b>My company → Settings</b> and add a webhook integration
			for order events, order documents events or shipment events.</li>
		<li>Choose the method there and paste the <b>${urls} URL</b> that stands on the left for it.
			POST: as it is.
			GET: with <code>{orderId}</code> in place of <code>:orderId</code>, or the other GET URL
			followed by <code>?orderId={orderId}</code> (shipments:
			<code>?shipmentId={shipmentId}</code>).</li>
		<li>Choose <b>Basic authentication</b> there and enter the same username and password. ${last}</li>
	</ol>`;

export const triggerPanel: TriggerPanelDefinition = {
	header: 'Have Tradecloud call this workflow',
	executionsHelp: {
		inactive: `<b>To test</b>, listen for a test event and let Tradecloud call within two minutes:
			${steps('Test', 'Then change an order.')}
			<b>For daily work</b>, publish the workflow and paste the <b>Production URL</b> in place of the
			test URL. Its executions then show up in the executions list, not in the editor.`,
		active: `<b>For daily work</b>, this workflow is published:
			${steps('Production', 'From then on Tradecloud calls it.')}
			<b>To test</b>, listen for a test event and use the <b>Test URL</b> in the same way.`,
	},
	activationHint:
		'Publish the workflow when you have finished building it, and paste the Production URL into the Tradecloud portal.',
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
		],
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: [],
		options: eventOptions,
		description:
			'The events that start the workflow; none chosen means all. It applies to POST alone: a GET call does not tell its event.',
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
				description: 'As soon as n8n has stored the call',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description:
					'When the workflow is done. If it stops with an error, Tradecloud calls again later.',
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
					'The only addresses from which calls are accepted, separated by commas; ranges such as 10.0.0.0/8 are possible. Tradecloud calls from 35.204.224.107 and 34.90.20.233 (production) and 35.204.36.162 (acceptance). Behind a proxy, set N8N_PROXY_HOPS.',
			},
			{
				displayName: 'Fetch Order',
				name: 'fetchOrder',
				type: 'boolean',
				default: false,
				description:
					"Whether to fetch the whole order with all its lines and put it out as 'order'. It needs the API fields of the credential. When Tradecloud cannot give the order, it is asked to call again later.",
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
		],
	},
];
