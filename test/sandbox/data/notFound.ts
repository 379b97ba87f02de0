/** Thrown for an order, line or shipment that the sandbox does not have; answered with 404. */
export class NotFound extends Error {
	readonly status = 404;
}
