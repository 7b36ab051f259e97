import { fill, h } from '../app/dom.js';
import { KINDS } from '../app/words.js';

/** What the colours, symbols and borders on a map mean. */
export function showLegend(element, title, steps, { kinds = true, states = true } = {}) {
  return fill(
    element,
    h('h2', { class: 'govuk-heading-s' }, title),
    h('ul', { class: 'legend' }, steps.map(swatch)),
    h(
      'ul',
      { class: 'legend' },
      kinds && KINDS.map(({ symbol, name }) => entry(symbol, name)),
      states && h('li', {}, h('span', { class: 'swatch swatch--alert', 'aria-hidden': 'true' }), 'Alert or watch'),
      entry('1', 'Number in the table'),
    ),
  );
}

const entry = (symbol, text) => h('li', {}, h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), text);

function swatch({ colour, symbol, text }) {
  const sample = h('span', { class: 'swatch', 'aria-hidden': 'true' }, symbol);
  sample.style.backgroundColor = colour;
  return h('li', {}, sample, text);
}
