import { address, items } from '../app/api.js';
import { areaName, areas } from '../app/areas.js';
import { details, fill, h, paragraph } from '../app/dom.js';
import { longDay, moment, plural, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName, LEVELS, PERIODS, sentence } from '../app/words.js';
import { filters } from '../ui/filters.js';
import { download } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';

/* global d3 */

/** What each recipient got in a release, at which level, and how much was withheld. */
export async function released(holder, state, me) {
  const region = new Region('releases');
  fill(holder, region.element);
  await region.load(
    (signal) => items('releases', { sort: '-published_at' }, { signal }),
    (releases) => {
      if (!releases.length) return nothing('Nothing has been released yet.');
      state.defaults.release = releases[0].release;
      const content = new Region('this release');
      const choices = releases.map(({ release, published_at: at }) => ({ value: release, text: `${release}, published ${moment(at)}` }));
      fill(
        holder,
        filters(state, [{ name: 'release', label: 'Release', options: choices }], 'Choice of a release'),
        content.element,
        method(),
      );
      let shown;
      state.follow(() => {
        if (shown === state.get('release')) return;
        shown = state.get('release');
        content.load(
          (signal) => ask(shown, me, signal),
          ([book, rows, reasons]) =>
            body(
              releases.find(({ release }) => release === shown),
              book,
              rows,
              reasons,
            ),
        );
      });
      return undefined;
    },
  );
}

const ask = (release, me, signal) =>
  Promise.all([
    areas(),
    items('released-trends', { release, fields: 'recipient,area_kind,category,period,withheld,method,threshold,base' }, { signal }),
    me.collections.includes('release-reasons') ? items('release-reasons', { release, sort: '-counts' }, { signal }) : null,
  ]);

function body(release, book, rows, reasons) {
  const groups = d3
    .groups(rows, ({ recipient, area_kind: kind, period }) => [recipient, kind, period].join('|'))
    .map(([, of]) => ({
      ...of[0],
      name: areaName(book, of[0].recipient),
      figures: of.length,
      withheld: d3.count(of, (row) => (row.withheld ? 1 : NaN)),
      categories: [...new Set(of.map(({ category }) => category))],
    }))
    .sort((a, b) => d3.ascending(a.recipient, b.recipient) || d3.descending(a.figures, b.figures));
  return h(
    'div',
    {},
    release && paragraph(`Released on ${longDay(release.as_of)}: ${plural(rows.length, 'figure')}.`),
    plainTable('What each recipient got', COLUMNS, groups),
    reasons && h('div', {}, plainTable('Why tables were withheld or made coarser', REASONS, reasons)),
    release && h('p', { class: 'minor' }, `SHA-256 of its rows: ${release.sha256}`),
    download(
      address('released-trends', 'csv', { release: release?.release, limit: 10000 }),
      `release-${release?.release}.csv`,
      'This release as CSV',
    ),
  );
}

const COLUMNS = [
  { label: 'Recipient', value: ({ name }) => name, heads: true },
  { label: 'Level', value: ({ area_kind: kind }) => LEVELS[kind] ?? sentence(kind) },
  { label: 'Period', value: ({ period }) => PERIODS[period] ?? sentence(period) },
  {
    label: 'Reports of',
    value: ({ categories }) =>
      categories.length > 3 ? `${plural(categories.length, 'kind')} of report` : categories.map(categoryName).join(', '),
  },
  { label: 'Figures', value: ({ figures }) => whole(figures), number: true },
  { label: 'Withheld', value: ({ withheld }) => whole(withheld), number: true },
  {
    label: 'Protection',
    value: ({ method: how, threshold, base }) =>
      `${how === 'ROUNDED' ? `rounded to ${base}` : 'noise of its own for each count'}, none below ${threshold}`,
  },
];

const REASONS = [
  { label: 'Reason', value: ({ reason }) => sentence(reason), heads: true },
  { label: 'Figures', value: ({ counts }) => whole(counts), number: true },
];

const method = () =>
  details(
    'How figures are protected',
    paragraph(
      'Only closed periods are released, each once and revised once. Small counts are withheld, zero included, and so are others from which they could be worked out. Where too much would be withheld, a table is made for larger areas or longer periods instead.',
    ),
    paragraph('Counts are rounded, or have noise that is always the same for the same reports, so parts need not add up to their whole.'),
  );
