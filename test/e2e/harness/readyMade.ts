/** The ready-made workflows as a user sets them up; tests put a local endpoint in place of services outside. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { CredentialReference, WorkflowToImport } from '../../../tools/n8n-session';
import type { OutsideServices } from './outsideServices';

const folder = join(__dirname, '../../../workflows');

/** The names of all ready-made workflows. */
export const readyMadeNames = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => basename(file, '.json'));

/** The type of the credential that a node of this type needs. */
export const credentialTypes: Record<string, string> = {
	'n8n-nodes-tradecloud.tradecloud': 'tradecloudApi',
	'n8n-nodes-tradecloud.tradecloudPollTrigger': 'tradecloudApi',
	'n8n-nodes-tradecloud.tradecloudTool': 'tradecloudApi',
	'n8n-nodes-tradecloud.tradecloudTrigger': 'tradecloudApi',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.formTrigger': 'httpBasicAuth',
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'n8n-nodes-base.httpRequest': 'httpBasicAuth',
	'n8n-nodes-base.microsoftExcel': 'microsoftExcelOAuth2Api',
	'n8n-nodes-base.microsoftOutlook': 'microsoftOutlookOAuth2Api',
	'n8n-nodes-base.microsoftTeams': 'microsoftTeamsOAuth2Api',
	'n8n-nodes-base.postgres': 'postgres',
	'n8n-nodes-base.slack': 'slackApi',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

/** What a user enters: credentials by their type, and parameters by the name of the node. */
export interface Settings {
	credentials: Record<string, CredentialReference>;
	parameters?: Record<string, INodeParameters>;
}

/** What a user chooses in the steps of a service outside: a document, a workbook, a channel. */
const choices: Record<string, INodeParameters> = {
	'n8n-nodes-base.googleSheets': {
		documentId: { __rl: true, mode: 'url', value: 'https://docs.google.com/spreadsheets/d/1' },
	},
	'n8n-nodes-base.microsoftExcel': {
		workbook: { __rl: true, mode: 'list', value: '01WORKBOOK', cachedResultName: 'Orders' },
		worksheet: { __rl: true, mode: 'list', value: '{1}', cachedResultName: 'Sheet1' },
	},
	'n8n-nodes-base.microsoftTeams': {
		teamId: { __rl: true, mode: 'list', value: '1', cachedResultName: 'Buyer' },
		channelId: { __rl: true, mode: 'list', value: '1', cachedResultName: 'Purchasing' },
	},
};

/** The parameters of a workflow in which such choices were made. */
export function chosen(name: string): Record<string, INodeParameters> {
	const steps = shipped(name).nodes.filter(({ type }) => type in choices);
	return Object.fromEntries(steps.map((node) => [node.name, choices[node.type]]));
}

/** The fields that a step "Edit Fields" sets, some of them with other values. */
export function assigned(
	name: string,
	step: string,
	values: Record<string, string>,
): INodeParameters {
	const { parameters } = shipped(name).nodes.find((node) => node.name === step)!;
	const { assignments } = parameters.assignments as { assignments: IDataObject[] };
	const changed = assignments.map((own) => {
		const value = values[own.name as string];
		return value === undefined ? own : { ...own, value };
	});
	return { assignments: { assignments: changed } as INodeParameters };
}

function shipped(name: string): WorkflowToImport {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as WorkflowToImport;
}

/** A workflow of the folder `workflows`, set up and otherwise as it is shipped. */
export function readyMade(
	name: string,
	{ credentials, parameters = {} }: Settings,
): WorkflowToImport {
	const workflow = shipped(name);
	const unknown = Object.keys(parameters).find(
		(node) => !workflow.nodes.some(({ name: own }) => own === node),
	);
	if (unknown !== undefined) throw new Error(`The workflow ${name} has no node "${unknown}"`);
	return {
		...workflow,
		nodes: workflow.nodes.map((node): INode => {
			const type = credentialTypes[node.type];
			return {
				...node,
				parameters: { ...node.parameters, ...parameters[node.name] },
				...(type in credentials && { credentials: { [type]: credentials[type] } }),
			};
		}),
	};
}

/** Steps that call a service outside become calls of a local one, which gets the same fields. */
export function withoutOutside(
	workflow: WorkflowToImport,
	services: OutsideServices,
): WorkflowToImport {
	const nodes = workflow.nodes.map((node): INode => {
		const fields = fieldsOf[node.type]?.(node.parameters);
		if (fields === undefined) return node;
		const url = services.url(serviceOf(node));
		const parameters = fields === 'reads' ? { url, options: {} } : posting(url, fields);
		return { ...node, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters };
	});
	return { ...workflow, nodes };
}

/** The name by which a test asks for what a step sent: that of the step. */
function serviceOf({ name }: INode): string {
	return name.toLowerCase().replaceAll(' ', '-');
}

/** What each kind of step sends, as expressions; or that it reads. */
const fieldsOf: Record<string, (parameters: INodeParameters) => object | string> = {
	'n8n-nodes-base.slack': ({ channelId, text }) => ({
		channel: (channelId as IDataObject).value,
		text,
	}),
	'n8n-nodes-base.googleSheets': ({ operation, columns }) => {
		if (operation === 'read') return 'reads';
		const { mappingMode, value } = columns as { mappingMode: string; value: object };
		return mappingMode === 'autoMapInputData' ? '={{ $json }}' : value;
	},
};

function posting(url: string, fields: object | string): INodeParameters {
	const body: INodeParameters =
		typeof fields === 'string'
			? { specifyBody: 'json', jsonBody: fields }
			: {
					specifyBody: 'keypair',
					bodyParameters: {
						parameters: Object.entries(fields).map(([name, value]) => ({
							name,
							value: value as string,
						})),
					},
				};
	return { method: 'POST', url, sendBody: true, ...body, options: {} };
}
