/** Countries and currencies to choose from by their English names, with the codes that Tradecloud takes. */
import type { INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../model/byName';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
/** Known to Unicode, and none of ISO 3166's countries. */
const noCountries = /^(AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|ZZ)$/;

export async function getCountries(): Promise<INodePropertyOptions[]> {
	const pairs = letters.flatMap((first) => letters.map((second) => first + second));
	const isCountry = (code: string) =>
		new Intl.Locale(`und-${code}`).region === code && !noCountries.test(code);
	return optionsFor('region', pairs.filter(isCountry));
}

export async function getCurrencies(): Promise<INodePropertyOptions[]> {
	return optionsFor('currency', Intl.supportedValuesOf('currency'));
}

function optionsFor(type: 'region' | 'currency', codes: string[]): INodePropertyOptions[] {
	const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
	const options = codes.flatMap((code) => {
		const name = names.of(code);
		return name === undefined ? [] : { name: `${name} (${code})`, value: code };
	});
	return [{ name: 'Not Set', value: '' }, ...options.sort(byName)];
}
