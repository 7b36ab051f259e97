import { address, items, queryables } from '../app/api.js';
import { details, fill, h, paragraph } from '../app/dom.js';
import { day, NOTHING, percent, period, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { BASES, categoryName, isSource, outcomeSetName, within } from '../app/words.js';
import { linesChart, seriesKey } from '../charts/lines.js';
import { filters, options } from '../ui/filters.js';
import { figure } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';

/** Detection rates by outcome set and basis, with their limits and whether they are mature. */
export async function rates(holder, state) {
  const region = new Region('detection rates');
  fill(holder, region.element);
  await region.load(
    () => queryables('outcome-rates'),
    (known) => {
      const categories = known.category.enum ?? [];
      const sets = known.outcome_set.enum ?? [];
      if (!categories.length) return nothing('No report with an outcome yet.');
      Object.assign(state.defaults, {
        category: categories.find(isSource) ?? categories[0],
        set: sets.includes('NORTHANTS_POSITIVE') ? 'NORTHANTS_POSITIVE' : sets[0],
      });
      const content = new Region('detection rates');
      fill(holder, filters(state, fields(categories, sets)), content.element, method());
      state.follow(() =>
        content.load(
          (signal) => items('outcome-rates', parameters(state), { signal }),
          (rows) => body(state, rows),
        ),
      );
      return undefined;
    },
  );
}

const fields = (categories, sets) => [
  { name: 'category', label: 'Reports of', options: options(categories, categoryName) },
  { name: 'set', label: 'What counts as detected', options: options(sets, outcomeSetName) },
  {
    name: 'basis',
    label: 'Counted by',
    options: [
      { value: 'RECORDED', text: 'When it was recorded' },
      { value: 'ASSIGNED', text: 'When the outcome was given' },
    ],
  },
  {
    name: 'period',
    label: 'Periods',
    options: [
      { value: 'MONTH', text: 'Months' },
      { value: 'QUARTER', text: 'Quarters' },
    ],
  },
];

const parameters = (state) => ({
  category: state.get('category'),
  outcome_set: state.get('set'),
  basis: state.get('basis'),
  period: state.get('period'),
  sort: 'first_day,area_kind,area_name',
});

function body(state, rows) {
  if (!rows.length) return nothing('No period with these choices. Choose another set, or months.');
  const asked = parameters(state);
  const title = `${categoryName(asked.category)}: ${within(outcomeSetName(asked.outcome_set))}`;
  const councils = [...new Set(rows.filter((row) => row.area_kind === 'COUNCIL').map((row) => row.area_name))];
  return h(
    'div',
    {},
    paragraph(`${BASES[asked.basis]}. Hollow: not mature, outcomes are still to come.`),
    seriesKey(councils),
    ratesFigure(title, rows, councils, asked, 3),
  );
}

/** The rates of councils as a chart, and those of all areas as a table. */
export function ratesFigure(title, rows, councils, asked, level) {
  const series = councils.map((name) => ({
    name,
    points: rows
      .filter((row) => row.area_name === name)
      .map((row) => ({ at: row.first_day, value: row.rate, low: row.rate_low, high: row.rate_high, open: !row.mature })),
  }));
  return figure({
    title,
    level,
    words: councils.map((name) => paragraph(newestMature(name, rows))),
    chart: linesChart(series, { title, format: (value) => percent(value), width: 760, height: 240 }),
    table: plainTable(title, COLUMNS, [...rows].reverse()),
    csv: address('outcome-rates', 'csv', { ...asked, limit: 10000 }),
    file: 'outcome-rates.csv',
  });
}

function newestMature(name, rows) {
  const row = rows.filter((one) => one.area_name === name && one.mature && one.rate !== null).at(-1);
  if (!row) return `${name}: no period is mature yet.`;
  const limits = row.rate_low === null ? '' : `, 95 % interval ${percent(row.rate_low, 1)} to ${percent(row.rate_high, 1)}`;
  return `${name}: ${percent(row.rate, 1)} in ${period(row.period, row.first_day, row.last_day)} (${whole(row.numerator)} of ${whole(row.denominator)}${limits}), the newest period that is mature.`;
}

const COLUMNS = [
  { label: 'Period', value: (row) => period(row.period, row.first_day, row.last_day), heads: true },
  { label: 'Area', value: ({ area_name: name }) => name },
  { label: 'With such an outcome', value: ({ numerator }) => whole(numerator), number: true },
  { label: 'Recorded', value: ({ denominator }) => whole(denominator), number: true },
  { label: 'Rate', value: ({ rate }) => percent(rate, 1), number: true },
  {
    label: '95 % interval',
    value: (row) => (row.rate_low === null ? NOTHING : `${percent(row.rate_low, 1)} to ${percent(row.rate_high, 1)}`),
    number: true,
  },
  { label: 'With any outcome', value: ({ resolved }) => whole(resolved), number: true },
  { label: 'Mature', value: (row) => (row.mature ? 'Yes' : `From ${day(row.mature_on)}`) },
];

const method = () =>
  details(
    'What the rates mean',
    paragraph('There is no single definition of a positive outcome: name the set and the basis with every figure.'),
    paragraph(
      'Charged or summonsed: outcome types 1 and 1A. As Northamptonshire counts: 1, 1A, 2, 3, 8. As counted until 2013: 1 to 4 and 6 to 8. With diversion: 22 in addition.',
    ),
    paragraph(
      'Outcomes take time, so the newest periods always look worst: compare those that are mature, that is, 90 days old. By when the outcome was given, a rate may exceed 100 % and has no interval.',
    ),
  );
