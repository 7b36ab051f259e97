import { items, queryables } from '../app/api.js';
import { areas } from '../app/areas.js';
import { announce, fill, h } from '../app/dom.js';
import { nothing, Region } from '../app/region.js';
import { isSource, kindOf } from '../app/words.js';
import { Cells } from '../map/cells.js';
import { showLegend } from '../map/legend.js';
import { areaMap, mapElement } from '../map/map.js';
import { ramp } from '../map/ramp.js';
import { filters } from '../ui/filters.js';
import { liveStatus } from '../ui/livestatus.js';
import { AlertCards, cellOf } from './alerts.js';
import { placeFields, placeParameters, windowOf } from './choices.js';
import { colours, fields } from './measures.js';
import { method } from './method.js';
import { Panel } from './panel.js';
import { PlaceList } from './placelist.js';

const NUMBERED = 100;

/** The map and the table of places, side by side and linked. */
export async function places(holder, state) {
  const region = new Region('places');
  fill(holder, region.element);
  await region.load(
    () => Promise.all([queryables('hotspots'), areas()]),
    ([known, book]) => {
      const categories = known.category.enum ?? [];
      if (!categories.length) return nothing('There are no places yet. They appear as soon as the first reports have come in.');
      state.defaults.category = categories.find(isSource) ?? categories[0];
      new Places(state, book).start(holder, categories);
      return undefined;
    },
  );
}

class Places {
  #rows = [];
  #asked;
  #loading = false;
  #again = false;

  constructor(state, book) {
    Object.assign(this, { state, book });
    this.legend = h('div', {});
    this.alerts = new AlertCards((alert) => this.choose(cellOf(alert)));
    this.list = new PlaceList(state, book, { over: (cell) => this.#over(cell), choose: (cell) => this.choose(cell) });
    this.panel = new Panel(
      book,
      () => this.#back(),
      (cell) => this.cells.box(cell),
    );
  }

  start(holder, categories) {
    const box = mapElement();
    fill(
      holder,
      filters(this.state, placeFields(categories, this.book)),
      liveStatus((collection, changed) => this.#changed(collection, changed)),
      this.alerts.element,
      h('div', { class: 'side-by-side' }, h('section', { 'aria-label': 'Map' }, box, this.legend), this.list.element),
      this.panel.element,
      method(),
    );
    const { map, zoomTo } = areaMap(box, this.book, 'Map of the places. The table has the same places.');
    this.zoomTo = zoomTo;
    this.cells = new Cells(map, 'hotspots', { over: (cell) => this.#over(cell), choose: (cell) => this.choose(cell) });
    this.state.follow(() => this.#follow());
  }

  choose(cell) {
    this.state.set({ cell });
    this.panel.focus();
  }

  /** Asks for what the state says, if that is something else than what is shown. */
  #follow() {
    const area = this.state.get('ward') || this.state.get('council');
    if (area !== this.area) this.zoomTo((this.area = area));
    this.panel.show(this.#category, this.state.get('cell'));
    const question = JSON.stringify([placeParameters(this.state), windowOf(this.state), this.list.top]);
    if (question === this.#asked) return this.#draw();
    this.#asked = question;
    this.list.begin();
    this.alerts.load(this.#category);
    return this.#load((rows) => {
      this.list.show(rows);
      announce(this.list.summary);
    });
  }

  get #category() {
    return this.state.get('category');
  }

  #load(show) {
    const ask = async (signal) => {
      const rows = await items('hotspots', { ...placeParameters(this.state), fields: fields(windowOf(this.state)) }, { signal });
      await this.cells.know(rows, { category: this.#category });
      return rows;
    };
    return this.list.region.load(ask, (rows) => {
      this.#rows = rows;
      show(rows);
      this.#draw();
    });
  }

  #draw() {
    const all = colours(windowOf(this.state));
    const measure = all[this.state.get('colour')] ?? all.reports;
    const { colour, steps } = ramp(measure, this.#rows);
    const numbered = Math.min(this.list.top, NUMBERED);
    this.cells.draw(this.#rows, {
      colour,
      border: ({ status }) => ['ALERT', 'WATCH'].includes(status) && `cell--${status.toLowerCase()}`,
      mark: ({ emerging_class: code }, position) => `${kindOf(code)?.symbol ?? ''}${position < numbered ? position + 1 : ''}`,
    });
    showLegend(this.legend, measure.text, steps, { kinds: measure !== all.class });
    this.cells.highlight(this.state.get('cell'), 'chosen');
  }

  /** Points at a cell in the table and on the map alike. */
  #over(cell) {
    if (cell === this.pointed) return;
    this.list.point(this.pointed, false);
    this.pointed = cell;
    this.list.point(cell, true);
    this.cells.highlight(cell, 'over');
    if (cell && this.list.hasFocus) this.cells.reveal(cell);
  }

  /** Takes in what has changed. Changes that come while the rows are being loaded make one more turn. */
  async #changed(collection, categories = []) {
    if (!collection || collection === 'alerts') this.alerts.load(this.#category);
    if (collection && (collection !== 'hotspots' || (categories.length && !categories.includes(this.#category)))) return;
    this.#again = this.#loading;
    if (this.#loading) return;
    this.#loading = true;
    await this.#load((rows) => this.list.merge(rows));
    this.panel.stale();
    this.#loading = false;
    if (this.#again) this.#changed();
  }

  #back() {
    const cell = this.state.get('cell');
    this.state.set({ cell: '' });
    this.list.focus(cell);
  }
}
