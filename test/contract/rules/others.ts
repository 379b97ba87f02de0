/** Rules: forecasts, companies, and sending an order to the ERP once more. */
import { forecastLine, slimstockLine, type Body } from '../bodies';
import { answeredIfAllowed, at, is, listAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { send, type World } from '../world';

const issue = 'forecast/issue.md';
const evidence = 'documented';
const usedBy = [parts.forecast];
const buyer = ['buyer'] as const;

async function forecast(world: World, lines: Body[], forecastNumber = world.number()) {
	const supplierAccountNumber = await world.supplierAccountNumber();
	const header = { supplierAccountNumber, forecastNumber };
	return { header, lines, issueDateTime: '2034-01-31T08:00:00' };
}

/** How many forecast lines with this number a login finds. */
async function countLines(world: World, number: string, client = world.buyer): Promise<number> {
	const queries = { forecastNumber: number };
	const body = { queries, filters: {}, offset: 0, limit: 100 };
	const reply = await client.post('/forecast/line/search', body);
	answeredIfAllowed('the search of forecast lines', reply, 200);
	return listAt(reply.data, 'data').length;
}

export const forecasts: readonly Rule[] = [
	{
		page: issue,
		sentence: 'A forecast has a line for each item, with its periods as schedule',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const schedule = [
				{ startDate: '2034-03-01', endDate: '2034-03-31', quantity: 250 },
				{ startDate: '2034-04-01', endDate: '2034-04-30', quantity: 310.5 },
			];
			await send(world.buyer, 'forecast', await forecast(world, [forecastLine({ schedule })]));
		},
	},
	{
		page: issue,
		sentence: 'A number may come again, for another supplier of the same run: lines are appended',
		evidence,
		usedBy: [parts.forecast, parts.sendMessage],
		needs: buyer,
		async check(world) {
			const number = world.number();
			const message = await forecast(world, [forecastLine()], number);
			await send(world.buyer, 'forecast', message);
			await send(world.buyer, 'forecast', message);
			const read = () => countLines(world, number);
			await world.until('two forecast lines', read, (count) => count === 2);
		},
	},
	{
		page: 'SDK: forecast',
		sentence: 'The supplier finds the lines of a forecast by its number',
		evidence: 'sample',
		usedBy: [parts.forecastLines],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const number = world.number();
			await send(world.buyer, 'forecast', await forecast(world, [forecastLine()], number));
			const read = () => countLines(world, number, world.supplier);
			await world.until('a forecast line', read, (count) => count === 1);
		},
	},
	{
		page: 'forecast/slimstock.md',
		sentence: 'A Slimstock forecast has months M0 to M35, of which any may be missing',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const lines = [slimstockLine({ M1: 260, M35: 90.5 })];
			await send(world.buyer, 'forecast/slimstock', await forecast(world, lines));
		},
	},
	{
		page: 'SDK: api-connector/SeedForecasts',
		sentence: 'A line with its one period beside the item, without a schedule, is taken as well',
		evidence: 'guess',
		ifWrong: 'Nothing: the node sends schedule, as the manual has it.',
		usedBy: [],
		needs: buyer,
		async check(world) {
			const period = { startDate: '2034-03-01', endDate: '2034-03-31', quantity: 250 };
			const own = { ...forecastLine({ schedule: undefined }), ...period };
			await send(world.buyer, 'forecast', await forecast(world, [own]));
		},
	},
];

export const companies: readonly Rule[] = [
	{
		page: 'SDK: company/ExportConnections',
		sentence: 'A company’s connections name its partners, and the account numbers it has for them',
		evidence: 'sample',
		usedBy: [parts.companies, parts.partner],
		needs: buyer,
		async check(world) {
			const { companyId } = await world.buyer.claims();
			const accountNumber = await world.supplierAccountNumber();
			const body = { connected: true, offset: 0, limit: 100 };
			const reply = await world.buyer.post(`/company/${companyId}/connection/search`, body);
			answeredIfAllowed('the search of connections', reply, 200);
			const numbers = listAt(reply.data, 'data').map((connection) =>
				at(connection, 'requestingCompanyId') === companyId
					? at(connection, 'requestingCompanyAccountCode')
					: at(connection, 'acceptingCompanyAccountCode'),
			);
			is('the numbers', numbers, `with ${accountNumber}`, numbers.includes(accountNumber));
		},
	},
	{
		page: 'SDK: company/ExportConnections',
		sentence: 'A connection has requestingCompanyName, acceptingCompanyName, and total counts them',
		evidence: 'sample',
		usedBy: [parts.companies, parts.partner],
		needs: buyer,
		async check(world) {
			const { companyId } = await world.buyer.claims();
			const body = { connected: true, offset: 0, limit: 1 };
			const reply = await world.buyer.post(`/company/${companyId}/connection/search`, body);
			answeredIfAllowed('the search of connections', reply, 200);
			const first = at(reply.data, 'data.0');
			const names = [at(first, 'requestingCompanyName'), at(first, 'acceptingCompanyName')];
			is(
				'the names',
				names,
				'two texts',
				names.every((name) => typeof name === 'string'),
			);
			const total = at(reply.data, 'total');
			is('total', total, 'a number', typeof total === 'number');
		},
	},
	{
		page: 'SDK: order/ResendOrders',
		sentence: 'The buyer can let an order be sent to the ERP once more',
		evidence: 'sample',
		usedBy: [parts.orderCommands],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			answeredIfAllowed('the command', await order.command('buyer/resend'), 200, 202);
		},
	},
];
