/** The ERP Tryton, from Debian's packages: a company that buys, and what a purchaser does there. */
import { existsSync } from 'node:fs';

import axios from 'axios';

import { startLocalServer } from '../../../tools/local-server';

const database = 'erp';
const login = { username: 'admin', password: 'tryton:secret' };

/** Makes the settings, and a database with the module for purchases; takes some 25 s. */
const prepare = `
printf '[database]\\nuri = sqlite://\\npath = %s\\n[web]\\nlisten = %s\\n' "$PWD" "$1" > trytond.conf
printf '%s' "$2" > password
touch ${database}.sqlite
TRYTONPASSFILE=password trytond-admin -c trytond.conf -d ${database} -u purchase \\
	--activate-dependencies --email admin@buyer.example
`;

/** A line that a purchaser enters. */
export interface WantedLine {
	quantity: number;
	unitPrice: number;
	/** `yyyy-MM-dd` */
	date: string;
}

/** A purchase as Tryton has it. */
export interface Purchase {
	id: number;
	number: string;
	lineIds: number[];
}

export class Tryton {
	readonly login = login;
	private context: object = {};
	private company = 0;
	private currency = 0;
	private product = 0;

	private constructor(
		/** With the database at its end. */
		readonly url: string,
		readonly close: () => Promise<void>,
	) {}

	/** Starts it with a company, a currency and one product. */
	static async start(): Promise<Tryton> {
		if (!existsSync('/usr/bin/trytond')) {
			throw new Error("Debian's package tryton-modules-purchase is not installed");
		}
		const server = await startLocalServer({
			name: 'Tryton',
			prepare: ({ host, port }) => ['sh', '-ec', prepare, 'sh', `${host}:${port}`, login.password],
			start: () => ['trytond', '-c', 'trytond.conf', '-d', database, '-v'],
			readyLine: 'CTRL+C to quit',
		});
		const url = `http://${server.host}:${server.port}/${database}/`;
		const tryton = new Tryton(url, async () => await server.close());
		await tryton.setUp();
		return tryton;
	}

	/** Calls a method, as Tryton's own clients do. */
	async call<T>(method: string, ...parameters: unknown[]): Promise<T> {
		const body = { id: 1, method, params: [...parameters, this.context] };
		const config = { auth: login, proxy: false as const };
		const { data } = await axios.post<{ result: T; error?: unknown }>(this.url, body, config);
		if (data.error) throw new Error(`${method}: ${JSON.stringify(data.error)}`);
		return data.result;
	}

	private async create(model: string, values: object): Promise<number> {
		const [id] = await this.call<number[]>(`model.${model}.create`, [values]);
		return id;
	}

	private async setUp(): Promise<void> {
		const rates = [['create', [{ date: dateOf('2020-01-01'), rate: decimal(1) }]]];
		this.currency = await this.create('currency.currency', {
			name: 'Euro',
			code: 'EUR',
			symbol: '€',
			rates,
		});
		const party = await this.create('party.party', { name: 'Buyer' });
		this.company = await this.create('company.company', { party, currency: this.currency });
		const companies = [['add', [this.company]]];
		await this.call('model.res.user.write', [1], { companies, company: this.company });
		this.context = { company: this.company };
		const [unit] = await this.call<number[]>('model.product.uom.search', [['symbol', '=', 'u']]);
		const template = await this.create('product.template', {
			name: 'Hexagon bolt M8',
			type: 'goods',
			default_uom: unit,
			purchasable: true,
			purchase_uom: unit,
			list_price: decimal(1),
			cost_price_method: 'fixed',
			products: [['create', [{ suffix_code: 'A-4711' }]]],
		});
		[this.product] = await this.call<number[]>('model.product.product.search', [
			['template', '=', template],
		]);
	}

	/** A supplier with this code; returns its id. */
	async supplier(code: string): Promise<number> {
		return await this.create('party.party', {
			name: `Supplier ${code}`,
			code,
			addresses: [['create', [{}]]],
		});
	}

	/** Enters a purchase and confirms it. */
	async purchase(supplier: number, wanted: WantedLine[]): Promise<Purchase> {
		const search = async (model: string, domain: unknown[]) =>
			(await this.call<number[]>(`model.${model}.search`, domain))[0];
		const [unit] = await this.call<number[]>('model.product.uom.search', [['symbol', '=', 'u']]);
		const lines = wanted.map(({ quantity, unitPrice, date }) => ({
			type: 'line',
			product: this.product,
			quantity,
			unit,
			unit_price: decimal(unitPrice),
			delivery_date_edit: true,
			delivery_date_store: dateOf(date),
		}));
		const id = await this.create('purchase.purchase', {
			company: this.company,
			party: supplier,
			invoice_party: supplier,
			invoice_address: await search('party.address', [['party', '=', supplier]]),
			currency: this.currency,
			warehouse: await search('stock.location', [['type', '=', 'warehouse']]),
			invoice_method: 'manual',
			purchase_date: dateOf('2026-11-01'),
			lines: [['create', lines]],
		});
		await this.call('model.purchase.purchase.quote', [id]);
		await this.call('model.purchase.purchase.confirm', [id]);
		const [{ number, lines: lineIds }] = await this.call<{ number: string; lines: number[] }[]>(
			'model.purchase.purchase.read',
			[id],
			['number', 'lines'],
		);
		return { id, number, lineIds };
	}

	/** When the goods of a line are expected, as a purchaser reads it there; `yyyy-MM-dd`. */
	async expectedOn(lineId: number): Promise<string> {
		type Read = { delivery_date: ReturnType<typeof dateOf> };
		const [read] = await this.call<Read[]>('model.purchase.line.read', [lineId], ['delivery_date']);
		const { year, month, day } = read.delivery_date;
		return [year, month, day].map((own) => String(own).padStart(2, '0')).join('-');
	}

	/** What the notes on a purchase say. */
	async notes({ id }: Purchase): Promise<string[]> {
		const domain = [['resource', '=', `purchase.purchase,${id}`]];
		const notes = await this.call<{ message: string }[]>(
			'model.ir.note.search_read',
			domain,
			0,
			null,
			null,
			['message'],
		);
		return notes.map(({ message }) => message);
	}
}

/** A date as Tryton's JSON has it. */
function dateOf(date: string) {
	const [year, month, day] = date.split('-').map(Number);
	return { __class__: 'date', year, month, day };
}

function decimal(value: number): object {
	return { __class__: 'Decimal', decimal: String(value) };
}
