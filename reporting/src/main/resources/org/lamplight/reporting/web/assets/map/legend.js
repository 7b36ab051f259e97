import { fill, h } from '../app/dom.js';
import { KINDS } from '../app/words.js';

/** What the colours, symbols and borders on a map mean. */
export function showLegend(element, title, steps, { symbols = true } = {}) {
  const swatch = (step) => {
    const colour = h('span', { class: 'swatch', 'aria-hidden': 'true' }, step.symbol);
    colour.style.backgroundColor = step.colour;
    return h('li', {}, colour, step.text);
  };
  return fill(
    element,
    h('h2', { class: 'govuk-heading-s' }, title),
    h('ul', { class: 'legend' }, steps.map(swatch)),
    symbols &&
      h(
        'ul',
        { class: 'legend' },
        KINDS.map(({ symbol, name }) => h('li', {}, h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), name)),
        h('li', {}, h('span', { class: 'swatch swatch--alert', 'aria-hidden': 'true' }), 'Alert or watch'),
        h('li', {}, h('span', { class: 'symbol', 'aria-hidden': 'true' }, '1'), 'Number in the table'),
      ),
  );
}
