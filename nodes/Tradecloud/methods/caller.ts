/** The caller on behalf of somebody who works in the editor. */
import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { shortPatience, type Caller } from '../transport/caller';

/**
 * @param absentInV1 what to say where the credential is one of API v1, which has no such list
 * @throws NodeOperationError in that case
 */
export async function editorCaller(
	context: ILoadOptionsFunctions,
	absentInV1: string,
): Promise<Caller> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') throw new NodeOperationError(context.getNode(), absentInV1);
	return { context, credential, patience: shortPatience };
}
