/** What happens when n8n starts and stops listening. */
import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { isAllowed } from './allowedIps';
import { emptyFields, type Authentication } from './authentication';
import { configurationUrl } from './entra/authority';
import { settingsOf } from './settings';

const secretsInPortal =
	'Tradecloud identifies itself with them. Enter the same values as in the webhook settings of the Tradecloud portal.';

const whatFieldsAreFor: Record<Authentication, string> = {
	basicAuth: secretsInPortal,
	bearerAuth: secretsInPortal,
	entraJwt:
		'They tell whose tokens are accepted, and for whom a token must be issued. Ask for both whoever manages Microsoft Entra ID, AD FS or Azure AD B2C in your company.',
};

/**
 * The Tradecloud portal is the place of registration, and no public API reaches it: whether the URL
 * stands there cannot be asked, and it can be neither entered nor removed from here. What can be
 * done is to refuse a configuration with which no call could ever be accepted.
 */
export const registration = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return false;
	},

	/** @throws NodeOperationError when the fields of the authentication are empty, or a setting is such that each call would stumble over it */
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
			if (empty) throw refuse(empty, whatFieldsAreFor[authentication]);
			if (authentication === 'entraJwt') configurationUrl(credential.entraAuthority);
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
