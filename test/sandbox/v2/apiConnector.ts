/** `/v2/api-connector`: the messages with which buyers and suppliers change orders and shipments. */
import type { Router } from 'express';
import type { z } from 'zod';
import { strictRouter } from '../http/routing';
import type { State } from '../state';
import { checkSide, senderOf, type Context } from './connector/context';
import { addDeliveries, setDeliveryHistory } from './connector/deliveries';
import { sendDespatchAdvice } from './connector/despatchAdvice';
import { attachDocuments } from './connector/documents';
import { keepForecast } from './connector/forecasts';
import { setIndicators } from './connector/indicators';
import { sendResponse } from './connector/orderResponse';
import { sendOrder } from './connector/sendOrder';
import { sendSingleDeliveryOrder } from './connector/singleDelivery';
import { callerOf, type Service } from './service';
import { deliveriesBody } from './validation/deliveries';
import { deliveryHistoryBody } from './validation/deliveryHistory';
import { despatchAdviceBody } from './validation/despatchAdvice';
import { documentsBody } from './validation/documents';
import { forecastBody } from './validation/forecast';
import { indicatorsBody } from './validation/indicators';
import { orderBody } from './validation/order';
import { orderResponseBody } from './validation/orderResponse';
import { singleDeliveryBody } from './validation/singleDeliveryOrder';
import { slimstockBody } from './validation/slimstockForecast';
import { accepted } from './validation/validate';

export const apiConnector: Service = {
	path: '/api-connector',
	basicPaths: [''],
	routes(state) {
		const router = strictRouter();
		const buyer = messagesOf(router, state, 'buyer');
		buyer('/order', orderBody, inOrder, sendOrder);
		buyer('/order/single-delivery', singleDeliveryBody, inOrder, sendSingleDeliveryOrder);
		buyer('/order/indicators', indicatorsBody, inOrder, setIndicators);
		buyer('/order/deliveries', deliveriesBody, inOrder, addDeliveries);
		buyer('/order/deliveryHistory', deliveryHistoryBody, inOrder, setDeliveryHistory);
		buyer('/order/documents', documentsBody, inOrder, attachDocuments);
		buyer('/forecast', forecastBody, inHeader, keepForecast('forecast'));
		buyer('/forecast/slimstock', slimstockBody, inHeader, keepForecast('slimstock'));
		const supplier = messagesOf(router, state, 'supplier');
		supplier('/order-response', orderResponseBody, inOrder, sendResponse);
		supplier('/shipment/despatch-advice', despatchAdviceBody, inSupplier, sendDespatchAdvice);
		return router;
	},
};

/** Where a message names the company for which it is sent. */
interface Place<Body> {
	path: string;
	of: (body: Body) => string | undefined;
}

const inOrder: Place<{ order: { companyId?: string } }> = {
	path: 'order.companyId',
	of: ({ order }) => order.companyId,
};
const inHeader: Place<{ header: { companyId?: string } }> = {
	path: 'header.companyId',
	of: ({ header }) => header.companyId,
};
/** manual: shipment/supplier/send-despatch-advice.md */
const inSupplier: Place<{ header: { supplierCompanyId?: string } }> = {
	path: 'header.supplierCompanyId',
	of: ({ header }) => header.supplierCompanyId,
};

/**
 * Who may send what to which path, and what comes of it. It is answered 202, for messages are queued
 * (manual: order/supplier/send-order-response/README.md), but here processed before the answer.
 */
function messagesOf(router: Router, state: State, sender: 'buyer' | 'supplier') {
	return <S extends z.ZodTypeAny>(
		path: string,
		schema: S,
		company: Place<z.output<S>>,
		process: (body: z.output<S>, context: Context) => unknown,
	): void => {
		router.post(path, (request, response) => {
			const user = callerOf(response);
			checkSide(user, sender);
			const body = accepted(request.body, schema);
			const companyId = senderOf(user, company.of(body), company.path);
			process(body, { ...state, user, companyId });
			response.status(202).json({ ok: true });
		});
	};
}
