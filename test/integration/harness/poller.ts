/**
 * A published workflow that begins with the Tradecloud Poll Trigger. It is activated, polled and saved as
 * n8n 2.41.1 does it (`WorkflowTriggerActivator`, `TriggerExecutionContextFactory`, n8n-core's
 * `PollTriggerExecutor`), but polled whenever a test says.
 */
import { setImmediate as turn } from 'node:timers/promises';

import { PollContext, TriggersAndPollers } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	IPollFunctions,
	IRun,
	IWorkflowBase,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Engine } from './n8n';

/** What n8n's database holds of a workflow beside its nodes. */
export interface Stored {
	staticData: string;
}

export interface PollerOptions {
	/** What several triggers of one workflow share. */
	stored?: Stored;
	/** n8n 1 tells no node whether it stored an execution. */
	version?: 1 | 2;
}

let count = 0;

export class Poller {
	private readonly pollers = new TriggersAndPollers();
	private readonly stored: Stored;
	private readonly version: 1 | 2;
	/** As long as n8n polls: one object, as read from the database when the trigger was activated. */
	private active?: { workflow: Workflow; context: IPollFunctions };
	private emissions: IDataObject[][] = [];
	/** Whether n8n's database takes executions. */
	storesExecutions = true;
	/** With what an execution ends that was stored: undefined for one that runs to its end. */
	ending?: Error;

	constructor(
		private engine: Engine,
		readonly workflow: IWorkflowBase,
		{ stored = { staticData: '{}' }, version = 2 }: PollerOptions = {},
	) {
		if (workflow.id === 'workflow') workflow.id = `workflow ${++count}`;
		this.stored = stored;
		this.version = version;
	}

	/** The node, to be changed before it is published. */
	get node(): INode {
		return this.workflow.nodes[0];
	}

	/** Publishes the workflow, or starts n8n: which polls at once. Returns what the workflow began with. */
	async activate(mode: WorkflowActivateMode = 'activate'): Promise<IDataObject[]> {
		const active = this.activation('trigger', mode);
		const items = await this.run(active);
		this.save(active.workflow);
		this.active = active;
		return items;
	}

	/**
	 * Polls as n8n does, after it has activated the trigger, and returns the JSON of the items that the workflow
	 * began with; an empty list when it did not begin.
	 */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<IDataObject[]> {
		if (mode === 'manual') {
			const { workflow, context } = this.activation(mode, 'manual');
			return (await this.pollers.runPollFunction(workflow, this.nodeOf(workflow), context))!
				.flat()
				.map(({ json }) => json);
		}
		return this.active ? await this.run(this.active) : await this.activate();
	}

	/** Polls until a poll emits nothing, and returns what each poll emitted. */
	async pollAll(): Promise<IDataObject[][]> {
		const polls: IDataObject[][] = [];
		for (;;) {
			const emitted = await this.poll();
			if (emitted.length === 0) return polls;
			polls.push(emitted);
		}
	}

	/** How often the workflow began, with items or without. */
	get executions(): number {
		return this.emissions.length;
	}

	/** What n8n's database holds, as text. */
	get saved(): string {
		return this.stored.staticData;
	}

	/** What the trigger keeps: in n8n's memory as long as it polls. */
	get state(): IDataObject {
		const { global = {} } = (this.active?.workflow.staticData ?? JSON.parse(this.saved)) as {
			global?: { tradecloudPollTrigger?: Record<string, IDataObject> };
		};
		return global.tradecloudPollTrigger?.[this.node.id] ?? {};
	}

	/** Ends n8n at once, and starts it in another process, by default with what is stored. */
	async restart(engine: Engine, staticData = this.saved): Promise<IDataObject[]> {
		this.engine = engine;
		this.stored.staticData = staticData;
		this.active = undefined;
		return await this.activate('init');
	}

	private activation(mode: WorkflowExecuteMode, activation: WorkflowActivateMode) {
		const workflow = new Workflow({
			...this.workflow,
			nodes: structuredClone(this.workflow.nodes),
			nodeTypes: this.engine.nodeTypes,
			staticData: JSON.parse(this.saved) as IDataObject,
		});
		const additionalData = this.engine.additionalData(this.workflow);
		const node = this.nodeOf(workflow);
		const emit: IPollFunctions['__emit'] = (data, _response, done) => {
			this.save(workflow);
			const execution = this.store(data[0].map(({ json }) => json));
			if (this.version === 2 && done) execution.then(done.resolve, done.reject);
			else execution.catch(() => {});
		};
		const context = new PollContext(workflow, node, additionalData, mode, activation, emit);
		if (this.version === 1) Object.assign(context, { __runPoll: undefined });
		return { workflow, context: context as unknown as IPollFunctions };
	}

	private nodeOf(workflow: Workflow): INode {
		return Object.values(workflow.nodes)[0];
	}

	private async run({ workflow, context }: NonNullable<Poller['active']>) {
		const before = this.emissions.length;
		const output = await this.pollers.runPollFunction(workflow, this.nodeOf(workflow), context);
		if (output) context.__emit(output);
		await turn();
		return this.emissions.slice(before).flat();
	}

	private async store(items: IDataObject[]): Promise<IRun | undefined> {
		await turn();
		if (!this.storesExecutions) throw new Error('SQLITE_FULL: database or disk is full');
		this.emissions.push(items);
		if (this.ending) throw this.ending;
		return undefined;
	}

	/** n8n writes back the whole object, and only if it was changed. */
	private save(workflow: Workflow): void {
		const { staticData } = workflow;
		if (staticData.__dataChanged !== true) return;
		this.stored.staticData = JSON.stringify(staticData);
		staticData.__dataChanged = false;
	}
}
