import { address, items } from '../app/api.js';
import { areas, placeName } from '../app/areas.js';
import { fill, h, paragraph } from '../app/dom.js';
import { longDay, plural, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName } from '../app/words.js';
import { Cells } from '../map/cells.js';
import { showLegend } from '../map/legend.js';
import { areaMap, mapElement } from '../map/map.js';
import { filters } from '../ui/filters.js';
import { download } from '../ui/figure.js';
import { Table } from '../ui/table.js';

/* global d3 */

const SUFFIX = '_56';

/** Places where several sources have reports, side by side and never added up. */
export async function overlap(holder, state) {
  const region = new Region('places');
  fill(holder, region.element);
  await region.load(areas, (book) => {
    const content = new Region('places');
    const sources = [
      { value: '1', text: 'Any source' },
      { value: '2', text: 'Two sources or more' },
      { value: '3', text: 'Three sources' },
    ];
    fill(
      holder,
      paragraph('Sources count different things: compare them, never add them up.'),
      filters(state, [{ name: 'sources', label: 'Places with reports of', options: sources }]),
      content.element,
    );
    const view = new Overlap(content, book);
    state.follow(() => view.load(state.get('sources')));
    return undefined;
  });
}

class Overlap {
  constructor(region, book) {
    Object.assign(this, { region, book });
  }

  load(sources) {
    const parameters = { sources_56: `${sources}..`, sort: '-sources_56,cell' };
    return this.region.load(
      (signal) => items('source-overlap', parameters, { signal }),
      (rows) => this.#show(rows, parameters),
    );
  }

  #show(rows, parameters) {
    if (!rows.length) return nothing('No place has reports of that many sources in the last 56 days.');
    const counted = Object.keys(rows[0]).filter((name) => name.endsWith(SUFFIX) && name !== 'sources_56');
    const box = mapElement();
    const legend = h('div', {});
    const table = this.#table(rows, counted);
    setTimeout(() => this.#draw(box, legend, table, rows), 0);
    return h(
      'div',
      {},
      h(
        'div',
        { class: 'side-by-side' },
        h('section', { 'aria-label': 'Map' }, box, legend),
        h(
          'section',
          { 'aria-label': 'Table' },
          paragraph(`${plural(rows.length, 'place')} in the 56 days to ${longDay(rows[0].as_of)}.`),
          table.element,
          download(address('source-overlap', 'csv', { ...parameters, limit: 10000 }), 'source-overlap.csv', 'All columns as CSV'),
        ),
      ),
    );
  }

  #table(rows, counted) {
    const name = (column) => categoryName(column.slice(0, -SUFFIX.length).replaceAll('_', '-'));
    const table = new Table({
      caption: 'Reports of each source, last 56 days',
      key: ({ cell }) => cell,
      scrolls: true,
      columns: [
        { label: 'No.', value: (_, position) => String(position + 1), number: true },
        { label: 'Place', value: (row) => placeName(this.book, row), heads: true },
        { label: 'Sources', value: ({ sources_56: sources }) => whole(sources), number: true },
        ...counted.map((column) => ({ label: name(column), value: (row) => whole(row[column]), number: true })),
      ],
    });
    table.show(rows);
    return table;
  }

  async #draw(box, legend, table, rows) {
    const { map } = areaMap(box, this.book, 'Map of places with reports of several sources. The table has the same places.');
    const point = (cell) => {
      for (const row of rows) table.row(row.cell)?.classList.toggle('pointed', row.cell === cell);
      cells.highlight(cell, 'over');
    };
    const cells = new Cells(map, 'source-overlap', {
      over: point,
      choose: (cell) => table.row(cell)?.scrollIntoView({ block: 'nearest' }),
    });
    table.element.addEventListener('mouseover', (event) => point(event.target.closest('tr[data-key]')?.dataset.key ?? null));
    await cells.know(rows, {});
    const colours = d3.schemeYlGnBu[5];
    cells.draw(rows, {
      colour: (row) => colours[row.sources_56] ?? colours[4],
      border: () => null,
      mark: (_, position) => (position < 20 ? String(position + 1) : null),
    });
    showLegend(
      legend,
      'Sources with reports',
      [1, 2, 3].map((count) => ({ colour: colours[count], text: String(count) })),
      { states: false, kinds: false },
    );
  }
}
