/** The form of the credential `tradecloudApi`. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { generations } from './credential';
import { optionsOf } from './names';
import { support } from './support';

const forApi = { useFor: ['api', 'both'] };

const environments = {
	production: 'For real orders',
	acceptance: 'For testing, with its own data',
	custom: 'An address of your own, entered below',
};

function environment(apiVersion: string, names: Record<string, string>): INodeProperties {
	return {
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		default: 'production',
		description: 'Where your company works; Custom is for an address that Tradecloud told you',
		options: optionsOf(names),
		displayOptions: { show: { ...forApi, apiVersion: [apiVersion] } },
	};
}

/** How Tradecloud may prove who it is when it calls. */
export const webhookAuthentications: INodePropertyOptions[] = [
	{
		name: 'Basic Auth',
		value: 'basicAuth',
		description: 'A user name and a password that you choose yourself',
	},
	{
		name: 'Bearer Token',
		value: 'bearerAuth',
		description: 'A long secret that you choose yourself',
	},
	{
		name: 'OAuth 2.0 (Microsoft Entra)',
		value: 'entraJwt',
		description:
			'A token of Microsoft Entra ID, AD FS or Azure AD B2C. Tradecloud offers it only for order and order documents events, not for shipment events.',
	},
];

const text = { type: 'string', default: '' } as const;
const secret = { ...text, typeOptions: { password: true } };

function authenticatedBy(webhookAuthentication: string): Pick<INodeProperties, 'displayOptions'> {
	const show = { useFor: ['webhook', 'both'], webhookAuthentication: [webhookAuthentication] };
	return { displayOptions: { show } };
}

/** The fields of the form, of which it shows only those that the choices in it call for. */
const shown: INodeProperties[] = [
	{
		displayName: 'Use For',
		name: 'useFor',
		type: 'options',
		default: 'both',
		description: 'Which of the nodes use this credential',
		options: [
			{
				name: 'API',
				value: 'api',
				description: 'The Tradecloud node and the Poll Trigger, which call Tradecloud',
			},
			{ name: 'API and Webhook', value: 'both', description: 'All three nodes' },
			{
				name: 'Webhook',
				value: 'webhook',
				description: 'The Tradecloud Trigger, which Tradecloud calls',
			},
		],
	},
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'options',
		default: 'v2',
		description: 'Which generation of Tradecloud your company works with',
		options: [
			{
				name: generations.v2,
				value: 'v2',
				description: 'The portal of your company is at tradecloud1.com',
			},
			{
				name: generations.v1,
				value: 'v1',
				description: 'The portal of your company is at tradecloud.nl',
			},
		],
		displayOptions: { show: forApi },
	},
	environment('v2', environments),
	environment('v1', { ...environments, test: 'For testing new features of Tradecloud' }),
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		...text,
		placeholder: 'e.g. https://api.tradecloud1.com/v2',
		description: 'The whole address with the API version at its end. It must begin with https.',
		displayOptions: { show: { ...forApi, environment: ['custom'] } },
	},
	{
		displayName: 'Username',
		name: 'username',
		...text,
		placeholder: 'e.g. integration@your-company.com',
		description: `The email address of your integration user. It needs the role 'integration', which ${support} gives, and no two-factor login.`,
		displayOptions: { show: forApi },
	},
	{
		displayName: 'Password',
		name: 'password',
		...secret,
		description: 'The password of the integration user',
		displayOptions: { show: forApi },
	},
	{
		displayName: 'Webhook Authentication',
		name: 'webhookAuthentication',
		type: 'options',
		default: 'basicAuth',
		description:
			"How Tradecloud proves who it is when it calls: the same as in the webhook settings of its portal, and as 'Authentication' of the Tradecloud Trigger",
		options: webhookAuthentications,
		displayOptions: { show: { useFor: ['webhook', 'both'] } },
	},
	{
		displayName: 'Webhook Username',
		name: 'webhookUsername',
		...text,
		description: 'A user name that you choose yourself, and enter in the portal as well',
		...authenticatedBy('basicAuth'),
	},
	{
		displayName: 'Webhook Password',
		name: 'webhookPassword',
		...secret,
		description: 'A long password that you choose yourself, and enter in the portal as well',
		...authenticatedBy('basicAuth'),
	},
	{
		displayName: 'Webhook Token',
		name: 'webhookToken',
		...secret,
		description: 'A long token that you choose yourself, and enter in the portal as well',
		...authenticatedBy('bearerAuth'),
	},
	{
		displayName: 'Entra Authority',
		name: 'entraAuthority',
		...text,
		placeholder: 'e.g. https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
		description:
			"The 'Authentication URL' that you enter in the Tradecloud portal, with your own tenant in it, or the address of the authority itself, such as https://login.microsoftonline.com/contoso.com/v2.0 or https://adfs.contoso.com/adfs. For tokens of version 1.0 of Microsoft Entra ID leave out /v2.0.",
		...authenticatedBy('entraJwt'),
	},
	{
		displayName: 'Entra Audience',
		name: 'entraAudience',
		...text,
		placeholder: 'e.g. api://11112222-bbbb-3333-cccc-4444dddd5555',
		description:
			"The audience ('aud') of the tokens, exactly as they hold it. In tokens of version 2.0 of Microsoft Entra ID it is the application (client) ID of the API that stands for the webhook.",
		...authenticatedBy('entraJwt'),
	},
];

/**
 * n8n drops the value of a field that is not shown, and knows no choice of a credential that is older than
 * the choices. The copy, which is in no form, keeps the value.
 */
function kept(field: INodeProperties): INodeProperties {
	return { ...field, type: 'hidden', displayOptions: undefined };
}

export const credentialFields: INodeProperties[] = [...shown, ...shown.map(kept)];
