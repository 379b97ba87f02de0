/** Ready-made workflows at work: a real n8n between the sandbox, a mail server and the services that they connect to. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialReference, Execution } from '../../../tools/n8n-session';
import { openAll } from '../../../tools/opened';
import type { Order, Sandbox } from '../../sandbox';
import { loggedIn, post } from '../../sandbox/client';
import { importCredential, install, type Installation } from './installation';
import { startMailServer, type MailServer } from './mailServer';
import { startOutsideServices, type OutsideServices } from './outsideServices';
import { PublishedWorkflow } from './publishedWorkflow';
import { readyMade, withoutOutside } from './readyMade';

interface Login {
	username: string;
	password: string;
}

export class AtWork {
	private constructor(
		readonly installation: Installation,
		readonly services: OutsideServices,
		readonly mails: MailServer,
		/** By their types; a test may add more. */
		readonly credentials: Record<string, CredentialReference>,
		readonly close: () => Promise<void>,
	) {}

	/** Starts everything, with the credential of one of the sandbox's users. */
	static async as(user: 'buyer' | 'approver' | 'supplier'): Promise<AtWork> {
		const parts = await openAll(async (keep) => {
			const services = keep(await startOutsideServices());
			const mails = keep(await startMailServer());
			const installation = keep(await install());
			const [smtp] = await installation.n8n.importCredentials([
				{
					name: 'SMTP',
					type: 'smtp',
					data: { host: '127.0.0.1', port: mails.port, secure: false },
				},
			]);
			const { users } = installation.sandbox;
			const tradecloudApi = await importCredential(installation, `Tradecloud ${user}`, users[user]);
			return { installation, services, mails, credentials: { tradecloudApi, smtp } };
		});
		const { installation, services, mails, credentials } = parts;
		return new AtWork(installation, services, mails, credentials, async () => await parts.close());
	}

	/** Stores a login for Basic authentication, as forms and ERPs ask for it. */
	async basicAuth({ username, password }: Login): Promise<CredentialReference> {
		const data = { user: username, password };
		const credential = { name: `Login of ${username}`, type: 'httpBasicAuth', data };
		return (await this.installation.n8n.importCredentials([credential]))[0];
	}

	get sandbox(): Sandbox {
		return this.installation.sandbox;
	}

	/** Imports a ready-made workflow as its user sets it up, and publishes it where it has a trigger for that. */
	async publish(
		name: string,
		parameters?: Record<string, INodeParameters>,
		settings?: IDataObject,
	): Promise<PublishedWorkflow> {
		const { credentials, services } = this;
		const workflow = withoutOutside(readyMade(name, { credentials, parameters }), services);
		return await PublishedWorkflow.of(this.installation, {
			...workflow,
			settings: { ...workflow.settings, ...settings },
		});
	}

	order(purchaseOrderNumber: string): Order {
		const order = this.sandbox.orders.byNumber(purchaseOrderNumber);
		if (!order) throw new Error(`The sandbox has no order ${purchaseOrderNumber}`);
		return order;
	}

	/** What Tradecloud tells of an order. */
	event(purchaseOrderNumber: string, eventName: string): object {
		return this.sandbox.webhooks.orderEvent(this.order(purchaseOrderNumber).id, eventName);
	}

	/** Sends a message to Tradecloud as one of its users, beside n8n. */
	async send(user: 'buyer' | 'supplier' | 'approver', path: string, body: object): Promise<void> {
		const { sandbox } = this;
		const headers = await loggedIn(sandbox, sandbox.users[user]);
		const { data } = await post(`${sandbox.v2}${path}`, body, headers);
		if (data.ok !== true) throw new Error(`The sandbox answered ${JSON.stringify(data)}`);
	}

	/** What a step of an execution put out. */
	output(execution: Execution, node: string): IDataObject[] {
		return this.installation.n8n.nodeOutput(execution, node);
	}
}
