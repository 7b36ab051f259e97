import { drawing, fitting } from './svg.js';

/* global d3 */

const NAMES = 110;

/**
 * Estimates with their 95 % intervals on one scale, with a line where nothing would have changed.
 *
 * @param rows `{ name, value, low, high, text }`
 * @param options `neutral` where the line is; `log` for ratios
 */
export function intervalChart(rows, { title, neutral, log = false }) {
  const width = fitting(640);
  const height = 34 + rows.length * 34;
  const svg = drawing({ width, height, title, description: rows.map(({ name, text }) => `${name}: ${text}.`).join(' ') });
  const ends = [neutral, ...rows.flatMap(({ low, high }) => [low, high])].filter((end) => end !== null);
  const [low, high] = d3.extent(ends);
  const scale = log
    ? d3.scaleLog([Math.min(0.5, low * 0.8), Math.max(2, high * 1.25)], [NAMES, width - 16])
    : d3.scaleLinear([low - (high - low) * 0.1, high + (high - low) * 0.1], [NAMES, width - 16]);
  const marks = log
    ? [0.1, 0.25, 0.5, 1, 2, 4, 8, 16].filter((mark) => mark >= scale.domain()[0] && mark <= scale.domain()[1])
    : scale.ticks(width / 100);
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0,${height - 24})`)
    .call(
      d3
        .axisBottom(scale)
        .tickValues(marks)
        .tickFormat((mark) => (log ? `× ${mark}` : mark))
        .tickSizeOuter(0),
    );
  svg
    .append('path')
    .attr('class', 'neutral')
    .attr('d', `M${scale(neutral)},0V${height - 24}`);
  const lines = svg
    .append('g')
    .attr('class', 'interval')
    .selectAll('g')
    .data(rows)
    .join('g')
    .attr('transform', (_, index) => `translate(0,${18 + index * 34})`);
  lines
    .append('text')
    .attr('x', 0)
    .attr('y', 5)
    .text(({ name }) => name);
  lines.append('path').attr('d', (row) => `M${scale(row.low)},-6v12m0,-6H${scale(row.high)}m0,-6v12`);
  lines
    .append('circle')
    .attr('cx', (row) => scale(row.value))
    .attr('r', 6);
  return svg.node();
}
