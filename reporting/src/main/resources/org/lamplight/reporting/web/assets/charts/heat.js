import { plural } from '../app/format.js';
import { DAYS } from '../app/words.js';
import { drawing } from './svg.js';

/* global d3 */

const SIZE = 17;
const LEFT = 44;
const TOP = 18;

/** Reports by hour and day of the week: seven rows of 24 squares, the number in each that has any. */
export function heatMap(byHour, { title }) {
  const most = d3.max(byHour) || 1;
  const busiest = byHour.indexOf(most);
  const total = d3.sum(byHour);
  const description = total
    ? `${plural(total, 'report')} with a known hour. Most, ${most}, on ${DAYS[Math.floor(busiest / 24)]} at ${busiest % 24}:00.`
    : 'No report with a known hour.';
  const svg = drawing({ width: LEFT + 24 * SIZE + 4, height: TOP + 7 * SIZE + 4, title, description });
  const colour = d3.scaleQuantize([0, most], d3.schemeYlGnBu[6]);
  const dark = (reports) => reports > (most * 5) / 6;
  svg
    .append('g')
    .attr('class', 'heat-text')
    .selectAll('text')
    .data(d3.range(0, 24, 3))
    .join('text')
    .attr('x', (hour) => LEFT + hour * SIZE)
    .attr('y', TOP - 6)
    .text((hour) => `${hour}:00`);
  svg
    .append('g')
    .attr('class', 'heat-text')
    .selectAll('text')
    .data(DAYS)
    .join('text')
    .attr('x', 0)
    .attr('y', (_, row) => TOP + row * SIZE + 12)
    .text((name) => name.slice(0, 3));
  const cells = svg
    .append('g')
    .selectAll('g')
    .data(byHour)
    .join('g')
    .attr('transform', (_, hour) => `translate(${LEFT + (hour % 24) * SIZE},${TOP + Math.floor(hour / 24) * SIZE})`);
  cells
    .append('rect')
    .attr('class', 'heat')
    .attr('width', SIZE - 1)
    .attr('height', SIZE - 1)
    .attr('fill', (reports) => (reports ? colour(reports) : '#f3f2f1'));
  cells
    .filter((reports) => reports)
    .append('text')
    .attr('class', 'heat-count')
    .attr('x', SIZE / 2 - 0.5)
    .attr('y', 12)
    .attr('fill', (reports) => (dark(reports) ? '#ffffff' : '#0b0c0c'))
    .attr('font-size', (reports) => (reports > 99 ? 7.5 : 9))
    .text((reports) => reports);
  cells
    .append('title')
    .text((reports, hour) => `${DAYS[Math.floor(hour / 24)]} ${hour % 24}:00 to ${(hour % 24) + 1}:00: ${plural(reports, 'report')}`);
  return svg.node();
}

/** Counts by hour of the week out of rows with `hour_of_week` and `reports`; rows without an hour are left out. */
export function byHourOfWeek(rows) {
  const hours = new Array(168).fill(0);
  for (const { hour_of_week: hour, reports } of rows) if (hour !== null) hours[hour] += reports;
  return hours;
}

/** The same as rows of a table: four quarters of each day. */
export function dayRows(byHour) {
  return DAYS.map((name, row) => ({
    name,
    quarters: d3.range(4).map((quarter) => d3.sum(byHour.slice(row * 24 + quarter * 6, row * 24 + quarter * 6 + 6))),
  }));
}
