/* global d3 */

let count = 0;

/** An empty drawing that scales with its column, with a title and a description for those who do not see it. */
export function drawing({ width = 440, height = 170, title, description }) {
  const id = `chart-${++count}`;
  const svg = d3
    .create('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('class', 'chart')
    .attr('role', 'img')
    .attr('aria-labelledby', `${id}-title ${id}-description`);
  svg.append('title').attr('id', `${id}-title`).text(title);
  svg.append('desc').attr('id', `${id}-description`).text(description);
  return svg;
}

/** A width at which letters keep their size on a narrow screen. */
export const fitting = (width) => Math.max(280, Math.min(width, document.documentElement.clientWidth - 30));

const FRAME = { left: 34, right: 10, top: 8, bottom: 22 };

/** Axes: days or bands below, numbers at the left from nought, with few ticks and light lines. */
export function axes(svg, { x, y, width, height, format }) {
  const below = d3
    .axisBottom(x)
    .ticks(width / 80)
    .tickFormat(format ?? shortMonth)
    .tickSizeOuter(0);
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0,${height - FRAME.bottom})`)
    .call(below);
  const left = d3
    .axisLeft(y)
    .ticks(4)
    .tickSize(-(width - FRAME.left - FRAME.right))
    .tickSizeOuter(0);
  svg.append('g').attr('class', 'axis axis--lines').attr('transform', `translate(${FRAME.left},0)`).call(left);
}

const month = d3.utcFormat('%b');
const shortMonth = (date) => (date.getUTCMonth() ? month(date) : String(date.getUTCFullYear()));

export const plane = (width, height) => ({ across: [FRAME.left, width - FRAME.right], up: [height - FRAME.bottom, FRAME.top] });
