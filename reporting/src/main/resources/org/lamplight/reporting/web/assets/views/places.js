import { address, items, queryables } from '../app/api.js';
import { areas, placeName } from '../app/areas.js';
import { announce, fill, h, link, localLink, paragraph } from '../app/dom.js';
import { longDay, plural } from '../app/format.js';
import { follow } from '../app/live.js';
import { nothing, Region } from '../app/region.js';
import { categoryName, isSource, kindOf } from '../app/words.js';
import { Cells } from '../map/cells.js';
import { showLegend } from '../map/legend.js';
import { areaMap, mapElement } from '../map/map.js';
import { ramp } from '../map/ramp.js';
import { filters } from '../ui/filters.js';
import { download } from '../ui/figure.js';
import { Table } from '../ui/table.js';
import { AlertCards } from './alerts.js';
import { orderOf, placeFields, placeParameters, windowOf } from './choices.js';
import { colours, columns, fields } from './measures.js';
import { method } from './method.js';
import { Panel } from './panel.js';

/** The map and the table of places, side by side and linked. */
export async function places(holder, state) {
  const region = new Region('places');
  fill(holder, region.element);
  await region.load(() => Promise.all([queryables('hotspots'), areas()]), ([known, book]) => {
    const categories = known.category.enum ?? [];
    if (!categories.length) return nothing('There are no places yet. They appear as soon as the first reports have come in.');
    state.defaults.category = categories.find(isSource) ?? categories[0];
    new Places(holder, state, categories, book).start();
    return undefined;
  });
}

class Places {
  #rows = [];
  #pending = false;

  constructor(holder, state, categories, book) {
    Object.assign(this, { holder, state, categories, book });
    this.status = h('p', { class: 'govuk-body live' });
    this.summary = h('p', { class: 'govuk-body', id: 'summary' });
    this.news = h('div', { class: 'news', 'aria-live': 'polite' });
    this.legend = h('div', {});
    this.mapBox = mapElement();
    this.list = new Region('places');
    this.more = h('div', { class: 'buttons' });
    this.alerts = new AlertCards((alert) => this.choose(alert.alert.slice(-15)));
    this.panel = new Panel(book, () => this.#back(), (cell) => this.cells.box(cell));
  }

  start() {
    fill(this.holder,
      filters(this.state, placeFields(this.categories, this.book)), this.status, this.alerts.element,
      h('div', { class: 'side-by-side' },
        h('section', { 'aria-label': 'Map' }, this.mapBox, this.legend),
        h('section', { 'aria-label': 'Table' }, this.summary, this.news, this.list.element, this.more)),
      this.panel.element, method());
    const { map, zoomTo } = areaMap(this.mapBox, this.book, 'Map of the places. The table has the same places.');
    this.zoomTo = zoomTo;
    this.cells = new Cells(map, 'hotspots', { over: (cell) => this.#over(cell), choose: (cell) => this.choose(cell) });
    this.state.follow(() => this.#changed());
    follow({
      changed: (collection, categories) => this.#live(collection, categories),
      connected: (yes) => fill(this.status, yes ? '● Live: figures change as reports arrive.' : '○ Not live: the connection is being made again. Figures may be a little old.'),
    });
  }

  choose(cell) {
    this.state.set({ cell });
    this.panel.focus();
  }

  #changed() {
    const area = this.state.get('ward') || this.state.get('council');
    if (area !== this.area) this.zoomTo((this.area = area));
    this.panel.show(this.state.get('category'), this.state.get('cell'));
    const question = JSON.stringify([placeParameters(this.state), windowOf(this.state)]);
    if (question === this.question) return this.#show();
    this.question = question;
    this.#makeTable();
    this.alerts.load(this.state.get('category'));
    return this.#load((rows) => {
      this.#rows = rows;
      this.#show();
      announce(this.summary.textContent);
    });
  }

  #makeTable() {
    this.table = new Table({
      caption: `Places: ${categoryName(this.state.get('category'))}`, columns: columns(windowOf(this.state), (row) => this.#place(row)), key: ({ cell }) => cell,
      onSort: (sort) => this.state.set({ sort }), scrolls: true,
    });
    const point = (event) => this.#over(event.target.closest('tr[data-key]')?.dataset.key ?? null);
    for (const name of ['mouseover', 'focusin']) this.table.element.addEventListener(name, point);
    for (const name of ['mouseleave', 'focusout']) this.table.element.addEventListener(name, () => this.#over(null));
  }

  #load(show) {
    const ask = async (signal) => {
      const rows = await items('hotspots', { ...placeParameters(this.state), fields: fields(windowOf(this.state)) }, { signal });
      await this.cells.know(rows, { category: this.state.get('category') });
      return rows;
    };
    return this.list.load(ask, show);
  }

  #show() {
    const rows = this.#rows;
    if (rows.length) this.table.show(rows.slice(0, this.#top));
    this.table.sortedBy(orderOf(this.state));
    fill(this.list.body, rows.length ? this.table.element : this.#none());
    fill(this.news);
    this.#describe();
    this.#draw();
  }

  get #top() {
    return Number(this.state.get('top')) || 20;
  }

  #describe() {
    const rows = this.#rows;
    const shown = Math.min(this.#top, rows.length);
    const date = rows.length ? ` Counted to ${longDay(rows[0].as_of)}.` : '';
    fill(this.summary, `${plural(rows.length, 'place')}${shown < rows.length ? `; the first ${shown} are listed and numbered` : ''}.${date}`);
    const csv = address('hotspots', 'csv', { ...placeParameters(this.state), limit: 10000 });
    fill(this.more,
      shown < rows.length && h('button', { class: 'govuk-button govuk-button--secondary', type: 'button', onclick: () => this.state.set({ top: String(shown === 20 ? 100 : rows.length) }) }, shown === 20 ? 'List 100' : 'List all'),
      rows.length > 0 && download(csv, `hotspots-${this.state.get('category')}.csv`, 'All columns as CSV'));
  }

  #none() {
    return nothing('No place matches these filters. ', link(this.state.href({ show: 'all', kind: '', council: '', ward: '' }), 'Show all places'), ' of this kind of report.');
  }

  #draw() {
    const all = colours(windowOf(this.state));
    const measure = all[this.state.get('colour')] ?? all.reports;
    const { colour, steps } = ramp(measure, this.#rows);
    this.cells.draw(this.#rows, {
      colour,
      border: ({ status }) => (status === 'ALERT' || status === 'WATCH') && `cell--${status.toLowerCase()}`,
      mark: ({ emerging_class: code }, position) => `${kindOf(code)?.symbol ?? ''}${position < this.#top && position < 100 ? position + 1 : ''}`,
    });
    showLegend(this.legend, measure.text, steps);
    this.cells.highlight(this.state.get('cell'), 'chosen');
  }

  #place(row) {
    return [
      localLink(this.state.href({ cell: row.cell }), placeName(this.book, row), () => this.choose(row.cell)),
      h('span', { class: 'minor' }, row.council_name ?? ''),
    ];
  }

  #over(cell) {
    if (cell === this.pointed) return;
    this.table?.row(this.pointed)?.classList.remove('pointed');
    this.pointed = cell;
    this.table?.row(cell)?.classList.add('pointed');
    this.cells.highlight(cell, 'over');
    if (cell && this.table?.element.contains(document.activeElement)) this.cells.reveal(cell);
  }

  /** Takes in what has changed without moving what somebody reads. Changes that come meanwhile make one more turn. */
  async #live(collection, categories = []) {
    if (collection === 'alerts' || !collection) this.alerts.load(this.state.get('category'));
    if (collection && (collection !== 'hotspots' || (categories.length && !categories.includes(this.state.get('category'))))) return;
    if (this.loading) {
      this.#pending = true;
      return;
    }
    this.loading = true;
    await this.#load((rows) => this.#merge(rows));
    this.loading = false;
    if (this.#pending) {
      this.#pending = false;
      this.#live('hotspots');
    }
  }

  #merge(rows) {
    this.#rows = rows;
    this.panel.stale();
    if (!rows.length || !this.list.body.contains(this.table.element)) return this.#show();
    const listed = rows.slice(0, this.#top);
    const { changed, moved } = this.table.isRead ? this.table.update(listed) : { changed: this.table.show(listed, { marked: true }), moved: false };
    this.#draw();
    this.#describe();
    const order = moved && h('button', { class: 'as-link', type: 'button', onclick: () => this.#show() }, 'Show new order');
    fill(this.news, (changed > 0 || moved) && paragraph(changed > 0 ? `${plural(changed, 'place')} changed just now. ` : 'The order has changed. ', order));
    return undefined;
  }

  #back() {
    const { pointed } = this;
    const cell = this.state.get('cell');
    this.state.set({ cell: '' });
    (this.table.row(cell ?? pointed)?.querySelector('a') ?? this.table.element).focus();
  }
}
