import { h, paragraph } from '../app/dom.js';
import { decimal, longDay, plural, whole } from '../app/format.js';
import { categoryName, isSource, outcomeSetName, within } from '../app/words.js';
import { seriesKey } from '../charts/lines.js';
import { trendKey } from '../charts/trendkey.js';
import { plainTable } from '../ui/table.js';
import { COLUMNS, said } from './councils.js';
import { evaluation, method } from './evaluations.js';
import { ratesFigure } from './rates.js';
import { trendFigure } from './trendfigure.js';

/* global d3 */

const SET = 'NORTHANTS_POSITIVE';

/** The chapters of the quarterly report. */
export const chapters = (parts) => [
  chapter('In short', short(parts)),
  chapter('Reports by council', byCouncil(parts)),
  chapter('Week by week', weekByWeek(parts)),
  chapter('Detection rates', detection(parts)),
  chapter(
    'What was done, and whether it helped',
    parts.evaluations.length ? [parts.evaluations.map((row) => evaluation(row, 3)), method()] : paragraph('No evaluation is configured.'),
  ),
  chapter('Retail: shops that report', retailTable(parts)),
  chapter('Released to partners', released(parts)),
  chapter(
    'How to read these figures',
    CAUTIONS.map((words) => paragraph(words)),
  ),
];

const chapter = (title, ...content) => h('section', { class: 'section' }, h('h2', { class: 'govuk-heading-l' }, title), content);

const ofQuarter = ({ councilRows, first }) => councilRows.filter((row) => row.first_day === first);

function short(parts) {
  const sources = ofQuarter(parts).filter(({ category }) => isSource(category));
  return h(
    'ul',
    { class: 'govuk-list govuk-list--bullet' },
    sources.map((row) => h('li', {}, `${categoryName(row.category)}, ${said(row.council_name, row)}`)),
    parts.evaluations.map((row) => h('li', {}, row.explanation)),
  );
}

function byCouncil(parts) {
  const rows = ofQuarter(parts).filter(({ observed, observed_year_before: before }) => observed || before);
  const columns = [{ label: 'Reports of', value: ({ category }) => categoryName(category), heads: true }, ...COLUMNS.slice(1)];
  return [
    paragraph('A report may count in several parts of its source, so parts do not add up to it.'),
    plainTable('Reports in the quarter', columns, rows),
  ];
}

function weekByWeek({ weeks }) {
  const series = d3
    .groups(
      weeks.filter(({ category }) => isSource(category)),
      ({ category, area_code: code }) => `${category}|${code}`,
    )
    .map(([, rows]) => rows);
  return series.length
    ? [trendKey(), h('div', { class: 'charts charts--small' }, series.map(trendFigure))]
    : paragraph('No week in this time.');
}

function detection({ rates }) {
  const rows = rates.filter((row) => row.outcome_set === SET && isSource(row.category));
  if (!rows.length) return paragraph('No report with an outcome in this time.');
  const councils = [...new Set(rows.filter((row) => row.area_kind === 'COUNCIL').map((row) => row.area_name))];
  return d3
    .groups(rows, ({ category }) => category)
    .map(([category, of]) => [
      seriesKey(councils),
      ratesFigure(
        `${categoryName(category)}: ${within(outcomeSetName(SET))}`,
        of,
        councils,
        { category, outcome_set: SET, basis: 'RECORDED', period: 'QUARTER' },
        3,
      ),
    ]);
}

function retailTable({ retail, first }) {
  const rows = retail.filter(({ month }) => month >= first);
  return rows.length
    ? plainTable(
        'Retail reports and the shops that made them',
        [
          { label: 'Area', value: ({ area_name: name }) => name, heads: true },
          { label: 'Month', value: ({ month }) => month.slice(0, 7) },
          { label: 'Reports', value: ({ submissions }) => whole(submissions), number: true },
          { label: 'Shops', value: (row) => whole(row.active_premises), number: true },
          { label: 'Per shop', value: (row) => decimal(row.submissions_per_premises), number: true },
          { label: 'With force', value: (row) => `${decimal(row.violent_percent, 0)} %`, number: true },
          { label: 'Ready as evidence', value: (row) => `${decimal(row.evidence_ready_percent, 0)} %`, number: true },
        ],
        rows,
      )
    : paragraph('No retail report in this quarter.');
}

const released = ({ releases, first, last }) =>
  paragraph(
    releases.length
      ? `${plural(releases.length, 'release')} in the quarter: ${releases.map(({ release }) => release).join(', ')}.`
      : `Nothing was released from ${longDay(first)} to ${longDay(last)}.`,
  );

const CAUTIONS = [
  'All counts are of reports, not of risk: they follow who knows of a channel and who trusts it. Counts of different sources are never added up.',
  'A report counts in a quarter if all of it lies in the quarter. Reports still come in for weeks, so a new quarter grows.',
  'Limits and intervals are 95 %. Rates are per 1,000 residents of the 2021 census, who are not the people at risk in a town centre or a retail park.',
  'Expected is what the area’s own past would bring. An alert says “more than that”, not “many”. Several areas, and the same area week after week, are not independent tests.',
  'There is no single definition of a positive outcome. Outcomes take time: quarters younger than 90 days are not mature and look worse than they are.',
];
