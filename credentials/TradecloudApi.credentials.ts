/** The credential: what a user enters, how it signs requests, and how n8n tests it. */
import { UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestMethods,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { baseUrl, baseUrls, type TradecloudCredential } from '../nodes/Tradecloud/model/credential';
import { support } from '../nodes/Tradecloud/model/support';
import { basicAuthorization, newToken } from '../nodes/Tradecloud/transport/login';

/** One credential for both directions: the API that n8n calls, and the webhook that Tradecloud calls. */
export class TradecloudApi implements ICredentialType {
	name = 'tradecloudApi';

	displayName = 'Tradecloud API';

	icon: Icon = {
		light: 'file:../nodes/Tradecloud/tradecloud.svg',
		dark: 'file:../nodes/Tradecloud/tradecloud.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-tradecloud/n8n-nodes-tradecloud#credential';

	properties: INodeProperties[] = [
		{
			displayName:
				'<b>To call Tradecloud</b>: the Tradecloud node and the Poll Trigger log in with the fields up to <b>Password</b>.',
			name: 'apiNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			default: 'v2',
			description: 'Which generation of Tradecloud your company works with',
			options: [
				{
					name: 'Tradecloud One (API v2)',
					value: 'v2',
					description: 'The portal of your company is at tradecloud1.com',
				},
				{
					name: 'Tradecloud Legacy (API v1)',
					value: 'v1',
					description: 'The portal of your company is at tradecloud.nl',
				},
			],
		},
		environment('v2', ['Production', 'Acceptance', 'Custom']),
		environment('v1', ['Production', 'Acceptance', 'Test', 'Custom']),
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://api.tradecloud1.com/v2',
			description: 'The whole address with the API version at its end. It must begin with https.',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			placeholder: 'e.g. integration@your-company.com',
			description: `The email address of your integration user. It needs the role 'integration', which ${support} gives, and no two-factor login.`,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The password of the integration user',
		},
		{
			displayName:
				'<b>For the webhook</b>: the fields from here on are what the Tradecloud Trigger expects. Choose them yourself, and enter the same in the webhook settings of the Tradecloud portal.',
			name: 'webhookNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Webhook Username',
			name: 'webhookUsername',
			type: 'string',
			default: '',
			description: 'For Basic authentication of the webhook: a user name that you choose yourself',
		},
		{
			displayName: 'Webhook Password',
			name: 'webhookPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For Basic authentication of the webhook: a long password that you choose yourself',
		},
		{
			displayName: 'Webhook Token',
			name: 'webhookToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only if the webhook uses a Bearer token in place of Basic authentication',
		},
		{
			displayName: 'Entra Authority',
			name: 'entraAuthority',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
			description:
				"Only if the webhook uses OAuth 2.0: the 'Authentication URL' that you enter in the Tradecloud portal, with your own tenant in it, or the address of the authority itself, such as https://login.microsoftonline.com/contoso.com/v2.0 or https://adfs.contoso.com/adfs. For tokens of version 1.0 of Microsoft Entra ID leave out /v2.0.",
		},
		{
			displayName: 'Entra Audience',
			name: 'entraAudience',
			type: 'string',
			default: '',
			placeholder: 'e.g. api://11112222-bbbb-3333-cccc-4444dddd5555',
			description:
				"Only if the webhook uses OAuth 2.0: the audience ('aud') of its tokens, exactly as they hold it. In tokens of version 2.0 of Microsoft Entra ID it is the application (client) ID of the API that stands for the webhook.",
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n calls this when it holds no token, and again when an answer was 401. API v1 has no session. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ sessionToken?: string }> {
		const credential = credentials as unknown as TradecloudCredential;
		if (credential.apiVersion === 'v1') return {};
		return { sessionToken: await newToken(this, credential) };
	}

	/** Adds the login to a request, and to none that goes elsewhere than to the credential's own API. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const credential = credentials as unknown as TradecloudCredential;
		const base = baseUrl(credential);
		if (!addressOf(requestOptions).startsWith(`${base}/`)) {
			throw new UserError(
				`The Tradecloud API credential is only for addresses that begin with ${base}/, and this request goes elsewhere.`,
			);
		}
		const authorization =
			credential.apiVersion === 'v1'
				? basicAuthorization(credential)
				: `Bearer ${credential.sessionToken}`;
		return { ...requestOptions, headers: { ...requestOptions.headers, authorization } };
	}

	/** Proves the login, and by a poll the role: only an integration user may poll (manual: security/authentication.md). */
	test: ICredentialTestRequest = {
		request: {
			method: '={{ $credentials.apiVersion === "v1" ? "GET" : "POST" }}' as IHttpRequestMethods,
			url: `={{
				(${JSON.stringify(baseUrls, null, 1)}[$credentials.apiVersion][$credentials.environment]
					|| $credentials.baseUrl.replace(/\\/+$/, ''))
				+ ($credentials.apiVersion === 'v1' ? '/purchaseOrder?limit=1' : '/order-search/poll')
			}}`,
			body: { filters: { lastUpdatedAfter: '2025-01-01T00:00:00.000Z' }, offset: 0, limit: 1 },
			json: true,
			disableFollowRedirect: true,
		},
		rules: [
			refusal(401, 'Tradecloud does not accept the username or the password'),
			refusal(
				403,
				`The login is right, but Tradecloud refuses this user. Most likely it lacks the role 'integration', which ${support} gives.`,
			),
			...[301, 302, 303, 307, 308, 404].map((status) =>
				refusal(
					status,
					"There is no Tradecloud API at this address: check 'Environment' and 'Base URL'",
				),
			),
			refusal(429, 'Tradecloud received too many requests at this moment: test again in a minute'),
		],
	};
}

/** Where a request goes; n8n's HTTP Request node calls it `uri`. */
function addressOf({ baseURL = '', url, uri }: IHttpRequestOptions & { uri?: string }): string {
	const address = baseURL + (url ?? uri ?? '');
	return URL.canParse(address) ? new URL(address).href : address;
}

const environments: Record<string, string> = {
	Acceptance: 'For trying out, with data of its own',
	Custom: 'An address of your own, entered below',
	Production: 'Where real orders are',
	Test: 'For trying out what is new in Tradecloud',
};

function environment(apiVersion: string, names: string[]): INodeProperties {
	return {
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		default: 'production',
		description: 'Where your company works; Custom is for an address that Tradecloud told you',
		options: names.map((name) => ({
			name,
			value: name.toLowerCase(),
			description: environments[name],
		})),
		displayOptions: { show: { apiVersion: [apiVersion] } },
	};
}

function refusal(value: number, message: string) {
	return { type: 'responseCode' as const, properties: { value, message } };
}
