/** A published workflow, as Tradecloud and the people who use it see it. */
import type { WorkflowToImport, Execution } from '../../../tools/n8n-session';
import { basic, type Installation } from './installation';

export class PublishedWorkflow {
	private ended = 0;

	private constructor(
		private readonly installation: Installation,
		readonly id: string,
		/** The production URL of its trigger. */
		readonly url: string,
	) {}

	/** Imports and publishes a workflow; one that n8n starts by schedule or by hand only stays unpublished. */
	static async of(
		installation: Installation,
		workflow: WorkflowToImport,
	): Promise<PublishedWorkflow> {
		const { n8n } = installation;
		const id = await n8n.importWorkflow(workflow);
		const trigger = workflow.nodes.find(
			({ webhookId, type }) => webhookId && /Trigger$/.test(type),
		);
		const url = `${n8n.url}/webhook/${trigger?.webhookId}`;
		const isStarted = workflow.nodes.some(({ type }) => /(Poll|error)Trigger$/.test(type));
		if (trigger ?? isStarted) await n8n.publish(id);
		if (trigger?.type.includes('tradecloud')) await n8n.waitForWebhook(url);
		return new PublishedWorkflow(installation, id, url);
	}

	/** Lets Tradecloud tell of an event. */
	async isTold(event: object): Promise<void> {
		const { webhooks } = this.installation.sandbox;
		const webhook = { url: this.url, method: 'POST', authentication: basic } as const;
		const options = { maxAttempts: 100, timeoutMs: 20_000 };
		const { outcome } = await webhooks.send(webhook, event, options);
		if (outcome !== 'delivered') throw new Error(`n8n did not take the event: ${outcome}`);
	}

	/** Lets Tradecloud tell of an event, and waits for what the workflow does. */
	async hears(event: object): Promise<Execution> {
		await this.isTold(event);
		return await this.nextExecution();
	}

	/** Executes it from one of its triggers, and waits for what it does. */
	async runFrom(trigger: string): Promise<Execution> {
		await this.installation.n8n.session.runFrom(this.id, trigger);
		return await this.nextExecution();
	}

	/** The execution after the one that was returned last, once it has ended well. */
	async nextExecution(): Promise<Execution> {
		const { session } = this.installation.n8n;
		const [latest] = await session.waitForExecutions(this.id, { count: ++this.ended });
		const { status, data } = latest;
		if (status === 'success') return latest;
		throw new Error(`The execution ended with ${status}: ${data.resultData.error?.message}`);
	}
}
