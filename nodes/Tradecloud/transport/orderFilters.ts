/** The filters of a search for orders or order lines. SDK: SearchOrders, SendOrderLinesIndicatorsSearchBatch */
import type { Body } from '../model/withoutEmpty';

/** What to look for; a list that is empty or left out means all. */
export interface OrderFilters {
	/** A text that Tradecloud looks for in several fields. */
	query?: string;
	buyerCompanyIds?: string[];
	buyerContactUserIds?: string[];
	supplierCompanyIds?: string[];
	supplierContactUserIds?: string[];
	destinationCodes?: string[];
	processStatus?: string[];
	logisticsStatus?: string[];
	deliveryOverdue?: boolean;
	/** A time stamp in UTC. */
	lastUpdatedSince?: string;
}

/** The same in Tradecloud's form. */
export function orderFilters(filters: OrderFilters): Body {
	return {
		buyerOrder: {
			companyId: filters.buyerCompanyIds,
			contact: { userIds: filters.buyerContactUserIds },
			destination: { code: filters.destinationCodes },
		},
		supplierOrder: {
			companyId: filters.supplierCompanyIds,
			contact: { userIds: filters.supplierContactUserIds },
		},
		status: { processStatus: filters.processStatus, logisticsStatus: filters.logisticsStatus },
		indicators: { deliveryOverdue: filters.deliveryOverdue },
		lastUpdatedSince: filters.lastUpdatedSince,
	};
}
