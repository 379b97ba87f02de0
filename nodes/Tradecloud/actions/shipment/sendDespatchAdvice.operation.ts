/** Announces a shipment. Repeating it is safe: Tradecloud matches the number. */
import { despatchAdvice } from '../../model/messages/despatchAdvice';
import { sendOperation } from '../message/send';

export const sendDespatchAdvice = sendOperation({
	value: 'sendDespatchAdvice',
	name: 'Send Despatch Advice',
	action: 'Send despatch advice',
	description: 'As a supplier, announce goods that are on their way to the buyer',
	message: despatchAdvice,
	path: '/api-connector/shipment/despatch-advice',
});
