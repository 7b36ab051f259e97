import { address } from '../app/api.js';
import { placeName } from '../app/areas.js';
import { fill, h, link, localLink, paragraph } from '../app/dom.js';
import { longDay, plural } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { categoryName } from '../app/words.js';
import { download } from '../ui/figure.js';
import { moreButton } from '../ui/more.js';
import { Table } from '../ui/table.js';
import { orderOf, placeParameters, windowOf } from './choices.js';
import { columns } from './measures.js';

const FIRST = 20;
const THEN = 100;

/** The places as a table, the first ones of an order; what is said about them; and the file that holds them all. */
export class PlaceList {
  #rows = [];
  #summary = h('p', { class: 'govuk-body', id: 'summary' });
  #news = h('div', { class: 'news', 'aria-live': 'polite' });
  #more = h('div', { class: 'buttons' });

  /** @param listen `over(cell or null)` while a row is pointed at or has the focus, `choose(cell)` when it is opened */
  constructor(state, book, { over, choose }) {
    Object.assign(this, { state, book, over, choose });
    this.region = new Region('places');
    this.element = h('section', { 'aria-label': 'Table' }, this.#summary, this.#news, this.region.element, this.#more);
  }

  /** Begins anew: with other columns, or with rows of something else. */
  begin() {
    this.table = new Table({
      caption: `Places: ${categoryName(this.state.get('category'))}`,
      columns: columns(windowOf(this.state), (row) => this.#place(row)),
      key: ({ cell }) => cell,
      onSort: (sort) => this.state.set({ sort }),
      scrolls: true,
    });
    const point = (event) => this.over(event.target.closest('tr[data-key]')?.dataset.key ?? null);
    for (const name of ['mouseover', 'focusin']) this.table.element.addEventListener(name, point);
    for (const name of ['mouseleave', 'focusout']) this.table.element.addEventListener(name, () => this.over(null));
  }

  /** How many places are listed and numbered. */
  get top() {
    return Number(this.state.get('top')) || FIRST;
  }

  /** What is listed, in words. */
  get summary() {
    return this.#summary.textContent;
  }

  /** Shows the rows in their order. */
  show(rows) {
    this.#rows = rows;
    this.table.show(rows.slice(0, this.top));
    this.table.sortedBy(orderOf(this.state));
    fill(this.region.body, rows.length ? this.table.element : this.#none());
    fill(this.#news);
    this.#describe();
  }

  /** Takes in newer rows: in place where somebody reads, in their order otherwise. */
  merge(rows) {
    if (!rows.length || !this.table.element.isConnected) return this.show(rows);
    this.#rows = rows;
    this.#describe();
    const { changed, moved } = this.table.isRead
      ? this.table.update(rows, this.top)
      : { changed: this.table.show(rows.slice(0, this.top), { marked: true }), moved: false };
    const order = moved && h('button', { class: 'as-link', type: 'button', onclick: () => this.show(rows) }, 'Show new order');
    const what = changed > 0 ? `${plural(changed, 'place')} changed just now. ` : 'The order has changed. ';
    return fill(this.#news, (changed > 0 || moved) && paragraph(what, order));
  }

  /** Marks the row of a cell as pointed at. */
  point(cell, on) {
    this.table?.row(cell)?.classList.toggle('pointed', on);
  }

  /** Puts the focus on a place, or on the table if the place is not listed. */
  focus(cell) {
    (this.table.row(cell)?.querySelector('a') ?? this.table.element).focus();
  }

  get hasFocus() {
    return this.element.contains(document.activeElement);
  }

  #describe() {
    const all = this.#rows.length;
    const listed = Math.min(this.top, all);
    const date = all ? ` Counted to ${longDay(this.#rows[0].as_of)}.` : '';
    const which = listed < all ? `; the first ${listed} are listed and numbered` : '';
    fill(this.#summary, `${plural(all, 'place')}${which}.${date}`);
    const csv = address('hotspots', 'csv', { ...placeParameters(this.state), limit: 10000 });
    const next = listed < THEN ? THEN : all;
    fill(
      this.#more,
      listed < all && moreButton(next < all ? `List ${next}` : 'List all', () => this.state.set({ top: String(next) })),
      all > 0 && download(csv, `hotspots-${this.state.get('category')}.csv`, 'All columns as CSV'),
    );
  }

  #none() {
    const everything = { show: 'all', kind: '', council: '', ward: '' };
    return nothing('No place matches these filters. ', link(this.state.href(everything), 'Show all places'), ' of this kind of report.');
  }

  #place(row) {
    return [
      localLink(this.state.href({ cell: row.cell }), placeName(this.book, row), () => this.choose(row.cell)),
      h('span', { class: 'minor' }, row.council_name ?? ''),
    ];
  }
}
