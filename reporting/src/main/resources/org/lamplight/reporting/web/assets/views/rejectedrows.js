import { address, items, queryables } from '../app/api.js';
import { fill, h, paragraph } from '../app/dom.js';
import { moment, plural, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName } from '../app/words.js';
import { download } from '../ui/figure.js';
import { filters, options } from '../ui/filters.js';
import { moreButton } from '../ui/more.js';
import { plainTable } from '../ui/table.js';

const FIRST = 25;

/** The rows that could not be taken, for the owner of the data to mend. */
export class RejectedRows {
  #region = new Region('rejected rows');
  #news = h('div', { class: 'news', 'aria-live': 'polite' });
  #filters = h('div', {});

  constructor(state) {
    this.state = state;
    this.element = h('div', {}, this.#filters, this.#news, this.#region.element);
  }

  start() {
    return this.#region.load(
      () => queryables('rejected-rows'),
      (known) => {
        fill(this.#filters, filters(this.state, fields(known)));
        this.state.follow(() => this.#load());
      },
    );
  }

  /** Says that more have come; they are shown when the reader asks for them. */
  stale() {
    const show = () => this.#load();
    fill(this.#news, paragraph('More rows were rejected. ', h('button', { class: 'as-link', type: 'button', onclick: show }, 'Show them')));
  }

  #load() {
    fill(this.#news);
    const parameters = { source: this.state.get('source'), rule: this.state.get('rule'), sort: '-rejected_at,file,line' };
    return this.#region.load(
      (signal) => items('rejected-rows', parameters, { signal }),
      (rows) => this.#show(rows, parameters),
    );
  }

  #show(rows, parameters) {
    if (!rows.length) return nothing('No row was rejected.');
    const top = Number(this.state.get('top')) || FIRST;
    const csv = address('rejected-rows', 'csv', { ...parameters, limit: 10000 });
    return h(
      'div',
      {},
      paragraph(`${plural(rows.length, 'row')}${rows.length > top ? `, the newest ${top} listed` : ''}.`),
      plainTable('Rejected rows, newest first', COLUMNS, rows.slice(0, top)),
      h(
        'div',
        { class: 'buttons' },
        rows.length > top && moreButton('List all', () => this.state.set({ top: String(rows.length) })),
        download(csv, 'rejected-rows.csv', 'All of them as CSV'),
      ),
    );
  }
}

const fields = (known) => [
  { name: 'source', label: 'Source', options: [{ value: '', text: 'All sources' }, ...options(known.source.enum ?? [], categoryName)] },
  { name: 'rule', label: 'Rule', options: [{ value: '', text: 'All rules' }, ...options(known.rule.enum ?? [], String)] },
];

const COLUMNS = [
  { label: 'File', value: ({ file }) => file, heads: true },
  { label: 'Line', value: ({ line }) => (line === 0 ? 'whole file' : whole(line)), number: true },
  { label: 'Field', value: ({ field }) => field ?? 'the row' },
  { label: 'What is wrong, and what to do', value: ({ message, rule }) => [message, h('span', { class: 'minor' }, `Rule ${rule}`)] },
  { label: 'Source', value: ({ source }) => categoryName(source) },
  { label: 'Rejected', value: (row) => moment(row.rejected_at) },
];
