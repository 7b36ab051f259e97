import { address } from '../app/api.js';
import { caution, h } from '../app/dom.js';
import { day, decimal, expected, NOTHING, percent, whole } from '../app/format.js';
import { categoryName, directionName, statusName } from '../app/words.js';
import { isOver, trendChart } from '../charts/trend.js';
import { figure } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';
import { alertTag } from '../ui/tag.js';

/** The newest period that is over. */
const latest = (series) => series.filter(isOver).at(-1) ?? series.at(-1);
/** How unusual a rise is, most first. */
export const unusual = (series) => latest(series).p_rise ?? 1;

/** One area and category. */
export function trendFigure(series) {
  const newest = latest(series);
  const title = `${newest.area_name}: ${categoryName(newest.category)}`;
  const file = `weeks-${newest.category}-${newest.area_code}.csv`;
  return figure({
    title,
    level: 2,
    chart: trendChart(series, { title }),
    file,
    words: [
      h(
        'p',
        { class: 'govuk-body' },
        h('strong', {}, directionName(newest.direction)),
        '. ',
        alertTag(newest.status),
        ' ',
        newest.explanation,
      ),
      caution(newest.caution),
    ],
    table: plainTable(title, COLUMNS, [...series].reverse()),
    csv: address('trends', 'csv', {
      category: newest.category,
      area_code: newest.area_code,
      period: 'WEEK',
      first_day: `${series[0].first_day}..`,
      sort: 'first_day',
      limit: 10000,
    }),
  });
}

const COLUMNS = [
  { label: 'Week of', value: (row) => `${day(row.first_day)}${isOver(row) ? '' : ' (running)'}`, heads: true },
  { label: 'Reports', value: ({ observed }) => whole(observed), number: true },
  { label: 'Expected', value: (row) => expected(row.expected), number: true },
  { label: 'Has arrived', value: ({ completeness }) => percent(completeness), number: true },
  {
    label: 'Likely to come to',
    value: ({ nowcast, nowcast_low: low, nowcast_high: high }) =>
      nowcast === null || nowcast === undefined ? NOTHING : `${decimal(nowcast, 0)} (${whole(low)} to ${whole(high)})`,
    number: true,
  },
  { label: 'State', value: ({ status }) => (status === null || status === 'NONE' ? NOTHING : statusName(status)) },
];
