/** A row as a purchaser's sheet has it: an order line, with the columns' names as people write them. */

/** A row of an order at a position; `more` replaces or adds columns. */
export function sheetRow(number: string, position: string, more: object = {}): object {
	return {
		'Purchase Order Number': number,
		'Supplier Account Number': 'S-10010',
		'Destination Code': 'NL-01',
		'Destination Name': 'Warehouse 1',
		'Destination Address Line': 'Industrieweg 12',
		'Destination Postal Code': '5600 AA',
		'Destination City': 'Eindhoven',
		'Destination Country Code': 'NL',
		Position: position,
		'Item Number': `A-47${position}`,
		'Item Name': 'Hexagon bolt M8',
		'Purchase Unit of Measure': 'PCE',
		'Delivery Date': '2027-01-31',
		Quantity: '1000',
		'Net Price': 0.25,
		Currency: 'EUR',
		'Price Unit of Measure': 'PCE',
		...more,
	};
}
