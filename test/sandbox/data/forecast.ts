/** A forecast as a buyer sent it. */
export interface Forecast {
	kind: 'forecast' | 'slimstock';
	companyId: string;
	/** ISO 8601. */
	receivedAt: string;
	body: Record<string, unknown>;
}
