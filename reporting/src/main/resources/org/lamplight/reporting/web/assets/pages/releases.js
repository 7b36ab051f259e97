import { fill, h } from '../app/dom.js';
import { frame } from '../app/frame.js';
import { State } from '../app/state.js';
import { figures } from '../views/figures.js';
import { released } from '../views/released.js';

const state = new State({ release: '', recipient: '', category: '', level: '', period: '' });

frame((content, me) => {
  const what = h('section', {});
  const which = h('section', {});
  const parts = [
    [h('h2', { class: 'govuk-heading-l', id: 'released' }, 'What was released'), what],
    [h('h2', { class: 'govuk-heading-l', id: 'figures' }, 'The figures'), which],
  ];
  if (me.audience === 'council') parts.reverse();
  fill(content, parts);
  return Promise.all([released(what, state, me), figures(which, state, me)]);
});
