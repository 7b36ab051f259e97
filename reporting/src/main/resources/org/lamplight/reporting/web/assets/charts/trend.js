import { day, decimal, plural } from '../app/format.js';
import { usualRange } from './band.js';
import { axes, drawing, fitting, plane } from './svg.js';

/* global d3 */

const FULL = 0.9;

/**
 * Counts by period with what was to be expected: the usual range as a band, what has come as dots on a line, what a
 * filling week will have come to as a bar with its limits, and weeks that are filling on a shaded ground.
 */
export function trendChart(rows, { title, highest }) {
  const width = fitting(440);
  const height = 170;
  const { across, up } = plane(width, height);
  const points = rows.map((row) => ({ ...row, at: new Date(row.first_day), range: usualRange(row.expected, row.dispersion) }));
  const svg = drawing({ width, height, title, description: describe(rows) });
  const x = d3.scaleUtc(
    d3.extent(points, ({ at }) => at),
    [across[0] + 4, across[1] - 4],
  );
  const top = highest ?? d3.max(points, ({ observed, range, nowcast_high: high }) => Math.max(observed, range?.high ?? 0, high ?? 0));
  const y = d3.scaleLinear([0, Math.max(4, top)], up).nice();
  shadeFilling(svg, points, x, across, up);
  axes(svg, { x, y, width, height });
  const known = ({ range }) => range !== null;
  svg
    .append('path')
    .attr('class', 'band')
    .attr(
      'd',
      d3
        .area()
        .defined(known)
        .x(({ at }) => x(at))
        .y0(({ range }) => y(range.low))
        .y1(({ range }) => y(range.high))(points),
    );
  svg
    .append('path')
    .attr('class', 'expected')
    .attr(
      'd',
      d3
        .line()
        .defined(({ expected }) => expected !== null)
        .x(({ at }) => x(at))
        .y(({ expected }) => y(expected))(points),
    );
  svg
    .append('path')
    .attr('class', 'observed')
    .attr(
      'd',
      d3
        .line()
        .x(({ at }) => x(at))
        .y(({ observed }) => y(observed))(points.filter(isOver)),
    );
  drawNowcasts(svg, points, x, y);
  drawDots(svg, points, x, y);
  return svg.node();
}

/** Whether a period has passed; the last day of a running week counts as running. */
export const isOver = ({ complete, completeness }) => complete && completeness !== 0;
const isFilling = ({ completeness }) => completeness !== null && completeness !== undefined && completeness < FULL;

function shadeFilling(svg, points, x, across, up) {
  const first = points.find(isFilling);
  if (!first) return;
  const from = Math.max(across[0], x(first.at) - 3);
  svg
    .append('rect')
    .attr('class', 'filling')
    .attr('x', from)
    .attr('y', up[1])
    .attr('width', across[1] - from)
    .attr('height', up[0] - up[1])
    .append('title')
    .text('Reports of these weeks are still coming in');
}

function drawNowcasts(svg, points, x, y) {
  const filling = points.filter((point) => isFilling(point) && point.nowcast_high !== null);
  svg
    .append('g')
    .attr('class', 'nowcast')
    .selectAll('path')
    .data(filling)
    .join('path')
    .attr('d', ({ at, nowcast_low: low, nowcast_high: high }) => `M${x(at) - 3},${y(high)}h6m-3,0V${y(low)}m-3,0h6`);
}

function drawDots(svg, points, x, y) {
  const dots = svg
    .append('g')
    .selectAll('path')
    .data(points.filter(isOver))
    .join('path')
    .attr('class', ({ status }) => (isAlert(status) ? 'dot dot--alert' : 'dot'))
    .attr('transform', ({ at, observed }) => `translate(${x(at)},${y(observed)})`)
    .attr('d', ({ status }) => (isAlert(status) ? d3.symbol(d3.symbolDiamond, 70)() : d3.symbol(d3.symbolCircle, 9)()));
  dots
    .append('title')
    .text(
      ({ first_day: from, observed, expected }) =>
        `${day(from)}: ${plural(observed, 'report')}${expected === null || expected === undefined ? '' : `, ${decimal(expected)} expected`}`,
    );
}

const isAlert = (status) => status === 'ALERT' || status === 'WATCH';

function describe(rows) {
  const newest = rows.filter(isOver).at(-1);
  if (!newest) return 'No period that is over.';
  const compared = newest.expected === null || newest.expected === undefined ? '' : `, ${decimal(newest.expected)} expected`;
  return `From ${day(rows[0].first_day)} to ${day(newest.last_day)}. The newest period that is over has ${plural(newest.observed, 'report')}${compared}.`;
}
