/**
 * What a signed-in owner does in n8n's editor, through the REST API that the editor itself uses.
 */
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { parse } from 'flatted';
import type {
	ExecutionStatus,
	IConnections,
	IDataObject,
	INode,
	IRunExecutionData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { pause } from './progress';

/** The first user of an instance. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** A credential to create; `data` in plain text. */
export interface CredentialToImport {
	name: string;
	type: string;
	data: IDataObject;
}

/** A stored credential, as nodes refer to it. */
export interface CredentialReference {
	id: string;
	name: string;
}

/** A workflow as n8n exports it. */
export interface WorkflowToImport {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IDataObject;
}

/** One run of a workflow, with the data of each node. */
export interface Execution {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: WorkflowExecuteMode;
	startedAt: string;
	data: IRunExecutionData;
}

interface PublicationStatus {
	status: 'in_progress' | 'published' | 'not_published' | 'partial' | 'failed';
	triggers: { errorMessage?: string | null }[];
}

type ExecutionSummary = Omit<Execution, 'data'>;

const publishPatience = 30_000;
const unfinished: ExecutionStatus[] = ['new', 'running', 'waiting'];

/** Whether an execution has ended; n8n 1 stores its status a moment before its data. */
function isFinished({ status, data }: Execution): boolean {
	if (status === 'success') return Object.keys(data.resultData.runData).length > 0;
	return !unfinished.includes(status);
}

/** A signed-in owner. */
export class N8nSession {
	private constructor(
		private readonly http: AxiosInstance,
		/** The session cookie: `n8n-auth=…`. */
		readonly cookie: string,
	) {}

	/** Makes the owner of an instance that has none yet, which signs it in. */
	static async setupOwner(url: string, owner: Owner): Promise<N8nSession> {
		const http = axios.create({ baseURL: `${url}/rest`, proxy: false, validateStatus: () => true });
		const answer = expectSuccess(await http.post('/owner/setup', owner));
		const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
		if (cookie === undefined) throw new Error('n8n made the owner without giving a cookie');
		http.defaults.headers.common.Cookie = cookie;
		return new N8nSession(http, cookie);
	}

	/**
	 * Calls a route below `/rest`; returns `data` of the answer, throws with n8n's message otherwise.
	 */
	async call<T>(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		data?: unknown,
	): Promise<T> {
		const answer = expectSuccess(await this.http.request<{ data: T }>({ method, url: path, data }));
		return answer.data.data;
	}

	/** Stores credentials, encrypted by n8n. */
	async importCredentials(credentials: CredentialToImport[]): Promise<CredentialReference[]> {
		const references: CredentialReference[] = [];
		for (const credential of credentials) {
			const { id, name } = await this.call<CredentialReference>('POST', '/credentials', credential);
			references.push({ id, name });
		}
		return references;
	}

	/** Saves a workflow and returns its id. */
	async importWorkflow(workflow: WorkflowToImport): Promise<string> {
		const { name, nodes, connections, settings = {} } = workflow;
		const body = { name, nodes, connections, settings, active: false };
		return (await this.call<{ id: string }>('POST', '/workflows', body)).id;
	}

	/**
	 * Publishes a workflow (n8n 1: activates it) and waits until its triggers are registered; throws
	 * with the triggers' reason if they could not be.
	 */
	async publish(workflowId: string): Promise<void> {
		const path = `/workflows/${workflowId}`;
		const { versionId } = await this.call<{ versionId: string }>('GET', path);
		await this.call('POST', `${path}/activate`, { versionId });
		const end = Date.now() + publishPatience;
		while (Date.now() < end) {
			// n8n 2 answers the call above before it has registered anything; n8n 1 has no such status.
			const answer = await this.http.get<{ data: PublicationStatus }>(`${path}/publication-status`);
			if (answer.status === 404) return;
			const { status, triggers } = expectSuccess(answer).data.data;
			if (status === 'published') return;
			// n8n asks two tables at once, and finds nothing in either where it finishes in between.
			if (status !== 'in_progress' && status !== 'not_published')
				throw new Error(publicationFailure(status, triggers));
			await pause(50);
		}
		throw new Error(`n8n did not publish the workflow within ${publishPatience / 1000} s`);
	}

	/** Executes a saved workflow from one of its triggers, as the editor's button does. */
	async runFrom(workflowId: string, triggerName: string): Promise<void> {
		const path = `/workflows/${workflowId}`;
		// n8n 1 asks for the workflow itself; n8n 2 takes it from its database.
		const workflowData = await this.call<object>('GET', path);
		await this.call('POST', `${path}/run`, {
			workflowData,
			triggerToStartFrom: { name: triggerName },
		});
	}

	/** The latest executions, of one workflow or of all, newest first, with all their data. */
	async executions(workflowId?: string, limit = 20): Promise<Execution[]> {
		const filter = workflowId === undefined ? '{}' : JSON.stringify({ workflowId });
		const query = `filter=${encodeURIComponent(filter)}&limit=${limit}`;
		const list = await this.call<{ results: ExecutionSummary[] }>('GET', `/executions?${query}`);
		return await Promise.all(list.results.map(async ({ id }) => await this.execution(id)));
	}

	/** One execution with all its data. */
	async execution(id: string): Promise<Execution> {
		type Answer = ExecutionSummary & { data: string };
		const execution = await this.call<Answer>('GET', `/executions/${id}`);
		return { ...execution, data: parse(execution.data) as IRunExecutionData };
	}

	/**
	 * Waits until a workflow has at least `count` finished executions; returns them, newest first.
	 */
	async waitForExecutions(
		workflowId: string,
		{ count = 1, timeout = 30_000 }: { count?: number; timeout?: number } = {},
	): Promise<Execution[]> {
		const end = Date.now() + timeout;
		for (;;) {
			const executions = await this.executions(workflowId, Math.max(20, count));
			const finished = executions.filter(isFinished);
			if (finished.length >= count) return finished;
			if (Date.now() > end) {
				const seen = `${finished.length} of ${count} executions`;
				throw new Error(`n8n finished ${seen} within ${timeout / 1000} s`);
			}
			await pause(150);
		}
	}
}

function expectSuccess<T>(answer: AxiosResponse<T>): AxiosResponse<T> {
	if (answer.status < 300) return answer;
	const { method = '', url = '' } = answer.config;
	const { message = JSON.stringify(answer.data) } = (answer.data ?? {}) as { message?: string };
	throw new Error(`n8n answered ${answer.status} to ${method.toUpperCase()} ${url}: ${message}`);
}

function publicationFailure(status: string, triggers: PublicationStatus['triggers']): string {
	const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
	return `n8n did not publish the workflow (${status}): ${reasons.join('; ')}`;
}
