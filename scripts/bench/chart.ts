/** Pictures of measurements: bars from zero with the range of all rounds, or lines of growth. */
import type { TopLevelSpec } from 'vega-lite' with { 'resolution-mode': 'import' };
import type { Duel, Growth, Measurement } from './part';

const appearance = {
	background: 'white',
	padding: 12,
	config: {
		font: 'sans-serif',
		axis: { labelFontSize: 12, titleFontSize: 12, labelLimit: 400 },
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

function bars({ title, unit, contestants }: Duel): TopLevelSpec {
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
					x: { aggregate: 'median', field: 'value', title: `${unit}, median and range` },
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
	const values = lines.flatMap(({ name, points }) => points.map((point) => ({ name, ...point })));
	return {
		...appearance,
		title,
		width: 480,
		height: 260,
		data: { values },
		mark: { type: 'line', point: true },
		encoding: {
			x: { field: 'orders', type: 'quantitative', title: 'orders', scale: { zero: true } },
			y: { field: 'value', type: 'quantitative', title: unit },
			color: { field: 'name', type: 'nominal', title: null, legend: { labelLimit: 300 } },
		},
	};
}
