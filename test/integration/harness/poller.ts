/** A published workflow that begins with the Tradecloud Poll Trigger, which n8n-core polls whenever a test says. */
import { PollContext, TriggersAndPollers } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, IWorkflowBase, WorkflowExecuteMode } from 'n8n-workflow';

import type { Engine } from './n8n';

export class Poller {
	private readonly pollers = new TriggersAndPollers();
	/** What n8n's database holds: the static data of the last time that n8n saved it. */
	private saved = '{}';

	constructor(
		private engine: Engine,
		private readonly workflow: IWorkflowBase,
	) {}

	/** Polls as n8n does, and returns the JSON of the items; an empty list when nothing was emitted. */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<IDataObject[]> {
		const workflow = new Workflow({
			...this.workflow,
			nodeTypes: this.engine.nodeTypes,
			staticData: JSON.parse(this.saved) as IDataObject,
		});
		const [node] = Object.values(workflow.nodes);
		const additionalData = this.engine.additionalData(this.workflow);
		const context = new PollContext(workflow, node, additionalData, mode, 'activate');
		try {
			const output = await this.pollers.runPollFunction(workflow, node, context);
			return output?.flat().map(({ json }) => json) ?? [];
		} finally {
			this.saved = JSON.stringify(workflow.staticData);
		}
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

	/** What is stored, as text. */
	get staticData(): string {
		return this.saved;
	}

	/** What the trigger itself keeps in it. */
	get state(): IDataObject {
		const [state = {}] = Object.values(JSON.parse(this.saved) as Record<string, IDataObject>);
		return state;
	}

	/** Goes on in another process of n8n, by default with what is stored. */
	restart(engine: Engine, staticData = this.saved): void {
		this.engine = engine;
		this.saved = staticData;
	}
}
