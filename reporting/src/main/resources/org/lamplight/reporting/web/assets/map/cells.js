import { features } from '../app/api.js';
import { h } from '../app/dom.js';
import { apart } from './map.js';

/* global L */

const NUMBERS_FROM = 11;

/**
 * Hexagons on a map. Their outlines are asked for once per cell and kept; colours, symbols and numbers may change as
 * often as they like.
 */
export class Cells {
  #layers = new Map();
  #shapes = new Map();
  #marks = L.layerGroup();
  #marked = [];

  /** @param listen `{ over(cell or null), choose(cell) }` */
  constructor(map, collection, { over, choose }) {
    Object.assign(this, { map, collection, over, choose });
    this.renderer = L.svg({ padding: 0.3 });
    this.group = L.featureGroup().addTo(map);
    this.#marks.addTo(map);
    map.on('zoomend', () => this.#showMarks());
  }

  /** Sees to it that the outlines of the cells of an answer are there. */
  async know(rows, parameters) {
    if (rows.every(({ cell }) => this.#shapes.has(cell))) return;
    for (const feature of await features(this.collection, { ...parameters, fields: 'cell' })) {
      this.#shapes.set(feature.properties.cell, feature.geometry);
    }
  }

  /**
   * Draws rows that have a `cell`.
   *
   * @param look `{ colour(row), border(row), mark(row, position) }`: a border is a class name, a mark a short text or null
   */
  draw(rows, look) {
    const gone = new Set(this.#layers.keys());
    for (const row of rows) {
      gone.delete(row.cell);
      const layer = this.#layers.get(row.cell) ?? this.#add(row.cell);
      layer?.setStyle({ fillColor: look.colour(row) });
      layer?.getElement()?.setAttribute('class', `leaflet-interactive cell ${look.border(row) ?? ''}`);
    }
    for (const cell of gone) this.#remove(cell);
    this.#marked = rows.map((row, position) => ({ cell: row.cell, mark: look.mark(row, position) })).filter(({ mark }) => mark);
    this.#showMarks();
  }

  /** Draws a line round one cell: `over` for the one pointed at, `chosen` for the one opened. */
  highlight(cell, how) {
    for (const element of this.map.getPane('overlayPane').querySelectorAll(`.cell--${how}`)) element.classList.remove(`cell--${how}`);
    const layer = this.#layers.get(cell);
    layer?.bringToFront();
    layer?.getElement()?.classList.add(`cell--${how}`);
  }

  /** Moves the map only if the cell is not on it. */
  reveal(cell) {
    const layer = this.#layers.get(cell);
    if (layer && !this.map.getBounds().contains(layer.getBounds())) this.map.panTo(layer.getBounds().getCenter(), { animate: false });
  }

  /** South-west and north-east of a cell, as a bbox parameter. */
  box(cell) {
    return this.#layers.get(cell)?.getBounds().toBBoxString();
  }

  #add(cell) {
    const shape = this.#shapes.get(cell);
    if (!shape) return undefined;
    const ring = shape.coordinates[0].map(([longitude, latitude]) => [latitude, longitude]);
    const layer = L.polygon(ring, { renderer: this.renderer, className: 'cell', weight: 0.5, fillOpacity: 0.85 });
    layer.on({ mouseover: () => this.over(cell), mouseout: () => this.over(null), click: () => this.choose(cell) });
    layer.addTo(this.group);
    this.#layers.set(cell, layer);
    return layer;
  }

  #remove(cell) {
    this.#layers.get(cell).remove();
    this.#layers.delete(cell);
  }

  #showMarks() {
    this.#marks.clearLayers();
    const near = this.map.getZoom() >= NUMBERS_FROM;
    const markers = this.#marked
      .filter(({ cell }) => this.#layers.has(cell))
      .map(({ cell, mark }) => {
        const icon = L.divIcon({
          className: near ? 'mark' : 'mark mark--far',
          html: h('span', { 'aria-hidden': 'true' }, mark),
          iconSize: [0, 0],
        });
        return L.marker(this.#layers.get(cell).getBounds().getCenter(), { icon, interactive: false, keyboard: false });
      });
    for (const marker of apart(this.map, markers, () => 14)) marker.addTo(this.#marks);
  }
}
