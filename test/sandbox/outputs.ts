/** What the nodes put out, in the sandbox's forms and with the parameters as they are preset. */
import type { ConnectionView } from './v2/company';
import type { ForecastLine } from './data/forecast';
import type { Meta, Order, Shipment, SingleDeliveryOrder } from './data/model';
import type { OrderLineView } from './v2/orderLine';

type WithOrderId<T> = { orderId: string } & T;
type WithShipmentId<T> = { shipmentId: string } & T;

/** Tradecloud's answer to whatever it takes. */
interface Taken {
	ok: boolean;
}

interface StoredFile {
	id: string;
	filename: string;
	contentType: string;
}

type OrderMessage = { purchaseOrderNumber: string } & Taken;
type ForecastMessage = { forecastNumber: string; supplierAccountNumber: string } & Taken;

/** What the Tradecloud Trigger makes of an order event by POST, the most frequent call. */
interface OrderEventItem {
	orderId: string;
	purchaseOrderNumber: string;
	eventName: string;
	messageId: string;
	/** Named by `orderId` in place of `id`, with what only events tell (see `webhooks/events.ts`). */
	orderEvent: WithOrderId<Omit<Order, 'id'>> & { reason?: string; portalUrl: string };
	meta: Meta;
}

/** By `resource/operation` for the Tradecloud node, by `resource` for the Poll Trigger; the Tradecloud Trigger has neither. */
export interface Outputs {
	'': OrderEventItem;
	order: WithOrderId<Order>;
	shipment: WithShipmentId<Shipment>;
	singleDeliveryOrder: WithOrderId<SingleDeliveryOrder>;
	'company/getConnections': {
		companyId?: string;
		companyName?: string;
		accountNumber?: string;
	} & ConnectionView;
	'document/delete': { deleted: boolean };
	'document/download': StoredFile;
	'document/downloadMany': { filename: string; contentType: string; documentIds: string[] };
	'document/getMetadata': StoredFile & { downloadUrl: string };
	'document/upload': StoredFile;
	'forecast/getMany': ForecastLine;
	'forecast/send': ForecastMessage;
	'forecast/sendSlimstock': ForecastMessage;
	'order/acknowledge': WithOrderId<Taken>;
	'order/addDeliveries': OrderMessage;
	'order/approveRequests': WithOrderId<Taken>;
	'order/attachDocuments': OrderMessage;
	'order/get': WithOrderId<Order>;
	'order/getMany': WithOrderId<Order>;
	'order/rejectRequests': WithOrderId<Taken>;
	'order/resend': WithOrderId<Taken>;
	'order/revertCancelled': WithOrderId<Taken>;
	'order/revertCompleted': WithOrderId<Taken>;
	'order/send': OrderMessage;
	'order/sendResponse': OrderMessage;
	'order/setDeliveryHistory': OrderMessage;
	'order/setIndicators': OrderMessage;
	'orderLine/get': OrderLineView;
	'orderLine/getMany': OrderLineView;
	'shipment/get': WithShipmentId<Shipment>;
	'shipment/getMany': WithShipmentId<Shipment>;
	'shipment/resend': WithShipmentId<Taken>;
	'shipment/sendDespatchAdvice': { despatchAdviceNumber: string } & Taken;
}
