import { fill, h } from '../app/dom.js';
import { follow } from '../app/live.js';

/** Follows what changes, and says in a line whether the page does. */
export function liveStatus(changed) {
  const line = h('p', { class: 'govuk-body live' });
  const connected = (yes) =>
    fill(line, yes ? '● Live: figures change as reports arrive.' : '○ Not live: connecting again. Figures may be a little old.');
  follow({ changed, connected });
  return line;
}
