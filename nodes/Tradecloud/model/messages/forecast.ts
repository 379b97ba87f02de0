/** The messages by which a buyer tells a supplier what it expects to order (Tradecloud API manual, "Send forecast"). */
import { date, identifier, list, number, object, optional, text, type Shape } from '../shape';
import { columns, type Column, type Message } from './message';

const header = columns('string', {
	forecastNumber: [
		'Forecast Number',
		'header.forecastNumber',
		{ description: 'Your number for this forecast', placeholder: 'e.g. FC-2027-01' },
	],
	supplierAccountNumber: [
		'Supplier Account Number',
		'header.supplierAccountNumber',
		{ description: 'The number of the supplier in your ERP', placeholder: 'e.g. S-10010' },
	],
});

const headerShape = object({ supplierAccountNumber: identifier, forecastNumber: identifier });
const exampleHeader = { supplierAccountNumber: 'S-10010', forecastNumber: 'FC-2027-01' };
const item = {
	buyerItemNumber: 'A-4711',
	buyerItemName: 'Hexagon bolt M8',
	purchaseUnitOfMeasureIso: 'PCE',
};

function itemColumns(path: string): Column[] {
	return columns('string', {
		buyerItemNumber: [
			'Item Number',
			`${path}buyerItemNumber`,
			{ description: 'The number of the item in your ERP', placeholder: 'e.g. A-4711' },
		],
		buyerItemName: [
			'Item Name',
			`${path}buyerItemName`,
			{
				description: 'What the supplier reads as the name of the item',
				placeholder: 'e.g. Hexagon bolt M8',
			},
		],
		purchaseUnitOfMeasureIso: [
			'Purchase Unit of Measure',
			`${path}purchaseUnitOfMeasureIso`,
			{ description: 'As ISO has it, such as PCE for pieces', placeholder: 'e.g. PCE' },
		],
	});
}

const itemShape = {
	buyerItemNumber: identifier,
	buyerItemName: text,
	purchaseUnitOfMeasureIso: text,
};

export const forecast: Message = {
	name: 'forecast',
	number: 'forecastNumber',
	shape: object({
		header: headerShape,
		lines: list(
			object({
				item: object(itemShape),
				schedule: list(object({ startDate: date, endDate: date, quantity: number }), { least: 1 }),
			}),
			{ least: 1, most: 500 },
		),
	}),
	header,
	line: [
		...itemColumns('item.'),
		...columns('string', {
			startDate: [
				'Start Date',
				'schedule.0.startDate',
				{
					description: 'First day of the period, in the form yyyy-MM-dd',
					placeholder: 'e.g. 2027-01-01',
				},
			],
			endDate: [
				'End Date',
				'schedule.0.endDate',
				{
					description: 'Last day of the period, in the form yyyy-MM-dd',
					placeholder: 'e.g. 2027-01-31',
				},
			],
		}),
		...columns('number', {
			quantity: [
				'Quantity',
				'schedule.0.quantity',
				{ description: 'How much you expect to order in this period' },
			],
		}),
	],
	example: {
		header: exampleHeader,
		lines: [
			{ item, schedule: [{ startDate: '2027-01-01', endDate: '2027-01-31', quantity: 500 }] },
		],
	},
};

/** M0 is the month of the start date, M35 the last of the three years. */
const months = Array.from({ length: 36 }, (_month, index) => `M${index}`);

function monthDescription(month: string): string {
	return month === 'M0'
		? 'How much you expect to order in the month of the start date'
		: `How much you expect to order ${month.slice(1)} months after the start date`;
}

export const slimstockForecast: Message = {
	name: 'forecast',
	number: 'forecastNumber',
	shape: object({
		header: headerShape,
		lines: list(
			object({
				...itemShape,
				startDate: date,
				...(Object.fromEntries(months.map((month) => [month, optional(number)])) as Record<
					string,
					Shape
				>),
			}),
			{ least: 1, most: 500 },
		),
	}),
	header,
	line: [
		...itemColumns(''),
		...columns('string', {
			startDate: [
				'Start Date',
				'startDate',
				{
					description: 'First day of month M0, in the form yyyy-MM-dd',
					placeholder: 'e.g. 2027-01-01',
				},
			],
		}),
		...columns(
			'number',
			Object.fromEntries(
				months.map((month) => [
					month,
					[`Quantity ${month}`, month, { required: false, description: monthDescription(month) }],
				]),
			),
		),
	],
	example: {
		header: exampleHeader,
		lines: [{ ...item, startDate: '2027-01-01', M0: 500, M1: 250 }],
	},
};
