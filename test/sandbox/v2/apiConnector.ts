/** `/v2/api-connector`: the messages with which buyers and suppliers change orders and shipments. */
import type { Router } from 'express';
import type { Forecast } from '../data/forecast';
import { strictRouter } from '../http/routing';
import type { State } from '../state';
import { checkSide, type Context } from './connector/context';
import { addDeliveries, setDeliveryHistory } from './connector/deliveries';
import { sendDespatchAdvice } from './connector/despatchAdvice';
import { attachDocuments } from './connector/documents';
import { setIndicators } from './connector/indicators';
import { sendResponse } from './connector/orderResponse';
import { sendOrder, sendSingleDeliveryOrder } from './connector/sendOrder';
import { callerOf, type Service } from './service';
import * as bodies from './validation/bodies';
import type { Rule } from './validation/rules';
import { accepted } from './validation/validate';

export const apiConnector: Service = {
	path: '/api-connector',
	basicPaths: [''],
	routes(state) {
		const router = strictRouter();
		/** Who may send what to which path, and what comes of it. Tradecloud queues it, hence 202. */
		const message = messagesOf(router, state);
		message('buyer', '/order', bodies.orderBody, sendOrder);
		message('buyer', '/order/single-delivery', bodies.singleDeliveryBody, sendSingleDeliveryOrder);
		message('buyer', '/order/indicators', bodies.indicatorsBody, setIndicators);
		message('buyer', '/order/deliveries', bodies.deliveriesBody, addDeliveries);
		message('buyer', '/order/deliveryHistory', bodies.deliveryHistoryBody, setDeliveryHistory);
		message('buyer', '/order/documents', bodies.documentsBody, attachDocuments);
		message('supplier', '/order-response', bodies.orderResponseBody, sendResponse);
		message('supplier', '/shipment/despatch-advice', bodies.despatchAdviceBody, sendDespatchAdvice);
		message('buyer', '/forecast', bodies.forecastBody, keepForecast('forecast'));
		message('buyer', '/forecast/slimstock', bodies.slimstockBody, keepForecast('slimstock'));
		return router;
	},
};

function messagesOf(router: Router, state: State) {
	return <T>(
		sender: 'buyer' | 'supplier',
		path: string,
		rule: Rule<T>,
		process: (body: T, context: Context) => void,
	): void => {
		router.post(path, (request, response) => {
			const user = callerOf(response);
			checkSide(user, sender);
			process(accepted(request.body, rule), { ...state, user });
			response.status(202).json({ ok: true });
		});
	};
}

/** Forecasts are kept as they came, each time anew. */
function keepForecast(kind: Forecast['kind']) {
	return (body: Record<string, unknown>, { forecasts, user }: Context): void => {
		const receivedAt = new Date().toISOString();
		forecasts.push({ kind, companyId: user.companyId, receivedAt, body });
	};
}
