/** Credentials as n8n keeps and uses them: read anew at each use, the session token stored with them. */
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { rememberSecrets } from './secrets';

/** In place of n8n's table of credentials: the same steps in the same order, over a map. */
export class StoredCredentials extends ICredentialsHelper {
	private readonly stored = new Map<string, string>();

	constructor(readonly type: ICredentialType) {
		super();
	}

	/** Stores a credential as a user's "Save" does. */
	save(id: string, data: ICredentialDataDecryptedObject): void {
		rememberSecrets(data);
		this.stored.set(id, JSON.stringify(data));
	}

	/** What stands in the store, decrypted, without the defaults of empty fields. */
	read(id: string): ICredentialDataDecryptedObject {
		const data = this.stored.get(id);
		if (data === undefined) throw new Error(`Credential "${id}" does not exist`);
		return JSON.parse(data) as ICredentialDataDecryptedObject;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type;
		return typeof authenticate === 'function'
			? await authenticate(credentials, requestOptions)
			: requestOptions;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.type.properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		if (!expirable || (credentials[expirable.name] !== '' && !credentialsExpired)) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials);
		const details = node.credentials?.[typeName];
		if (output?.[expirable.name] === undefined || !details) return undefined;
		await this.updateCredentials(details, typeName, { ...this.read(details.id!), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		return (await this.type.preAuthentication?.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
	}

	getCredentials(): Promise<never> {
		return Promise.reject(new Error('Only n8n itself asks for encrypted credentials'));
	}

	getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.read(details.id!);
		const withDefaults = NodeHelpers.getNodeParameters(
			this.type.properties,
			data as INodeParameters,
			true,
			false,
			null,
			null,
		);
		return Promise.resolve(withDefaults as ICredentialDataDecryptedObject);
	}

	updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.save(details.id!, data);
		return Promise.resolve();
	}

	updateCredentialsOauthTokenData(): Promise<void> {
		return Promise.reject(new Error('This credential knows no OAuth'));
	}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}
}
