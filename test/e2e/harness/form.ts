/** A form of n8n, as a person fills it in with a browser. */
import { setTimeout as pause } from 'node:timers/promises';

import axios, { type AxiosRequestConfig } from 'axios';

/** Who may open the form. */
export interface Login {
	username: string;
	password: string;
}

const patience = 30_000;

/** Submits a form whose one field is a file; returns what the page says that the workflow shows at its end. */
export async function submitFile(url: string, login: Login, file: string): Promise<string> {
	const config: AxiosRequestConfig = { auth: login, proxy: false };
	const form = new FormData();
	form.append('field-0', new Blob([file], { type: 'text/csv' }), 'file.csv');
	const { data } = await axios.post<{ formWaitingUrl: string }>(url, form, config);
	for (const end = Date.now() + patience; Date.now() < end; await pause(200)) {
		const status = await axios.get<string>(`${data.formWaitingUrl}/n8n-execution-status`, config);
		if (status.data === 'form-waiting') {
			const page = await axios.get<string>(data.formWaitingUrl, config);
			// The page ends the execution as soon as it is shown.
			await axios.post(data.formWaitingUrl, undefined, config);
			return textOf(page.data);
		}
	}
	throw new Error(`The form showed no page at its end within ${patience / 1000} s`);
}

function textOf(page: string): string {
	return page
		.replace(/<(head|script|style)\b.*?<\/\1>/gs, '')
		.replace(/<br[^>]*>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&#(x?)([\da-f]+);/gi, (_entity, hex: string, code: string) =>
			String.fromCharCode(parseInt(code, hex ? 16 : 10)),
		)
		.replace(/&quot;/g, '"')
		.trim();
}
