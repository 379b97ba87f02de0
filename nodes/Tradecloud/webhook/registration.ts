/** What happens when n8n starts and stops listening. */
import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { isAllowed } from './addresses';
import { isFilledIn, type Authentication } from './authentication';
import { configurationUrl } from './entra/authority';

const secretsInPortal =
	'Tradecloud identifies itself with them. Enter the same values as in the webhook settings of the Tradecloud portal.';

const needs: Record<Authentication, { fields: string; description: string }> = {
	basicAuth: {
		fields: "'Webhook Username' and 'Webhook Password'",
		description: secretsInPortal,
	},
	bearerAuth: { fields: "'Webhook Token'", description: secretsInPortal },
	entraJwt: {
		fields: "'Entra Authority' and 'Entra Audience'",
		description:
			'They tell whose tokens are accepted, and for whom a token must be issued. Ask for both whoever manages Microsoft Entra ID, AD FS or Azure AD B2C in your company.',
	},
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

	/** @throws NodeOperationError when the fields of the authentication are empty or an address is not one */
	async create(this: IHookFunctions): Promise<boolean> {
		const credential = await this.getCredentials<TradecloudCredential>(credentialName);
		const authentication = this.getNodeParameter('authentication') as Authentication;
		if (!isFilledIn(authentication, credential)) {
			const { fields, description } = needs[authentication];
			throw new NodeOperationError(
				this.getNode(),
				`${fields} must be filled in, in the Tradecloud API credential`,
				{ description },
			);
		}
		if (authentication === 'entraJwt') {
			checkField(this, () => configurationUrl(credential.entraAuthority));
		}
		const { allowedIps = '' } = this.getNodeParameter('options', {}) as { allowedIps?: string };
		checkField(this, () => isAllowed(undefined, allowedIps));
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

/** Refuses a field that each call would stumble over. */
function checkField(context: IHookFunctions, check: () => unknown): void {
	try {
		check();
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}
