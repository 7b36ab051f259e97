import { h } from '../app/dom.js';
import { whole } from '../app/format.js';
import { plainTable } from './table.js';

/** A table of names with counts, largest first, each with a bar as long as its share of the largest. */
export const ranking = (title, of, counts) =>
  h(
    'div',
    { class: 'figure' },
    plainTable(
      title,
      [
        { label: of, value: ({ name }) => name, heads: true },
        { label: 'Times given', value: ({ reports }) => bar(reports, counts[0].reports), number: true },
      ],
      counts,
    ),
  );

/** Counts of rows by a name, largest first. */
export function sumBy(rows, name) {
  const sums = new Map();
  for (const row of rows) sums.set(name(row), (sums.get(name(row)) ?? 0) + row.reports);
  return [...sums].map(([key, reports]) => ({ name: key, reports })).sort((a, b) => b.reports - a.reports);
}

function bar(value, most) {
  const line = h('span', { class: 'bar', 'aria-hidden': 'true' });
  line.style.width = `${(100 * value) / most}%`;
  return h('span', { class: 'bar-cell' }, line, h('span', {}, whole(value)));
}
