/** What the trigger's panel tells: how to have Tradecloud call, and what happens then. */
import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

import { fieldsFor } from './authentication';
import type { Authentication } from './settings';

/** In what n8n lets a notice hold: no numbered list, and nothing bold. */
function list(items: string[]): string {
	return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** What is to be done before Tradecloud can call: n8n shows the panel beside it only once there is a credential. */
function steps(authentication: Authentication, inPortal: string): INodeProperties {
	const displayName = list([
		`Fill in ${fieldsFor(authentication)} in the credential.`,
		"In the Tradecloud portal, under 'My company → Settings', add a webhook integration.",
		"Paste a URL from 'Webhook URLs' above: the Test URL while you build, the Production URL once the workflow is published.",
		inPortal,
	]);
	const displayOptions = { show: { authentication: [authentication] } };
	return {
		displayName,
		name: `${authentication}Steps`,
		type: 'notice',
		default: '',
		displayOptions,
	};
}

/** What the portal asks for (manual: connectors/webhooks/portal-setup.md). */
const oauthInPortal = list([
	"'Authentication URL': the token endpoint of your own tenant, e.g. https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token",
	"'Client ID' and 'Client Secret': those of the app registration that stands for Tradecloud",
	"'Scope': the API that 'Entra Audience' of the credential names, and /.default behind it, e.g. api://11112222-bbbb-3333-cccc-4444dddd5555/.default",
]);

/** Notices with the steps of each way to authenticate. */
export const setUpSteps = [
	steps('basicAuth', 'Enter the same username and password there.'),
	steps('bearerAuth', 'Enter the same token there.'),
	steps('entraJwt', `Choose OAuth there, and enter:${oauthInPortal}`),
];

export const triggerPanel: TriggerPanelDefinition = {
	header: 'Have Tradecloud call this workflow',
	activationHint:
		'Click the button to wait for one call of the <b>Test URL</b>. When it works, publish the workflow, and paste the <b>Production URL</b> into the portal.',
	executionsHelp: {
		inactive:
			'<b>While you build</b>, paste the <b>Test URL</b> into the portal and click the button above. n8n then waits two minutes for one call of Tradecloud, and shows it here.<br /><br /><b>When you are done</b>, publish the workflow and paste the <b>Production URL</b> into the portal. From then on every call starts the workflow; its executions show up in the <a data-key="executions">executions list</a>.',
		active:
			'<b>This workflow is published</b>: every call of the <b>Production URL</b> starts it, and its executions show up in the <a data-key="executions">executions list</a>.<br /><br /><b>To try changes</b>, paste the <b>Test URL</b> into the portal for a moment and click the button above. n8n then waits two minutes for one call of Tradecloud, and shows it here.',
	},
};
