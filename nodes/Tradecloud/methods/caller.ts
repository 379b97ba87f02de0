/** The caller on behalf of somebody who works in the editor. */
import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { shortPatience, type Caller } from '../transport/caller';

/** @throws NodeOperationError for a credential of API v1, which has none of the lists */
export async function editorCaller(context: ILoadOptionsFunctions): Promise<Caller> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(
			context.getNode(),
			"API v1 has no such list. Choose 'By ID', specify the ID with an expression, or choose a credential of API v2.",
		);
	}
	return { context, credential, patience: shortPatience };
}
