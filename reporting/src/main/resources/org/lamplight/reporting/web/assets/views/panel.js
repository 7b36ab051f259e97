import { address, items } from '../app/api.js';
import { placeName } from '../app/areas.js';
import { caution, fill, h, paragraph } from '../app/dom.js';
import { chance, day, expected, whole } from '../app/format.js';
import { Region } from '../app/region.js';
import { categoryName, className, sentence, sourceOf, statusName } from '../app/words.js';
import { historyChart, withEmptyWeeks } from '../charts/history.js';
import { download, figure } from '../ui/figure.js';
import { hoursFigure } from '../ui/hours.js';
import { ranking, sumBy } from '../ui/ranking.js';
import { plainTable } from '../ui/table.js';
import { q } from './measures.js';

/** All about one place: why it stands where it does, its weeks, its hours, its reasons. */
export class Panel {
  #region = new Region('this place');
  #shown = '';

  /** @param book the areas; `close` is what leads back to the list; `box` gives the bbox of a cell */
  constructor(book, close, box) {
    Object.assign(this, { book, close, box });
    this.heading = h('h2', { class: 'govuk-heading-l', tabindex: '-1' });
    this.news = h('div', { 'aria-live': 'polite' });
    this.element = h(
      'section',
      { class: 'panel', 'aria-label': 'The chosen place', hidden: true },
      h('button', { class: 'govuk-button govuk-button--secondary', type: 'button', onclick: close }, 'Back to the list'),
      this.heading,
      this.news,
      this.#region.element,
    );
  }

  show(category, cell) {
    this.element.hidden = !cell;
    const asked = `${category}/${cell}`;
    if (asked === this.#shown) return;
    this.#shown = asked;
    fill(this.#region.body);
    fill(this.heading, 'The chosen place');
    if (cell) this.#load(category, cell);
  }

  focus() {
    this.heading.focus();
    this.heading.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  /** Says that figures may have changed; a reader asks for them when it suits. */
  stale() {
    const [category, cell] = this.#shown.split('/');
    if (!cell || this.news.childElementCount) return;
    const ask = () => {
      fill(this.news);
      this.#load(category, cell);
    };
    fill(
      this.news,
      paragraph('New reports have come in. ', h('button', { class: 'as-link', type: 'button', onclick: ask }, 'Show the newest figures')),
    );
  }

  #load(category, cell) {
    fill(this.news);
    const ask = (signal) =>
      Promise.all(['hotspots', 'cell-history', 'cell-reasons'].map((collection) => items(collection, { category, cell }, { signal })));
    return this.#region.load(ask, ([[row], weeks, reasons]) => {
      fill(
        this.heading,
        row ? [placeName(this.book, row), row.council_name].filter(Boolean).join(', ') : 'This place has no reports any more',
      );
      return row ? this.#body(row, weeks, reasons) : paragraph('It may have been withdrawn, or moved by a correction.');
    });
  }

  #body(row, weeks, reasons) {
    return h(
      'div',
      {},
      h('p', { class: 'govuk-body-l' }, row.explanation),
      caution(row.caution),
      facts(row),
      h('div', { class: 'charts' }, history(row, weeks), hours(row, reasons), why(reasons)),
      this.#incidents(row),
    );
  }

  #incidents({ category, cell }) {
    const bbox = this.box(cell);
    const href = address('incidents', 'csv', { source: sourceOf(category), bbox, sort: '-first_day', limit: 10000 });
    return (
      bbox &&
      h(
        'p',
        { class: 'govuk-body' },
        download(href, `reports-${cell}.csv`, 'The reports themselves as CSV'),
        ': de-identified, of this source, in and right beside the hexagon.',
      )
    );
  }
}

function facts(row) {
  const entries = [
    ['Reports in the hexagon', ['7', '28', '56'].map((days) => `${whole(row[`cell_count_${days}`])} in ${days} days`).join(', ')],
    ['With the six around it', ['7', '28', '56'].map((days) => `${whole(row[`disk_count_${days}`])} in ${days} days`).join(', ')],
    ['Expected in 28 days', expected(row.expected_28)],
    ['Chance of such a rise', `${chance(row.emergence_p)} (q ${q(row.emergence_q)})`],
    ['Chance of so many', `${chance(row.gi_p)} (q ${q(row.gi_q)})`],
    ['Rank', `${whole(row.rank_all)} for ${categoryName(row.category)}`],
    ['State', statusName(row.status)],
    [
      'Kind of hot spot',
      className(row.emerging_class) + (row.provisional ? '; may still change, as reports of the newest days are still coming in' : ''),
    ],
    ['Hexagon', `${row.cell}, counted to ${day(row.as_of)}`],
  ];
  return h(
    'dl',
    { class: 'govuk-summary-list' },
    entries.map(([name, value]) =>
      h(
        'div',
        { class: 'govuk-summary-list__row' },
        h('dt', { class: 'govuk-summary-list__key' }, name),
        h('dd', { class: 'govuk-summary-list__value' }, value),
      ),
    ),
  );
}

function history(row, rows) {
  const weeks = withEmptyWeeks(rows, row.as_of);
  const title = 'Reports in the hexagon, week by week';
  return figure({
    title,
    chart: historyChart(weeks, { title }),
    words: rows.length ? null : paragraph('No report says in which week it happened here.'),
    table: plainTable(
      title,
      [
        { label: 'Week of', value: ({ week }) => day(week), heads: true },
        { label: 'Reports', value: ({ reports }) => whole(reports), number: true },
      ],
      weeks.filter(({ reports }) => reports).reverse(),
    ),
    csv: address('cell-history', 'csv', { category: row.category, cell: row.cell, sort: 'week', limit: 10000 }),
    file: `weeks-${row.cell}.csv`,
  });
}

const hours = (row, reasons) =>
  hoursFigure(reasons, {
    title: 'Reasons given, by hour and day',
    words: paragraph('Last 364 days. A report may give several reasons.'),
    csv: address('cell-reasons', 'csv', { category: row.category, cell: row.cell, limit: 10000 }),
    file: `reasons-${row.cell}.csv`,
  });

const why = (reasons) =>
  reasons.length
    ? ranking(
        'Reasons given in the last 364 days',
        'Reason',
        sumBy(reasons, ({ reason }) => sentence(reason)),
      )
    : paragraph('No report here gives a reason.');
