import { address, items } from '../app/api.js';
import { fill, h, paragraph } from '../app/dom.js';
import { decimal, duration, moment, plural, whole } from '../app/format.js';
import { frame } from '../app/frame.js';
import { follow } from '../app/live.js';
import { nothing, Region } from '../app/region.js';
import { State } from '../app/state.js';
import { categoryName } from '../app/words.js';
import { filters, options } from '../ui/filters.js';
import { download } from '../ui/figure.js';
import { Table } from '../ui/table.js';

const state = new State({ source: '', top: '25' });

const COLUMNS = [
  { label: 'Source', value: ({ source }) => categoryName(source), heads: true },
  { label: 'Last happened', value: (row) => moment(row.last_occurred_at) },
  { label: 'Last received', value: (row) => moment(row.last_received_at) },
  { label: 'Half arrive within', value: (row) => duration(row.lag_p50_seconds) },
  { label: '19 in 20 within', value: (row) => duration(row.lag_p95_seconds) },
  { label: 'Reports that stand', value: ({ incidents }) => whole(incidents), number: true },
  { label: 'Late: over 7 days', value: (row) => [whole(row.late), h('span', { class: 'minor' }, share(row.late, row.accepted - row.corrected - row.withdrawn))], number: true },
  { label: 'Rejected rows', value: (row) => [whole(row.rejected), h('span', { class: 'minor' }, row.rejected_percent === null ? '' : `${decimal(row.rejected_percent)} %`)], number: true },
  { label: 'Corrected', value: ({ corrected }) => whole(corrected), number: true },
  { label: 'Withdrawn', value: ({ withdrawn }) => whole(withdrawn), number: true },
  { label: 'Unknown codes', value: (row) => whole(row.other_codes), number: true },
];

const REJECTED = [
  { label: 'File', value: ({ file }) => file, heads: true },
  { label: 'Line', value: ({ line }) => (line === 0 ? 'whole file' : whole(line)), number: true },
  { label: 'Field', value: ({ field }) => field ?? 'the row' },
  { label: 'What is wrong, and what to do', value: ({ message, rule }) => [message, h('span', { class: 'minor' }, `Rule ${rule}`)] },
  { label: 'Source', value: ({ source }) => categoryName(source) },
  { label: 'Rejected', value: (row) => moment(row.rejected_at) },
];

const share = (part, whole_) => (whole_ > 0 ? `${decimal((100 * part) / whole_, 0)} %` : '');

frame(async (content) => {
  const health = new Region('feeds');
  const rejected = new Region('rejected rows');
  const status = h('p', { class: 'govuk-body live' });
  const table = new Table({ caption: 'Is each source complete and current?', columns: COLUMNS, key: ({ source }) => source });
  fill(content, status, health.element,
    h('h2', { class: 'govuk-heading-l', id: 'rejected' }, 'Rows that could not be taken'),
    paragraph('For the owner of the data: mend the row in its file and send the file again. Rows that were taken before are not counted twice. What the row says is kept nowhere.'),
    h('div', { id: 'rejected-filters' }), rejected.element);

  const loadHealth = () => health.load((signal) => items('feeds', { sort: 'source' }, { signal }), (rows) => showHealth(rows, table));
  const loadRejected = () => rejected.load((signal) => items('rejected-rows', { source: state.get('source'), rule: state.get('rule'), sort: '-rejected_at,file,line' }, { signal }), showRejected);
  await loadHealth();
  fill(document.getElementById('rejected-filters'), await rejectedFilters());
  state.follow(loadRejected);
  follow({
    changed: (collection) => {
      if (!collection || collection === 'feeds') loadHealth();
      if (!collection || collection === 'rejected-rows') loadRejected();
    },
    connected: (yes) => fill(status, yes ? '● Live: figures change as reports arrive.' : '○ Not live: the connection is being made again. Figures may be a little old.'),
  });
});

function showHealth(rows, table) {
  if (!rows.length) return nothing('Nothing has come in yet. Put a file into the folder of a source, and it is here within seconds.');
  if (table.row(rows[0].source) && !table.update(rows).moved) return undefined;
  table.show(rows);
  return table.element;
}

async function rejectedFilters() {
  const rows = await items('rejected-rows', { fields: 'source,rule' });
  const distinct = (name) => [...new Set(rows.map((row) => row[name]))].sort();
  return filters(state, [
    { name: 'source', label: 'Source', options: [{ value: '', text: 'All sources' }, ...options(distinct('source'), categoryName)] },
    { name: 'rule', label: 'Rule', options: [{ value: '', text: 'All rules' }, ...options(distinct('rule'), String)] },
  ]);
}

function showRejected(rows) {
  if (!rows.length) return nothing('No row was rejected.');
  const top = Number(state.get('top')) || 25;
  const table = new Table({ caption: 'Rejected rows, newest first', columns: REJECTED });
  table.show(rows.slice(0, top));
  const csv = address('rejected-rows', 'csv', { source: state.get('source'), rule: state.get('rule'), sort: '-rejected_at,file,line', limit: 10000 });
  return h('div', {}, paragraph(`${plural(rows.length, 'row')}${rows.length > top ? `, the newest ${top} listed` : ''}.`), table.element,
    h('div', { class: 'buttons' },
      rows.length > top && h('button', { class: 'govuk-button govuk-button--secondary', type: 'button', onclick: () => state.set({ top: '100000' }) }, 'List all'),
      download(csv, 'rejected-rows.csv', 'All of them as CSV')));
}
