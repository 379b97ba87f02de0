/** What happens when n8n starts and stops listening. */
import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { isAllowed } from './addresses';
import { hasSecrets, type Authentication } from './authentication';

/**
 * The Tradecloud portal is the place of registration, and no public API reaches it: whether the URL
 * stands there cannot be asked, and it can be neither entered nor removed from here. What can be
 * done is to refuse a configuration with which no call could ever be accepted.
 */
export const registration = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return false;
	},

	/** @throws NodeOperationError when the secrets of the webhook are empty or an address is not one */
	async create(this: IHookFunctions): Promise<boolean> {
		const credential = await this.getCredentials<TradecloudCredential>(credentialName);
		const authentication = this.getNodeParameter('authentication') as Authentication;
		if (!hasSecrets(authentication, credential)) {
			const fields =
				authentication === 'basicAuth'
					? "'Webhook Username' and 'Webhook Password'"
					: "'Webhook Token'";
			throw new NodeOperationError(
				this.getNode(),
				`${fields} must be filled in, in the Tradecloud API credential`,
				{
					description:
						'Tradecloud proves with them who it is. Enter there what you type into the webhook settings of the Tradecloud portal.',
				},
			);
		}
		const { allowedIps = '' } = this.getNodeParameter('options', {}) as { allowedIps?: string };
		refuseWrongAddresses(this, allowedIps);
		this.logger.info(
			`Tradecloud Trigger listens. Its URL must stand in the Tradecloud portal: ${this.getNodeWebhookUrl('default')}`,
		);
		return false;
	},

	async delete(this: IHookFunctions): Promise<boolean> {
		this.logger.info(
			`Tradecloud Trigger stops listening. Remove its URL from the Tradecloud portal: ${this.getNodeWebhookUrl('default')}`,
		);
		return true;
	},
};

function refuseWrongAddresses(context: IHookFunctions, allowedIps: string): void {
	try {
		isAllowed(undefined, allowedIps);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}
