import { address, items, queryables } from '../app/api.js';
import { announce, fill, h, paragraph } from '../app/dom.js';
import { decimal, NOTHING, percent, period, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName } from '../app/words.js';
import { linesChart, seriesKey } from '../charts/lines.js';
import { filters } from '../ui/filters.js';
import { figure } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';
import { chosenSeries, seriesField } from './series.js';

/* global d3 */

const MEASURES = {
  observed_rolling_year: { text: 'Reports in a year up to the period', format: whole },
  observed: { text: 'Reports in the period', format: whole },
  rate_per_1000: { text: 'Reports per 1,000 residents in the period', format: (value) => decimal(value, 2) },
};

/** The two councils side by side: the period, the year before, the running year, the rate with its limits. */
export async function councils(holder, state) {
  const region = new Region('councils');
  fill(holder, region.element);
  await region.load(
    () => queryables('council-trends'),
    (known) => {
      const categories = known.category.enum ?? [];
      if (!categories.length) return nothing('There are no trends yet. They appear a minute after the first reports.');
      const content = new Region('councils');
      fill(holder, filters(state, fields(categories)), content.element);
      state.follow(() =>
        content.load(
          (signal) => items('council-trends', parameters(state, categories), { signal }),
          (rows) => body(state, rows),
        ),
      );
      return undefined;
    },
  );
}

const fields = (categories) => [
  seriesField(categories),
  {
    name: 'period',
    label: 'Periods',
    options: [
      { value: 'QUARTER', text: 'Quarters' },
      { value: 'MONTH', text: 'Months' },
    ],
  },
  { name: 'measure', label: 'Chart shows', options: Object.entries(MEASURES).map(([value, { text }]) => ({ value, text })) },
];

const parameters = (state, categories) => ({
  category: chosenSeries(state, categories),
  period: state.get('period'),
  sort: 'category,first_day,council_name',
});

function body(state, rows) {
  if (!rows.length) return nothing('No period of this kind yet.');
  const byCategory = d3.groups(rows, ({ category }) => category);
  const names = [...new Set(rows.map((row) => row.council_name))].sort();
  announce(`${byCategory.length} charts.`);
  return h(
    'div',
    {},
    paragraph(
      'Residents are those of the 2021 census. Limits are 95 %: where they overlap widely, a difference may be chance. The newest periods may still grow.',
    ),
    seriesKey(names),
    h(
      'div',
      { class: 'charts' },
      byCategory.map(([category, of]) => chart(state, category, of, names)),
    ),
  );
}

function chart(state, category, rows, names) {
  const measure = state.get('measure') in MEASURES ? state.get('measure') : 'observed';
  const { text, format } = MEASURES[measure];
  const title = `${categoryName(category)}: ${text.toLowerCase()}`;
  const rate = measure === 'rate_per_1000';
  const over = rows.filter(({ complete }) => complete);
  const series = names.map((name) => ({
    name,
    points: over
      .filter((row) => row.council_name === name)
      .map((row) => ({ at: row.first_day, value: row[measure], low: rate ? row.rate_low : null, high: rate ? row.rate_high : null })),
  }));
  const empty = series.every(({ points }) => points.every(({ value }) => value === null));
  return figure({
    title,
    level: 2,
    words: empty
      ? paragraph('Not a whole year of reports yet: choose another chart.')
      : names.map((name) => paragraph(said(name, over.filter((row) => row.council_name === name).at(-1)))),
    chart: empty ? null : linesChart(series, { title, format, width: 440, height: 200 }),
    table: plainTable(title, COLUMNS, [...rows].reverse()),
    csv: address('council-trends', 'csv', { category, period: state.get('period'), sort: 'first_day', limit: 10000 }),
    file: `councils-${category}.csv`,
  });
}

/** The newest period that is over, in a sentence. */
export function said(name, row) {
  if (!row) return `${name}: no period is over yet.`;
  const when = period(row.period, row.first_day, row.last_day);
  const before =
    row.observed_year_before === null
      ? 'no figure for the year before'
      : `${whole(row.observed_year_before)} a year before${row.observed_year_before >= 5 ? ` (${change(row)})` : ''}`;
  return `${name}: ${whole(row.observed)} in ${when}, ${before}.`;
}

const change = ({ observed, observed_year_before: before }) => {
  const share = observed / before - 1;
  return share === 0 ? 'the same' : `${share > 0 ? 'up' : 'down'} ${percent(Math.abs(share))}`;
};

export const COLUMNS = [
  { label: 'Period', value: (row) => `${period(row.period, row.first_day, row.last_day)}${row.complete ? '' : ' (running)'}`, heads: true },
  { label: 'Council', value: ({ council_name: name }) => name },
  { label: 'Reports', value: ({ observed }) => whole(observed), number: true },
  { label: 'Year before', value: (row) => whole(row.observed_year_before), number: true },
  { label: 'In a year', value: (row) => whole(row.observed_rolling_year), number: true },
  {
    label: 'Per 1,000 residents',
    value: (row) =>
      row.rate_per_1000 === null
        ? NOTHING
        : `${decimal(row.rate_per_1000, 2)} (${decimal(row.rate_low, 2)} to ${decimal(row.rate_high, 2)})`,
    number: true,
  },
];
