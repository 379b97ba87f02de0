/** What happens when n8n starts and stops listening. */
import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { isAllowed } from './allowedIps';
import { emptyFields } from './authentication';
import { configurationUrl } from './entra/authority';
import { settingsOf } from './settings';

const sameAsInPortal =
	'Tradecloud identifies itself with them. Enter the same values as in the webhook settings of the Tradecloud portal.';

const whoKnowsEntra =
	'They say whose tokens are accepted, and for whom a token must be issued. Ask whoever manages Microsoft Entra ID, AD FS or Azure AD B2C in your company for both.';

/**
 * No public API reaches the Tradecloud portal, where the URL is registered: it can be neither asked for nor entered
 * nor removed from here. But a configuration with which no call could ever be accepted is refused.
 */
export const registration = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return false;
	},

	/** @throws NodeOperationError for empty fields of the authentication, and a setting over which each call would stumble */
	async create(this: IHookFunctions): Promise<boolean> {
		const credential = await this.getCredentials<TradecloudCredential>(credentialName);
		const refuse = (error: Error | string, description?: string) =>
			new NodeOperationError(this.getNode(), error, { description });
		if (!this.getNode().webhookId) {
			throw refuse(
				'This node has no address at which Tradecloud could call it',
				'That happens when a workflow is imported from a file without webhook ids. Copy the node, paste it, connect the copy, and delete the original.',
			);
		}
		try {
			const { authentication, options } = settingsOf(this);
			const empty = emptyFields(authentication, credential);
			const isEntra = authentication === 'entraJwt';
			if (empty) throw refuse(empty, isEntra ? whoKnowsEntra : sameAsInPortal);
			if (isEntra) configurationUrl(credential.entraAuthority);
			if (options.allowedIps !== undefined) isAllowed(undefined, options.allowedIps);
		} catch (error) {
			throw error instanceof NodeOperationError ? error : refuse(error as Error);
		}
		this.logger.info(
			`Tradecloud Trigger is listening. Enter its URL in the Tradecloud portal: ${this.getNodeWebhookUrl('default')}`,
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
