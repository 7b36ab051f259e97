import { address, items, queryables } from '../app/api.js';
import { areaOptions, areas } from '../app/areas.js';
import { announce, caution, details, fill, h, paragraph } from '../app/dom.js';
import { day, decimal, expected, percent, plural, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName, directionName, isSource, sourceOf, statusName } from '../app/words.js';
import { isOver, TREND_KEY, trendChart } from '../charts/trend.js';
import { filters, options } from '../ui/filters.js';
import { figure } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';

/* global d3 */

const FIELDS = 'area_code,area_name,area_kind,vintage,category,first_day,last_day,complete,observed,expected,dispersion,completeness,nowcast,nowcast_low,nowcast_high,p_rise,status,direction,explanation,caution';
const LEVEL_CHOICES = [
  { value: 'COUNCIL,FORCE', text: 'County and councils' }, { value: 'ZONE', text: 'Named places' }, { value: 'WARD', text: 'Wards' },
];

/** Small charts week by week: one for each area and category, the most unusual first. */
export async function weeks(holder, state) {
  const region = new Region('trends');
  fill(holder, region.element);
  await region.load(() => Promise.all([queryables('trends'), areas()]), ([known, book]) => {
    const categories = known.category.enum ?? [];
    if (!categories.length) return nothing('There are no trends yet. They appear a minute after the first reports.');
    const content = new Region('trends');
    fill(holder, filters(state, fields(categories, book)), key(), content.element, method());
    state.follow(() => content.load((signal) => ask(state, categories, signal), (rows) => body(state, rows, book)));
    return undefined;
  });
}

function fields(categories, book) {
  const sources = categories.filter(isSource);
  return [
    {
      name: 'category', label: 'Reports of', resets: ['top'], options: [
        { value: '', text: 'Every source' },
        ...sources.filter((source) => categories.some((category) => category.startsWith(`${source}.`))).map((source) => ({ value: `${source}.*`, text: `${categoryName(source)}: all parts` })),
        ...options(categories, categoryName),
      ],
    },
    { name: 'level', label: 'Areas', options: LEVEL_CHOICES, resets: ['top'] },
    { name: 'council', label: 'Council', options: areaOptions('Both councils', book.councils), resets: ['top'] },
    { name: 'weeks', label: 'Time', options: [['26', 'Half a year'], ['52', 'A year'], ['104', 'Two years']].map(([value, text]) => ({ value, text })) },
  ];
}

function parameters(state, categories) {
  const from = d3.utcMonday.offset(d3.utcMonday.floor(new Date()), -Number(state.get('weeks')));
  const chosen = state.get('category');
  const wanted = (category) => (chosen.endsWith('.*') ? sourceOf(category) === chosen.slice(0, -2) : isSource(category));
  return {
    category: chosen && !chosen.endsWith('.*') ? chosen : categories.filter(wanted).join(','),
    area_kind: state.get('level'), period: 'WEEK', first_day: `${from.toISOString().slice(0, 10)}..`, sort: 'first_day',
  };
}

const ask = (state, categories, signal) => items('trends', { ...parameters(state, categories), fields: FIELDS }, { signal });

function body(state, rows, book) {
  const newest = d3.max(rows, ({ vintage }) => vintage);
  const inCouncil = new Set(book.wards.filter(({ properties }) => properties.parent_code === state.get('council')).map(({ properties }) => properties.area_code));
  const chosen = ({ area_code: code, vintage }) => vintage === newest && (!state.get('council') || code === state.get('council') || inCouncil.has(code));
  const all = d3.groups(rows.filter(chosen), (row) => `${row.category}|${row.area_code}`).map(([, series]) => series);
  const series = all.filter((rowsOf) => d3.some(rowsOf, ({ observed }) => observed > 0)).sort((a, b) => d3.ascending(unusual(a), unusual(b)));
  if (!series.length) return nothing('No report in these areas and weeks. Choose a longer time, or other areas.');
  const top = Number(state.get('top')) || 12;
  const silent = all.length - series.length;
  announce(`${plural(series.length, 'chart')}.`);
  return h('div', {},
    paragraph(`${plural(series.length, 'series', 'series')} with reports, most unusual rise first.${silent ? ` ${plural(silent, 'area has', 'areas have')} no report in this time.` : ''}`),
    h('div', { class: 'charts charts--small' }, series.slice(0, top).map(one)),
    series.length > top && h('button', { class: 'govuk-button govuk-button--secondary', type: 'button', onclick: () => state.set({ top: String(top + 24) }) }, 'Show more'));
}

const latest = (series) => series.filter(isOver).at(-1) ?? series.at(-1);
const unusual = (series) => latest(series).p_rise ?? 1;

/** One area and category. */
export function one(series) {
  const newest = latest(series);
  const title = `${newest.area_name}: ${categoryName(newest.category)}`;
  const file = `weeks-${newest.category}-${newest.area_code}.csv`;
  return figure({
    title, level: 2, chart: trendChart(series, { title }), file,
    words: [
      h('p', { class: 'govuk-body' }, h('strong', {}, directionName(newest.direction)), '. ', ['ALERT', 'WATCH'].includes(newest.status) && [h('strong', { class: `tag tag--${newest.status.toLowerCase()}` }, statusName(newest.status)), ' '], newest.explanation),
      caution(newest.caution),
    ],
    table: plainTable(title, COLUMNS, [...series].reverse()),
    csv: address('trends', 'csv', { category: newest.category, area_code: newest.area_code, period: 'WEEK', first_day: `${series[0].first_day}..`, sort: 'first_day', limit: 10000 }),
  });
}

const COLUMNS = [
  { label: 'Week of', value: (row) => `${day(row.first_day)}${isOver(row) ? '' : ' (running)'}`, heads: true },
  { label: 'Reports', value: ({ observed }) => whole(observed), number: true },
  { label: 'Expected', value: (row) => expected(row.expected), number: true },
  { label: 'Has arrived', value: ({ completeness }) => percent(completeness), number: true },
  { label: 'Likely to come to', value: ({ nowcast, nowcast_low: low, nowcast_high: high }) => (nowcast === null || nowcast === undefined ? '–' : `${decimal(nowcast, 0)} (${whole(low)} to ${whole(high)})`), number: true },
  { label: 'State', value: ({ status }) => (status === null || status === 'NONE' ? '–' : statusName(status)) },
];

export const key = () => h('ul', { class: 'legend' }, TREND_KEY.map(([name, text]) => h('li', {}, sample(name), text)));

function sample(name) {
  const svg = d3.create('svg').attr('class', 'key').attr('viewBox', '0 0 28 14').attr('aria-hidden', 'true');
  if (name === 'band' || name === 'filling') svg.append('rect').attr('class', name).attr('width', 28).attr('height', 14);
  else if (name === 'nowcast') svg.append('path').attr('class', name).attr('d', 'M11,2h6m-3,0V12m-3,0h6');
  else if (name === 'alert') svg.append('path').attr('class', 'dot dot--alert').attr('transform', 'translate(14,7)').attr('d', d3.symbol(d3.symbolDiamond, 90)());
  else svg.append('path').attr('class', name).attr('d', 'M0,7H28');
  return svg.node();
}

const method = () => details('How to read the charts',
  paragraph('Expected is what the area’s own past would bring, with the mean of areas like it, the season and how many reports have arrived by now. 19 weeks in 20 lie within the usual range if nothing has changed.'),
  paragraph('The newest weeks fill up for some time, because reports come in late. They stand on shaded ground, with a bar for what they will likely come to. The week that is running is in the table only.'),
  paragraph('The direction compares four weeks with up to 52 before. Of a hundred areas in which nothing changes, some ten have a clear direction by chance.'),
  paragraph('A rise of reports is not always a rise of crime: publicity, a new form or a shop that joins raise them as well.'));
