import { items, queryables } from '../app/api.js';
import { areaOptions, areas } from '../app/areas.js';
import { announce, details, fill, h, paragraph } from '../app/dom.js';
import { plural } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { trendKey } from '../charts/trendkey.js';
import { filters } from '../ui/filters.js';
import { moreButton } from '../ui/more.js';
import { chosenSeries, seriesField } from './series.js';
import { trendFigure, unusual } from './trendfigure.js';

/* global d3 */

const FIELDS = [
  ...['area_code', 'area_name', 'area_kind', 'vintage', 'category', 'first_day', 'last_day', 'complete', 'observed', 'expected'],
  ...['dispersion', 'completeness', 'nowcast', 'nowcast_low', 'nowcast_high', 'p_rise', 'status', 'direction', 'explanation', 'caution'],
].join(',');
const LEVELS = [
  { value: 'COUNCIL,FORCE', text: 'County and councils' },
  { value: 'ZONE', text: 'Named places' },
  { value: 'WARD', text: 'Wards' },
];
const TIMES = [
  { value: '26', text: 'Half a year' },
  { value: '52', text: 'A year' },
  { value: '104', text: 'Two years' },
];

/** Small charts week by week: one for each area and category, the most unusual first. */
export async function weeks(holder, state) {
  const region = new Region('trends');
  fill(holder, region.element);
  await region.load(
    () => Promise.all([queryables('trends'), areas()]),
    ([known, book]) => {
      const categories = known.category.enum ?? [];
      if (!categories.length) return nothing('There are no trends yet. They appear a minute after the first reports.');
      const content = new Region('trends');
      fill(holder, filters(state, fields(categories, book)), trendKey(), content.element, method());
      state.follow(() =>
        content.load(
          (signal) => ask(state, categories, signal),
          (rows) => body(state, rows, book),
        ),
      );
      return undefined;
    },
  );
}

const fields = (categories, book) => [
  seriesField(categories),
  { name: 'level', label: 'Areas', options: LEVELS, resets: ['top'] },
  { name: 'council', label: 'Council', options: areaOptions('Both councils', book.councils), resets: ['top'] },
  { name: 'weeks', label: 'Time', options: TIMES },
];

function parameters(state, categories) {
  const from = d3.utcMonday.offset(d3.utcMonday.floor(new Date()), -Number(state.get('weeks')));
  return {
    category: chosenSeries(state, categories),
    area_kind: state.get('level'),
    period: 'WEEK',
    first_day: `${from.toISOString().slice(0, 10)}..`,
    sort: 'first_day',
  };
}

const ask = (state, categories, signal) => items('trends', { ...parameters(state, categories), fields: FIELDS }, { signal });

function body(state, rows, book) {
  const newest = d3.max(rows, ({ vintage }) => vintage);
  const inCouncil = new Set(
    book.wards.filter(({ properties }) => properties.parent_code === state.get('council')).map(({ properties }) => properties.area_code),
  );
  const chosen = ({ area_code: code, vintage }) =>
    vintage === newest && (!state.get('council') || code === state.get('council') || inCouncil.has(code));
  const all = d3.groups(rows.filter(chosen), (row) => `${row.category}|${row.area_code}`).map(([, series]) => series);
  const series = all
    .filter((rowsOf) => d3.some(rowsOf, ({ observed }) => observed > 0))
    .sort((a, b) => d3.ascending(unusual(a), unusual(b)));
  if (!series.length) return nothing('No report in these areas and weeks. Choose a longer time, or other areas.');
  const top = Number(state.get('top')) || 12;
  const silent = all.length - series.length;
  announce(`${plural(series.length, 'chart')}.`);
  return h(
    'div',
    {},
    paragraph(
      `${plural(series.length, 'series', 'series')} with reports, most unusual rise first.${silent ? ` ${plural(silent, 'area has', 'areas have')} no report in this time.` : ''}`,
    ),
    h('div', { class: 'charts charts--small' }, series.slice(0, top).map(trendFigure)),
    series.length > top && moreButton('Show more', () => state.set({ top: String(top + 24) })),
  );
}

const method = () =>
  details(
    'How to read the charts',
    paragraph(
      'Expected is what the area’s own past would bring, with the mean of areas like it, the season and how many reports have arrived by now. 19 weeks in 20 lie within the usual range if nothing has changed.',
    ),
    paragraph(
      'The newest weeks fill up for some time, because reports come in late. They stand on shaded ground, with a bar for what they will likely come to. The week that is running is in the table only.',
    ),
    paragraph(
      'The direction compares four weeks with up to 52 before. Of a hundred areas in which nothing changes, some ten have a clear direction by chance.',
    ),
    paragraph('A rise of reports is not always a rise of crime: publicity, a new form or a shop that joins raise them as well.'),
  );
