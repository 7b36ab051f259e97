import { fill, h, hidden } from '../app/dom.js';

/**
 * A table whose rows keep their element as long as they keep their key, so that new values can be put in place under
 * the eyes of a reader.
 *
 * Columns: `{ id, label, value(row, position), number, sort, help }`. `value` gives text or elements; `sort` is the
 * order that a click on the head asks for.
 */
export class Table {
  #rows = new Map();
  #body = h('tbody', { class: 'govuk-table__body' });

  /** @param onSort called with the `sort` of a column; without it no head is a button */
  constructor({ caption, columns, key = (row) => JSON.stringify(row), onSort, scrolls = false }) {
    Object.assign(this, { columns, key, onSort });
    this.caption = h('caption', { class: 'govuk-table__caption' }, caption);
    this.head = h('tr', { class: 'govuk-table__row' });
    this.table = h('table', { class: 'govuk-table' }, this.caption, h('thead', { class: 'govuk-table__head' }, this.head), this.#body);
    this.element = h(
      'div',
      { class: scrolls ? 'table-scroll table-scroll--tall' : 'table-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      this.table,
    );
    this.sortedBy();
  }

  /** Marks the head of the column that rows are ordered by. */
  sortedBy(order) {
    const focused = [...this.head.children].findIndex((cell) => cell.contains(document.activeElement));
    fill(
      this.head,
      this.columns.map((column) => this.#heading(column, order)),
    );
    this.head.children[focused]?.querySelector('button')?.focus();
  }

  /**
   * Shows rows in their order. Values that differ from what was there are marked if that is asked for.
   *
   * @return how many rows that were there have changed
   */
  show(rows, { marked = false } = {}) {
    const before = this.#rows;
    let changed = 0;
    this.#rows = new Map(
      rows.map((row, position) => {
        const known = before.get(this.key(row));
        const entry = known ?? { element: h('tr', { class: 'govuk-table__row', 'data-key': this.key(row) }) };
        entry.position = position;
        if (known && this.#differs(known, row)) changed += 1;
        this.#write(entry, row, marked && known ? known.texts : null);
        return [this.key(row), entry];
      }),
    );
    fill(
      this.#body,
      [...this.#rows.values()].map(({ element }) => element),
    );
    return changed;
  }

  /**
   * Puts new values into the rows that are there and marks them, each with what it was; moves, adds and takes away
   * nothing.
   *
   * @param rows all there are, of which the first `top` would be shown now
   * @return how many rows have changed, and whether `show` would bring another order
   */
  update(rows, top = rows.length) {
    const now = new Map(rows.map((row) => [this.key(row), row]));
    let changed = 0;
    for (const [key, entry] of this.#rows) {
      if (now.has(key) && this.#differs(entry, now.get(key))) {
        this.#write(entry, now.get(key), entry.texts);
        changed += 1;
      }
      entry.element.classList.toggle('gone', !now.has(key));
    }
    const shown = rows.slice(0, top);
    const moved = shown.length !== this.#rows.size || [...this.#rows.keys()].some((key, index) => key !== this.key(shown[index]));
    return { changed, moved };
  }

  row(key) {
    return this.#rows.get(key)?.element;
  }

  /** Whether somebody is at it: moving them their rows would take the place out of their eyes. */
  get isRead() {
    return this.element.matches(':hover') || this.element.contains(document.activeElement) || this.element.scrollTop > 0;
  }

  #heading(column, order) {
    const sorted = column.sort && column.sort === order;
    const content =
      column.sort && this.onSort
        ? h(
            'button',
            { class: 'sort', type: 'button', onclick: () => this.onSort(column.sort) },
            column.label,
            sorted && h('span', { 'aria-hidden': 'true' }, ' ↓'),
          )
        : column.label;
    return h(
      'th',
      {
        class: column.number ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header',
        scope: 'col',
        'aria-sort': sorted && (column.sort.startsWith('-') ? 'descending' : 'ascending'),
        title: column.help,
      },
      content,
    );
  }

  #differs(entry, row) {
    return this.columns.some(
      (column, index) => column.id !== 'number' && this.#cell(column, row, entry.position).textContent !== entry.texts[index],
    );
  }

  /** Writes the cells of a row; those that were otherwise say what they were. The focus stays where it is. */
  #write(entry, row, before) {
    const focused = entry.element.contains(document.activeElement);
    const cells = this.columns.map((column) => this.#cell(column, row, entry.position));
    entry.texts = cells.map(({ textContent }) => textContent);
    if (before) cells.forEach((cell, index) => this.columns[index].id !== 'number' && markIfChanged(cell, before[index]));
    fill(entry.element, cells);
    entry.element.classList.remove('gone');
    if (focused) entry.element.querySelector('a, button')?.focus();
  }

  #cell(column, row, position) {
    const attributes = { class: column.number ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell' };
    if (column.heads) Object.assign(attributes, { class: 'govuk-table__header', scope: 'row' });
    return h(column.heads ? 'th' : 'td', attributes, column.value(row, position));
  }
}

function markIfChanged(cell, before) {
  if (cell.textContent === before) return;
  cell.classList.add('changed');
  cell.append(h('span', { class: 'was' }, hidden('changed, '), `was ${before}`));
}

/** A table that only shows. */
export function plainTable(caption, columns, rows) {
  const table = new Table({ caption, columns });
  table.show(rows);
  return table.element;
}
