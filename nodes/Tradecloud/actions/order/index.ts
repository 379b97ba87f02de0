/** The resource for purchase orders, and the list of its operations. */
import type { Resource } from '../operation';
import { acknowledge } from './acknowledge.operation';
import { addDeliveries } from './addDeliveries.operation';
import { approveRequests } from './approveRequests.operation';
import { attachDocuments } from './attachDocuments.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { rejectRequests } from './rejectRequests.operation';
import { resend } from './resend.operation';
import { revertCancelled } from './revertCancelled.operation';
import { revertCompleted } from './revertCompleted.operation';
import { send } from './send.operation';
import { sendResponse } from './sendResponse.operation';
import { setDeliveryHistory } from './setDeliveryHistory.operation';
import { setIndicators } from './setIndicators.operation';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	description: 'Purchase orders, their responses, deliveries and documents',
	operations: [
		get,
		getMany,
		send,
		sendResponse,
		setIndicators,
		addDeliveries,
		setDeliveryHistory,
		attachDocuments,
		approveRequests,
		rejectRequests,
		revertCancelled,
		revertCompleted,
		resend,
		acknowledge,
	],
};
