import { address, items, queryables } from '../app/api.js';
import { areas } from '../app/areas.js';
import { fill, h, paragraph } from '../app/dom.js';
import { month, plural } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName, sentence } from '../app/words.js';
import { filters, options } from '../ui/filters.js';
import { hoursFigure } from '../ui/hours.js';
import { ranking, sumBy } from '../ui/ranking.js';
import { whereFields } from './choices.js';

/** Which reason drives it, at what hour and day, and in which wards. */
export async function reasons(holder, state) {
  const region = new Region('reasons');
  fill(holder, region.element);
  await region.load(
    () => Promise.all([queryables('reasons-by-hour'), areas()]),
    ([known, book]) => {
      const sources = known.source.enum ?? [];
      if (!sources.length) return nothing('No report gives a reason and an hour yet.');
      state.defaults.source = sources[0];
      const content = new Region('reasons');
      fill(holder, filters(state, fields(sources, known.reason.enum ?? [], book)), content.element);
      state.follow(() =>
        content.load(
          (signal) => ask(state, signal),
          (rows) => body(state, rows),
        ),
      );
      return undefined;
    },
  );
}

const fields = (sources, codes, book) => [
  { name: 'source', label: 'Reports of', options: options(sources, categoryName), resets: ['reason'] },
  ...whereFields(book),
  {
    name: 'months',
    label: 'Time',
    options: [
      { value: '', text: 'All that is kept' },
      { value: '12', text: 'Last 12 months' },
      { value: '3', text: 'Last 3 months' },
    ],
  },
  { name: 'reason', label: 'Reason', options: [{ value: '', text: 'All reasons' }, ...options(codes, sentence)] },
];

function parameters(state) {
  const from = new Date();
  from.setMonth(from.getMonth() - Number(state.get('months')), 1);
  return {
    source: state.get('source'),
    council_code: state.get('council'),
    ward_code: state.get('ward'),
    reason: state.get('reason'),
    month: state.get('months') && `${from.toISOString().slice(0, 8)}01..`,
  };
}

const ask = (state, signal) =>
  items('reasons-by-hour', { ...parameters(state), fields: 'ward_name,council_name,month,reason,hour_of_week,reports' }, { signal });

function body(state, rows) {
  if (!rows.length) return nothing('No report matches these filters. Choose more months, or all wards.');
  const months = rows.map((row) => row.month).sort();
  const title = state.get('reason') ? `${sentence(state.get('reason'))}, by hour and day` : 'Reasons given, by hour and day';
  const csv = address('reasons-by-hour', 'csv', { ...parameters(state), limit: 10000 });
  return h(
    'div',
    {},
    paragraph(
      `${plural(
        rows.reduce((sum, { reports }) => sum + reports, 0),
        'reason',
      )} given from ${month(months[0])} to ${month(months.at(-1))}. A report may give several; reports without a known hour are left out.`,
    ),
    h(
      'div',
      { class: 'charts' },
      hoursFigure(rows, { title, level: 2, csv, file: 'reasons-by-hour.csv' }),
      ranking(
        'Reasons',
        'Reason',
        sumBy(rows, ({ reason }) => sentence(reason)),
      ),
      ranking(
        'The 20 wards with most',
        'Ward',
        sumBy(rows, (row) => (row.ward_name ? `${row.ward_name}, ${row.council_name}` : 'Outside the wards')).slice(0, 20),
      ),
    ),
  );
}
