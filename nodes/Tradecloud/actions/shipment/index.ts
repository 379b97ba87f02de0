/** The resource for shipments, and the list of its operations. */
import type { Resource } from '../operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { resend } from './resend.operation';
import { sendDespatchAdvice } from './sendDespatchAdvice.operation';

export const shipment: Resource = {
	value: 'shipment',
	name: 'Shipment',
	description: 'Goods on their way from supplier to buyer',
	operations: [get, getMany, sendDespatchAdvice, resend],
};
