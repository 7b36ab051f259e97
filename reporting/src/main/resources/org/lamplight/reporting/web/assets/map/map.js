import { h } from '../app/dom.js';

/* global L */

const ATTRIBUTION = 'Contains OS and ONS data © Crown copyright and database right, OGL v3';
const SHOW_PLACES_FROM = 11;
const SHOW_WARDS_FROM = 12.5;

/** A map of the areas without any tiles: outlines and names only. What lies on it is for others to add. */
export function areaMap(element, { force, councils, wards, zones }, label) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.setAttribute('aria-label', label);
  element.setAttribute('role', 'region');
  const map = L.map(element, {
    zoomSnap: 0.25,
    minZoom: 8,
    maxZoom: 16,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    preferCanvas: false,
    scrollWheelZoom: true,
  });
  map.attributionControl.setPrefix(false).addAttribution(ATTRIBUTION);
  map.createPane('outlines').style.zIndex = 450;
  map.createPane('names').style.zIndex = 460;
  for (const pane of ['outlines', 'names']) map.getPane(pane).style.pointerEvents = 'none';

  outline(map, force.length ? force : councils, 'ground', 'tilePane');
  outline(map, wards, 'ward', 'outlines');
  const bounds = outline(map, councils, 'council', 'outlines').getBounds();
  names(map, councils, 'council', 0, SHOW_PLACES_FROM);
  names(map, zones, 'zone', SHOW_PLACES_FROM, SHOW_WARDS_FROM + 10);
  names(map, wards, 'ward', SHOW_WARDS_FROM, 99);
  const fit = (to = bounds) => map.fitBounds(to, { padding: [6, 6], animate: false });
  fit();
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(element);
  return {
    map,
    fit,
    zoomTo: (code) =>
      fit(
        boundsOf(
          [...councils, ...wards, ...zones].filter(({ properties }) => properties.area_code === code),
          bounds,
        ),
      ),
  };
}

export const mapElement = () => h('div', { class: 'map' });

function outline(map, areas, name, pane) {
  return L.geoJSON(areas, { pane, interactive: false, style: { className: `outline outline--${name}` } }).addTo(map);
}

function boundsOf(areas, otherwise) {
  return areas.length ? L.geoJSON(areas).getBounds() : otherwise;
}

/** Names that show between two zooms. */
function names(map, areas, kind, from, to) {
  const layer = L.layerGroup();
  const labels = areas.map((area) => {
    const icon = L.divIcon({
      className: `name name--${kind}`,
      html: h('span', { 'aria-hidden': 'true' }, area.properties.area_name),
      iconSize: [0, 0],
    });
    return L.marker(L.geoJSON(area).getBounds().getCenter(), { icon, pane: 'names', interactive: false, keyboard: false });
  });
  const show = () => {
    layer.clearLayers();
    if (map.getZoom() < from || map.getZoom() >= to) return;
    for (const label of apart(map, labels, (label) => 8 * label.options.icon.options.html.textContent.length)) layer.addLayer(label);
  };
  layer.addTo(map);
  map.on('zoomend', show);
  map.whenReady(show);
}

/** Those markers that can be read: where two would overlap, the later one gives way. */
export function apart(map, markers, width) {
  const taken = [];
  return markers.filter((marker) => {
    const { x, y } = map.latLngToLayerPoint(marker.getLatLng());
    const wide = width(marker) / 2;
    if (taken.some((other) => Math.abs(other.x - x) < other.wide + wide && Math.abs(other.y - y) < 14)) return false;
    return taken.push({ x, y, wide });
  });
}
