import { h } from '../app/dom.js';
import { frame } from '../app/frame.js';
import { State } from '../app/state.js';
import { views } from '../ui/filters.js';
import { councils } from '../views/councils.js';
import { retail } from '../views/retail.js';
import { weeks } from '../views/weeks.js';

const state = new State({
  view: 'weeks',
  category: '',
  level: 'COUNCIL,FORCE',
  weeks: '52',
  measure: 'observed_rolling_year',
  period: 'QUARTER',
  top: '12',
});
const VIEWS = { weeks, councils, retail };

frame(async (content) => {
  const holder = h('div', {});
  content.replaceChildren(
    views(state, [
      { value: 'weeks', text: 'Week by week' },
      { value: 'councils', text: 'Councils compared' },
      { value: 'retail', text: 'Retail: more crime or more reporting?' },
    ]),
    holder,
  );
  await (VIEWS[state.get('view')] ?? weeks)(holder, state);
});
