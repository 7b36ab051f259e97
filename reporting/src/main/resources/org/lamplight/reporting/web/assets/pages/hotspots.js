import { frame } from '../app/frame.js';
import { State } from '../app/state.js';
import { h } from '../app/dom.js';
import { views } from '../ui/filters.js';
import { overlap } from '../views/overlap.js';
import { places } from '../views/places.js';
import { reasons } from '../views/reasons.js';

const state = new State({
  view: 'places',
  show: 'all',
  window: '28',
  sort: 'rank_all',
  colour: 'reports',
  top: '20',
  source: '',
  sources: '2',
});
const VIEWS = { places, reasons, overlap };

frame(async (content) => {
  const holder = h('div', {});
  content.replaceChildren(
    views(state, [
      { value: 'places', text: 'Places' },
      { value: 'reasons', text: 'Reasons and hours' },
      { value: 'overlap', text: 'Where sources agree' },
    ]),
    holder,
  );
  await (VIEWS[state.get('view')] ?? places)(holder, state);
});
