/** Pictures of measurements: bars from zero with the range of all rounds, or lines of growth. */
import type { TopLevelSpec } from 'vega-lite' with { 'resolution-mode': 'import' };
import { isFixed, type Duel, type Growth, type Measurement } from './part';

const appearance = {
	background: 'white',
	padding: 12,
	config: {
		font: 'sans-serif',
		axis: { labelFontSize: 12, titleFontSize: 12, labelLimit: 400 },
		legend: { labelFontSize: 12, labelLimit: 300 },
		title: { fontSize: 14, anchor: 'start' },
		view: { stroke: null },
	},
} as const;

/** As SVG. */
export async function pictureOf(measurement: Measurement): Promise<string> {
	// Both exist as modules alone, which only `import()` can load from here.
	const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
	const spec = 'lines' in measurement ? lines(measurement) : bars(measurement);
	const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: 'none' });
	return `${await view.toSVG()}\n`;
}

function bars(duel: Duel): TopLevelSpec {
	const { title, unit, contestants } = duel;
	const values = contestants.flatMap(({ name, values }) =>
		values.map((value) => ({ name, value })),
	);
	const y = { field: 'name', type: 'nominal', title: null, sort: null } as const;
	const color = { field: 'name', type: 'nominal', sort: null, legend: null } as const;
	return {
		...appearance,
		title,
		width: 480,
		height: { step: 36 },
		data: { values },
		encoding: { y },
		layer: [
			{
				mark: { type: 'bar', height: 20 },
				encoding: {
					x: {
						aggregate: 'median',
						field: 'value',
						title: isFixed(duel) ? unit : `${unit}, median and range`,
					},
					color,
				},
			},
			{
				mark: { type: 'rule', strokeWidth: 2 },
				encoding: {
					x: { aggregate: 'min', field: 'value', type: 'quantitative' },
					x2: { aggregate: 'max', field: 'value' },
				},
			},
		],
	};
}

function lines({ title, unit, lines }: Growth): TopLevelSpec {
	const values = lines.flatMap(({ name, points }) =>
		points.flatMap(({ orders, values }) => values.map((value) => ({ name, orders, value }))),
	);
	const y = { field: 'value', type: 'quantitative', scale: { domainMin: 0, clamp: true } } as const;
	return {
		...appearance,
		title,
		width: 480,
		height: 260,
		data: { values },
		encoding: {
			x: { field: 'orders', type: 'quantitative', title: 'orders', scale: { zero: true } },
			color: { field: 'name', type: 'nominal', title: null },
		},
		layer: [
			{
				mark: { type: 'line', point: true },
				encoding: { y: { ...y, aggregate: 'median', title: `${unit}, median and range` } },
			},
			{
				mark: { type: 'rule', strokeWidth: 2 },
				encoding: {
					y: { ...y, aggregate: 'min' },
					y2: { field: 'value', aggregate: 'max' },
				},
			},
		],
	};
}
