import { features } from './api.js';

/* global d3 */

let book;

/** The areas with their outlines, loaded once: councils, the newest vintage of wards, and named places. */
export function areas() {
  book ??= features('areas').then((all) => {
    const of = (kind) => all.filter(({ properties }) => properties.area_kind === kind);
    const wards = of('WARD');
    const newest = Math.max(...wards.map(({ properties }) => properties.vintage));
    return {
      force: of('FORCE'),
      councils: byName(of('COUNCIL')),
      wards: byName(wards.filter(({ properties }) => properties.vintage === newest)),
      zones: byName(of('ZONE')),
    };
  });
  book.catch(() => (book = undefined));
  return book;
}

/** Options of a select for councils, or for the wards of the chosen council. */
export const areaOptions = (all, list) => [
  { value: '', text: all },
  ...list.map(({ properties }) => ({ value: properties.area_code, text: properties.area_name })),
];

/** What a place of a row with a point is called: the named place or the ward that it lies in, or both. */
export function placeName({ zones, wards }, { longitude, latitude, ward_name: ward }) {
  const point = [longitude, latitude];
  const zone = zones.find((area) => holds(area, point))?.properties.area_name;
  const known = ward ?? wards.find((area) => holds(area, point))?.properties.area_name;
  return zone && known ? `${zone} (${known})` : (zone ?? known ?? 'Outside the wards');
}

/** The name of a council or of the force area. */
export const areaName = ({ councils, force }, code) =>
  [...councils, ...force].find(({ properties }) => properties.area_code === code)?.properties.area_name ?? code;

const holds = ({ geometry }, point) => polygons(geometry).some(([outer]) => d3.polygonContains(outer, point));

const polygons = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);

function byName(list) {
  return list.sort((a, b) => a.properties.area_name.localeCompare(b.properties.area_name));
}
