/** The fields of orders to choose from, for the output 'Selected Fields'. */
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { legacyOrderFields, orderFields } from '../model/orderFields';

/** Those of the credential's generation of the API; without a credential, those of today's. */
export async function getOrderFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const isChosen = this.getNode().credentials?.[credentialName] !== undefined;
	const { apiVersion } = isChosen
		? await this.getCredentials<TradecloudCredential>(credentialName)
		: { apiVersion: 'v2' };
	const fields = apiVersion === 'v1' ? legacyOrderFields : orderFields;
	return fields.map((field) => ({ name: field, value: field }));
}
