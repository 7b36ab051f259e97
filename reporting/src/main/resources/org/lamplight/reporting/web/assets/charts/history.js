import { day, plural } from '../app/format.js';
import { axes, drawing, fitting, plane } from './svg.js';

/* global d3 */

/** Bars of counts by week. Weeks without reports are in the list as nought. */
export function historyChart(weeks, { title }) {
  const width = fitting(440);
  const height = 170;
  const { across, up } = plane(width, height);
  const total = d3.sum(weeks, ({ reports }) => reports);
  const description = weeks.length
    ? `${plural(total, 'report')} from the week of ${day(weeks[0].week)} to the week of ${day(weeks.at(-1).week)}; ${d3.max(weeks, ({ reports }) => reports)} in the busiest week.`
    : 'No reports.';
  const svg = drawing({ width, height, title, description });
  const x = d3.scaleUtc([new Date(weeks[0].week), d3.utcDay.offset(new Date(weeks.at(-1).week), 7)], across);
  const y = d3.scaleLinear(
    [
      0,
      Math.max(
        4,
        d3.max(weeks, ({ reports }) => reports),
      ),
    ],
    up,
  );
  axes(svg, { x, y, width, height });
  const step = (across[1] - across[0]) / weeks.length;
  svg
    .append('g')
    .attr('class', 'bars')
    .selectAll('rect')
    .data(weeks.filter(({ reports }) => reports))
    .join('rect')
    .attr('x', ({ week }) => x(new Date(week)) + step * 0.1)
    .attr('width', step * 0.8)
    .attr('y', ({ reports }) => y(reports))
    .attr('height', ({ reports }) => up[0] - y(reports))
    .append('title')
    .text(({ week, reports }) => `Week of ${day(week)}: ${plural(reports, 'report')}`);
  return svg.node();
}

/** Every week from the first to the last Monday, with nought where there is nothing. */
export function withEmptyWeeks(rows, last) {
  const reports = d3.rollup(
    rows,
    (same) => d3.sum(same, (row) => row.reports),
    (row) => row.week,
  );
  const end = d3.utcMonday.floor(new Date(last));
  const start = d3.min([d3.utcMonday.offset(end, -52), ...rows.map(({ week }) => new Date(week))]);
  return d3.utcMonday.range(start, d3.utcDay.offset(end, 1)).map((monday) => {
    const week = monday.toISOString().slice(0, 10);
    return { week, reports: reports.get(week) ?? 0 };
  });
}
