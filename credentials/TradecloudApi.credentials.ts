/** The credential, as n8n loads it. */
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { credentialFields } from '../nodes/Tradecloud/model/credentialFields';
import { logIn, testUrl, withLogin } from '../nodes/Tradecloud/transport/credentialHooks';

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
		...credentialFields,
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	preAuthentication = logIn;

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withLogin(credentials, requestOptions);
	}

	test: ICredentialTestRequest = { request: { url: testUrl } };
}
