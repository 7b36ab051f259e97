import { items } from '../app/api.js';
import { h } from '../app/dom.js';
import { decimal, duration, moment, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName } from '../app/words.js';
import { Table } from '../ui/table.js';

/** How each source is doing: is it complete, and is it current? */
export class FeedHealth {
  #region = new Region('feeds');
  #table = new Table({ caption: 'Is each source complete and current?', columns: COLUMNS, key: ({ source }) => source });

  get element() {
    return this.#region.element;
  }

  load() {
    const ask = (signal) => items('feeds', { sort: 'source' }, { signal });
    return this.#region.load(ask, (rows) => this.#show(rows));
  }

  #show(rows) {
    if (!rows.length) return nothing('Nothing has come in yet. Put a file into the folder of a source, and it is here within seconds.');
    if (!this.#table.element.isConnected || this.#table.update(rows).moved) this.#table.show(rows);
    return this.#table.element.isConnected ? undefined : this.#table.element;
  }
}

const share = (part, whole_) => (whole_ > 0 ? `${decimal((100 * part) / whole_, 0)} %` : '');

const COLUMNS = [
  { label: 'Source', value: ({ source }) => categoryName(source), heads: true },
  { label: 'Last happened', value: (row) => moment(row.last_occurred_at) },
  { label: 'Last received', value: (row) => moment(row.last_received_at) },
  { label: 'Half arrive within', value: (row) => duration(row.lag_p50_seconds) },
  { label: '19 in 20 within', value: (row) => duration(row.lag_p95_seconds) },
  { label: 'Reports that stand', value: ({ incidents }) => whole(incidents), number: true },
  {
    label: 'Late: over 7 days',
    value: (row) => [whole(row.late), h('span', { class: 'minor' }, share(row.late, row.accepted - row.corrected - row.withdrawn))],
    number: true,
  },
  {
    label: 'Rejected rows',
    value: (row) => [
      whole(row.rejected),
      h('span', { class: 'minor' }, row.rejected_percent === null ? '' : `${decimal(row.rejected_percent)} %`),
    ],
    number: true,
  },
  { label: 'Corrected', value: ({ corrected }) => whole(corrected), number: true },
  { label: 'Withdrawn', value: ({ withdrawn }) => whole(withdrawn), number: true },
  { label: 'Unknown codes', value: (row) => whole(row.other_codes), number: true },
];
