/** Companies: the partners of one's own, and the lists in which they are chosen. */
import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';

import { buyerCompanyId, otherBuyerCompanyId, supplierCompanyId } from '../sandbox';
import { errorOf, jsonOf, workflowOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 0 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

type User = keyof Setting['sandbox']['users'];

function credentialOf(user: User) {
	const { username, password } = setting.sandbox.users[user];
	return { username, password };
}

describe('connections', () => {
	async function connectionsOf(user: User, parameters = {}) {
		return await setting.run(
			{ resource: 'company', operation: 'getConnections', options: { retries: 0 }, ...parameters },
			[{}],
			{ credential: credentialOf(user) },
		);
	}

	test('of a buyer hold its suppliers, with the numbers that it gave them', async () => {
		const run = await connectionsOf('buyer');
		expect(jsonOf(run)).toHaveLength(4);
		expect(jsonOf(run)).toContainEqual(
			expect.objectContaining({
				companyId: supplierCompanyId,
				companyName: 'Schrauben GmbH Köln',
				accountNumber: 'S-10010',
			}),
		);
		// One that the supplier asked for.
		expect(jsonOf(run)).toContainEqual(
			expect.objectContaining({
				companyName: 'Gießerei Übermorgen KG',
				accountNumber: 'S-10020',
				requestingCompanyName: 'Gießerei Übermorgen KG',
				acceptingCompanyAccountCode: 'S-10020',
			}),
		);
	});

	test('of a supplier hold its buyers, with the numbers that it gave them', async () => {
		const run = await connectionsOf('supplier');
		const partners = jsonOf(run).map(({ companyId, accountNumber }) => [companyId, accountNumber]);
		expect(partners).toEqual([
			[buyerCompanyId, 'B-20001'],
			[otherBuyerCompanyId, 'B-20002'],
		]);
	});

	test('come up to the limit, and of another company for which the user is authorised', async () => {
		expect(jsonOf(await connectionsOf('buyer', { limit: 2 }))).toHaveLength(2);
		const other = await connectionsOf('group', { companyId: otherBuyerCompanyId });
		expect(jsonOf(other)).toMatchObject([{ companyId: supplierCompanyId, accountNumber: 'S-7' }]);
	});

	test('without an account number hold none', async () => {
		const connection = setting.sandbox.connections[0];
		const { supplierAccountNumber } = connection;
		delete connection.supplierAccountNumber;
		const [partner] = jsonOf(await connectionsOf('buyer'));
		connection.supplierAccountNumber = supplierAccountNumber;
		expect(partner).not.toHaveProperty('accountNumber');
	});

	test('of a company that is none of the user’s are refused in words', async () => {
		const run = await connectionsOf('buyer', { companyId: otherBuyerCompanyId });
		expect(errorOf(run).message).toBe(
			'Tradecloud does not allow this: "Connections of another company"',
		);
	});
});

describe('the list of companies', () => {
	function editor(user: User, fields = {}) {
		const { engine } = setting;
		const data = workflowOf(
			'tradecloud',
			{},
			setting.credential({ ...credentialOf(user), ...fields }),
		);
		const workflow = new Workflow({ ...data, nodeTypes: engine.nodeTypes });
		const [node] = Object.values(workflow.nodes);
		const { methods } = engine.nodeTypes.getByNameAndVersion(node.type) as {
			methods: { listSearch: ListSearch; loadOptions: LoadOptions };
		};
		const context = new LoadOptionsContext(workflow, node, engine.additionalData(data), '');
		return {
			search: (filter?: string) => methods.listSearch.searchCompanies.call(context, filter),
			companies: () => methods.loadOptions.getCompanies.call(context),
			partners: () => methods.loadOptions.getPartners.call(context),
		};
	}

	interface Option {
		name: string;
		value: string;
	}
	type ListSearch = Record<string, (filter?: string) => Promise<{ results: Option[] }>>;
	type LoadOptions = Record<string, () => Promise<Option[]>>;

	const own = { name: 'Your company (Müller & Söhne Maschinenbau B.V.)', value: buyerCompanyId };
	const suppliers = [
		'Fijnmetaal De Linde B.V. (S-10030)',
		'Gießerei Übermorgen KG (S-10020)',
		'Schrauben GmbH Köln (S-10010)',
		'Tôlerie Précise SARL (S-10040)',
	];

	test('shows the own company first, then its partners by name', async () => {
		const { results } = await editor('buyer').search();
		expect(results[0]).toEqual(own);
		expect(results.slice(1).map(({ name }) => name)).toEqual(suppliers);
		expect(await editor('buyer').partners()).toEqual(results);
	});

	test('shows what holds the text that was typed, whatever its case', async () => {
		const { results } = await editor('buyer').search('schrauben');
		expect(results).toEqual([{ name: suppliers[2], value: supplierCompanyId }]);
	});

	test('shows the companies for which the user is authorised after its own, and no others as a filter', async () => {
		const { results } = await editor('group').search();
		expect(results.slice(0, 2)).toEqual([
			own,
			{ name: otherBuyerCompanyId, value: otherBuyerCompanyId },
		]);
		expect(await editor('group').companies()).toEqual([
			{ name: 'All Companies', value: '' },
			...results.slice(0, 2),
		]);
	});

	test('shows ids where Tradecloud does not tell the connections', async () => {
		setting.sandbox.fault({ path: '/connection/search$', status: 403 });
		const { results } = await editor('group').search();
		expect(results).toEqual([
			{ name: `Your company (${buyerCompanyId})`, value: buyerCompanyId },
			{ name: otherBuyerCompanyId, value: otherBuyerCompanyId },
		]);
	});

	test('is not there while Tradecloud cannot be reached, which is told', async () => {
		setting.sandbox.fault({ path: '/connection/search$', status: 503, times: 2 });
		await expect(editor('buyer').search()).rejects.toThrow(/not available/);
	});

	test('says for API v1 what to do instead', async () => {
		await expect(editor('buyer', { apiVersion: 'v1' }).companies()).rejects.toThrow(
			/API v1 has no such list/,
		);
	});
});
