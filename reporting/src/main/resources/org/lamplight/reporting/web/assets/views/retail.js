import { address, items } from '../app/api.js';
import { fill, h, paragraph } from '../app/dom.js';
import { decimal, month, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { linesChart, seriesKey } from '../charts/lines.js';
import { figure } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';

const CHARTS = [
  { column: 'submissions', title: 'Reports', format: whole },
  { column: 'submissions_per_premises', title: 'Reports per shop that reported', format: (value) => decimal(value, 1) },
  { column: 'active_premises', title: 'Shops that reported', format: whole },
  { column: 'violent_percent', title: 'Share in which force was used', format: (value) => `${decimal(value, 0)} %` },
  { column: 'evidence_ready_percent', title: 'Share ready as evidence', format: (value) => `${decimal(value, 0)} %` },
];

/** Is it more crime, or more shops that report? */
export async function retail(holder) {
  const region = new Region('retail reports');
  fill(holder, region.element);
  await region.load((signal) => items('retail-activity', { sort: 'month,area_kind,area_name' }, { signal }), body);
}

function body(rows) {
  if (!rows.length) return nothing('No retail report yet.');
  const names = [...new Set(rows.filter(({ area_kind: kind }) => kind === 'COUNCIL').map((row) => row.area_name))].sort();
  const running = new Date().toISOString().slice(0, 7);
  return h(
    'div',
    {},
    paragraph(
      'If reports rise and reports per shop do not, more shops report. If reports per shop rise, and the share with violence with them, it is more likely crime. The month that is running is hollow.',
    ),
    seriesKey(names),
    h(
      'div',
      { class: 'charts' },
      CHARTS.map((chart) => one(chart, rows, names, running)),
    ),
  );
}

function one({ column, title, format }, rows, names, running) {
  const series = names.map((name) => ({
    name,
    points: rows
      .filter((row) => row.area_name === name)
      .map((row) => ({ at: row.month, value: row[column], open: row.month.startsWith(running) })),
  }));
  return figure({
    title,
    level: 2,
    chart: linesChart(series, { title, format, width: 440, height: 190 }),
    table: plainTable(
      title,
      [
        { label: 'Month', value: (row) => month(row.month), heads: true },
        { label: 'Area', value: (row) => row.area_name },
        { label: title, value: (row) => format(row[column]), number: true },
      ],
      [...rows].reverse(),
    ),
    csv: address('retail-activity', 'csv', { sort: 'month', limit: 10000 }),
    file: 'retail-activity.csv',
  });
}
