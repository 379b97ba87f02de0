/** Forecasts are appended to those before, never updated (manual: forecast/issue.md, slimstock.md). */
import type { Forecast } from '../../data/forecast';
import { connectionToSupplier, type Context } from './context';

interface ForecastMessage {
	header: { supplierAccountNumber: string; forecastNumber: string };
}

/** Keeps a forecast once its supplier's account number is verified. */
export function keepForecast(kind: Forecast['kind']) {
	return (body: ForecastMessage, context: Context): void => {
		const { supplierAccountNumber } = body.header;
		connectionToSupplier(context, supplierAccountNumber, 'header.supplierAccountNumber');
		const receivedAt = new Date().toISOString();
		context.forecasts.push({ kind, companyId: context.companyId, receivedAt, body: { ...body } });
	};
}
