/** The bodies that `api-connector` takes: the required fields, and what else it reads. */
import {
	array,
	date,
	flag,
	identifier,
	localDateTime,
	number,
	object,
	text,
	withOneOf,
	type Checked,
} from './rules';

const money = object({ value: number, currencyIso: text });
const price = object({ priceInTransactionCurrency: money }, { priceInBaseCurrency: money });
const priceFields = { netPrice: price, grossPrice: price, discountPercentage: number };
const unitFields = { priceUnitOfMeasureIso: text, priceUnitQuantity: number };
const askedPrices = withOneOf(['netPrice', 'grossPrice'], object(unitFields, priceFields));
const answeredPrices = object({}, { ...priceFields, ...unitFields });
const delivery = object({ position: identifier, date, quantity: number });
const document = withOneOf(
	['objectId', 'url'],
	object(
		{},
		{
			code: text,
			revision: text,
			name: text,
			description: text,
			type: text,
			objectId: text,
			url: text,
		},
	),
);
const documents = array(document);

const orderHeader = object(
	{
		supplierAccountNumber: identifier,
		purchaseOrderNumber: identifier,
		destination: object({
			code: text,
			names: array(text),
			addressLines: array(text),
			postalCode: text,
			city: text,
			countryCodeIso2: text,
		}),
	},
	{ documents },
);
const lineFields = {
	position: identifier,
	item: object({ number: identifier, name: text, purchaseUnitOfMeasureIso: text }),
	prices: askedPrices,
};
const issue = { erpIssueDateTime: localDateTime, erpIssuedBy: object({}) };

const orderLine = object({ ...lineFields, deliverySchedule: array(delivery, 1) }, { documents });
export const orderBody = object({ order: orderHeader, lines: array(orderLine) }, issue);

const singleDeliveryLine = object(
	{ ...lineFields, scheduledDelivery: object({ date, quantity: number }) },
	{ documents },
);
export const singleDeliveryBody = object(
	{ order: orderHeader, lines: array(singleDeliveryLine) },
	issue,
);

const orderIndicators = object(
	{},
	{
		shipped: flag,
		delivered: flag,
		completed: flag,
		cancelled: flag,
		confirmed: flag,
		requestReconfirmation: flag,
	},
);
export const indicatorsBody = object(
	{ order: object({ purchaseOrderNumber: identifier, indicators: orderIndicators }) },
	{ lines: array(object({ position: identifier, indicators: orderIndicators })) },
);

const orderNumber = object({ purchaseOrderNumber: identifier });
export const deliveriesBody = object({
	order: orderNumber,
	lines: array(object({ position: identifier, deliveries: array(delivery) })),
});
export const deliveryHistoryBody = object({
	order: orderNumber,
	lines: array(object({ position: identifier, deliveryHistory: array(delivery) })),
});

export const documentsBody = object(
	{ order: object({ purchaseOrderNumber: identifier }, { documents }) },
	{ lines: array(object({ position: identifier, documents })) },
);

const answer = object({}, { accepted: flag, rejected: flag });
const answeredDelivery = object({ date, quantity: number }, { position: identifier });
const responseLine = object(
	{ purchaseOrderLinePosition: identifier },
	{
		deliverySchedule: array(answeredDelivery, 1),
		prices: answeredPrices,
		indicators: answer,
		reason: text,
	},
);
export const orderResponseBody = object({
	order: object(
		{ buyerAccountNumber: identifier, purchaseOrderNumber: identifier },
		{ indicators: answer, reason: text },
	),
	lines: array(responseLine, 1),
});

export const despatchAdviceBody = object({
	header: object(
		{
			buyerAccountNumber: identifier,
			despatchAdviceNumber: identifier,
			shipment: object({ shipmentNumber: identifier }, { transportMode: text }),
		},
		{ documents },
	),
	lines: array(
		object(
			{
				despatchAdviceLinePosition: identifier,
				purchaseOrderNumber: identifier,
				purchaseOrderLinePosition: identifier,
				despatchQuantity: number,
			},
			{ backorderQuantity: number, deliverySchedulePosition: identifier },
		),
	),
});

const forecastHeader = object({ supplierAccountNumber: identifier, forecastNumber: identifier });
const period = object({ startDate: date, endDate: date, quantity: number });
const forecastItem = object({
	buyerItemNumber: identifier,
	buyerItemName: text,
	purchaseUnitOfMeasureIso: text,
});
export const forecastBody = object({
	header: forecastHeader,
	lines: array(object({ item: forecastItem, schedule: array(period) })),
});

const months = Object.fromEntries(Array.from({ length: 36 }, (_, month) => [`M${month}`, number]));
export const slimstockBody = object({
	header: forecastHeader,
	lines: array(
		object(
			{
				buyerItemNumber: identifier,
				buyerItemName: text,
				purchaseUnitOfMeasureIso: text,
				startDate: date,
			},
			months,
		),
	),
});

/** A buyer's answer to open requests of lines. */
export const requestAnswerBody = object(
	{ linePositions: array(identifier, 1) },
	{ version: number, reason: text },
);

export type OrderBody = Checked<typeof orderBody>;
export type SingleDeliveryBody = Checked<typeof singleDeliveryBody>;
export type SentLine = Checked<typeof orderLine>;
export type SentPrices = Checked<typeof answeredPrices>;
export type SentDelivery = Checked<typeof answeredDelivery>;
export type SentDocument = Checked<typeof document>;
export type IndicatorsBody = Checked<typeof indicatorsBody>;
export type OrderIndicators = Checked<typeof orderIndicators>;
export type DeliveriesBody = Checked<typeof deliveriesBody>;
export type DeliveryHistoryBody = Checked<typeof deliveryHistoryBody>;
export type DocumentsBody = Checked<typeof documentsBody>;
export type OrderResponseBody = Checked<typeof orderResponseBody>;
export type ResponseLine = Checked<typeof responseLine>;
export type DespatchAdviceBody = Checked<typeof despatchAdviceBody>;
export type DespatchLine = DespatchAdviceBody['lines'][number];
export type RequestAnswerBody = Checked<typeof requestAnswerBody>;
