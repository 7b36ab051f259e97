import { h } from '../app/dom.js';
import { frame } from '../app/frame.js';
import { State } from '../app/state.js';
import { evaluations } from '../views/evaluations.js';
import { rates } from '../views/rates.js';

const state = new State({ category: '', set: '', basis: 'RECORDED', period: 'MONTH' });

frame((content) => {
  const evaluated = h('section', {});
  const rated = h('section', {});
  content.replaceChildren(
    h('h2', { class: 'govuk-heading-l', id: 'evaluations' }, 'Did it make a difference?'),
    evaluated,
    h('h2', { class: 'govuk-heading-l', id: 'rates' }, 'Detection rates'),
    rated,
  );
  return Promise.all([evaluations(evaluated), rates(rated, state)]);
});
