import { address, items, queryables } from '../app/api.js';
import { areaName, areas } from '../app/areas.js';
import { announce, fill, h, paragraph } from '../app/dom.js';
import { decimal, period, plural, signed, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName, directionName, isSource, LEVELS, PERIODS, sentence } from '../app/words.js';
import { filters, options } from '../ui/filters.js';
import { download } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';

/** Released counts, the newest revision of each, with the change since the period before. */
export async function figures(holder, state, me) {
  const region = new Region('released figures');
  fill(holder, region.element);
  await region.load(
    () => Promise.all([queryables('released-trends'), areas()]),
    ([known, book]) => {
      const categories = known.category.enum ?? [];
      if (!categories.length) return nothing('Nothing has been released yet.');
      const recipients = known.recipient.enum ?? [];
      Object.assign(state.defaults, {
        category: categories.find(isSource) ?? categories[0],
        level: known.area_kind.enum.includes('COUNCIL') ? 'COUNCIL' : known.area_kind.enum[0],
        recipient: me.council?.code ?? recipients[0],
      });
      const content = new Region('released figures');
      fill(holder, filters(state, fields(categories, recipients, known, book)), content.element);
      state.follow(() =>
        content.load(
          (signal) => items('released-trends', parameters(state), { signal }),
          (rows) => body(state, rows),
        ),
      );
      return undefined;
    },
  );
}

const fields = (categories, recipients, known, book) => [
  { name: 'category', label: 'Reports of', options: options(categories, categoryName) },
  { name: 'recipient', label: 'Released to', options: options(recipients, (code) => areaName(book, code)) },
  { name: 'level', label: 'Areas', options: options(known.area_kind.enum, (code) => LEVELS[code] ?? sentence(code)) },
  {
    name: 'period',
    label: 'Periods',
    options: [{ value: '', text: 'All lengths' }, ...options(known.period.enum, (code) => PERIODS[code] ?? sentence(code))],
  },
];

const parameters = (state) => ({
  category: state.get('category'),
  recipient: state.get('recipient'),
  area_kind: state.get('level'),
  period: state.get('period'),
  latest: 'true',
  sort: '-first_day,-count,area_name',
});

function body(state, rows) {
  if (!rows.length)
    return nothing(
      'Nothing was released with these choices: too few reports for areas or periods of this size. Choose larger areas, longer periods, or all parts of the source together.',
    );
  const withheld = rows.filter((row) => row.withheld).length;
  announce(plural(rows.length, 'figure'));
  return h(
    'div',
    {},
    paragraph(
      `${plural(rows.length, 'figure')}, newest period first and largest count first. ${withheld ? `${plural(withheld, 'is', 'are')} withheld.` : 'None is withheld.'}`,
    ),
    plainTable(`Released: ${categoryName(state.get('category'))}`, COLUMNS, ranked(rows)),
    download(
      address('released-trends', 'csv', { ...parameters(state), limit: 10000 }),
      `released-${state.get('category')}.csv`,
      'All columns as CSV',
    ),
  );
}

/** Each row with its place by count among the areas of its period; equal counts share a place. */
function ranked(rows) {
  return rows.map((row) => ({
    ...row,
    rank: row.withheld
      ? null
      : 1 + rows.filter((other) => other.period === row.period && other.first_day === row.first_day && other.count > row.count).length,
  }));
}

const COLUMNS = [
  { label: 'Area', value: ({ area_name: name }) => name, heads: true },
  { label: 'Period', value: (row) => period(row.period, row.first_day, row.last_day) },
  { label: 'Reports', value: (row) => (row.withheld ? 'withheld' : whole(row.count)), number: true },
  { label: 'Place', value: ({ rank }) => whole(rank), number: true },
  { label: 'Period before', value: (row) => whole(row.previous_count), number: true },
  {
    label: 'Change',
    value: ({ count, previous_count: before }) => (count === null || before === null ? '–' : signed(count - before)),
    number: true,
  },
  { label: 'Per 1,000 residents', value: (row) => decimal(row.rate_per_1000, 2), number: true },
  { label: 'Direction', value: ({ direction }) => (direction === null ? '–' : directionName(direction)) },
  { label: 'To know', value: (row) => [row.note, !row.is_final && h('span', { class: 'minor' }, 'Will be revised once.')] },
];
