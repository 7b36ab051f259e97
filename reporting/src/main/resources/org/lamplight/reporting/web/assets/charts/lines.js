import { day } from '../app/format.js';
import { axes, drawing, fitting, plane } from './svg.js';

/* global d3 */

const SHAPES = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond];

/**
 * Several series over time with their limits, told apart by colour, shape and dash.
 *
 * @param series `{ name, points: [{ at, value, low, high, open }] }`; an open point is not final and is drawn hollow
 * @param format how a value is written
 */
export function linesChart(series, { title, format, width: wanted = 640, height = 240 }) {
  const width = fitting(wanted);
  const { across, up } = plane(width, height);
  const all = series.flatMap(({ points }) => points.filter(({ value }) => value !== null));
  const svg = drawing({ width, height, title, description: describe(series, format) });
  if (!all.length) return svg.node();
  const x = d3.scaleUtc(
    d3.extent(all, ({ at }) => new Date(at)),
    [across[0] + 8, across[1] - 8],
  );
  const y = d3.scaleLinear([0, d3.max(all, ({ value, high }) => Math.max(value, high ?? 0)) || 1], up).nice();
  axes(svg, { x, y, width, height });
  svg
    .select('.axis--lines')
    .selectAll('text')
    .text((value) => format(value));
  series.forEach(({ name, points }, index) =>
    draw(
      svg,
      name,
      points.filter(({ value }) => value !== null),
      { x, y, index, format },
    ),
  );
  return svg.node();
}

/** The key to the series of the chart. */
export function seriesKey(names) {
  const list = document.createElement('ul');
  list.className = 'legend';
  names.forEach((name, index) => {
    const svg = d3.create('svg').attr('class', `key series series--${index}`).attr('viewBox', '-14 -7 28 14').attr('aria-hidden', 'true');
    svg.append('path').attr('class', 'series-line').attr('d', 'M-14,0H14');
    svg
      .append('path')
      .attr('class', 'series-dot')
      .attr('d', d3.symbol(SHAPES[index % SHAPES.length], 50)());
    const entry = document.createElement('li');
    entry.append(svg.node(), name);
    list.append(entry);
  });
  return list;
}

function draw(svg, name, points, { x, y, index, format }) {
  const at = (point) => x(new Date(point.at)) + 2 * index;
  const group = svg.append('g').attr('class', `series series--${index}`);
  group
    .selectAll('.limits')
    .data(points.filter(({ low }) => low !== null && low !== undefined))
    .join('path')
    .attr('class', 'limits')
    .attr('d', (point) => `M${at(point)},${y(point.low)}V${y(point.high)}`);
  group
    .append('path')
    .attr('class', 'series-line')
    .attr(
      'd',
      d3
        .line()
        .x(at)
        .y(({ value }) => y(value))(points),
    );
  group
    .selectAll('.series-dot')
    .data(points)
    .join('path')
    .attr('class', ({ open }) => (open ? 'series-dot series-dot--open' : 'series-dot'))
    .attr('transform', (point) => `translate(${at(point)},${y(point.value)})`)
    .attr('d', d3.symbol(SHAPES[index % SHAPES.length], 45)())
    .append('title')
    .text((point) => `${name}, ${day(point.at)}: ${format(point.value)}${point.open ? ', not final' : ''}`);
}

function describe(series, format) {
  return series
    .map(({ name, points }) => {
      const last = points.filter(({ value }) => value !== null).at(-1);
      return last ? `${name}: ${format(last.value)} in the newest of ${points.length} periods.` : `${name}: nothing.`;
    })
    .join(' ');
}
