import { h } from '../app/dom.js';

/* global d3 */

const MARKS = [
  ['observed', 'Reports received'],
  ['band', 'Usual range: 19 weeks in 20'],
  ['expected', 'Expected from its own past'],
  ['nowcast', 'Likely to come to, 9 in 10'],
  ['filling', 'Reports still coming in'],
  ['alert', 'More than its own past would bring'],
];

/** What the marks of trend charts mean, shown once for many charts. */
export const trendKey = () =>
  h(
    'ul',
    { class: 'legend' },
    MARKS.map(([name, text]) => h('li', {}, sample(name), text)),
  );

function sample(name) {
  const svg = d3.create('svg').attr('class', 'key').attr('viewBox', '0 0 28 14').attr('aria-hidden', 'true');
  if (name === 'band' || name === 'filling') svg.append('rect').attr('class', name).attr('width', 28).attr('height', 14);
  else if (name === 'nowcast') svg.append('path').attr('class', name).attr('d', 'M11,2h6m-3,0V12m-3,0h6');
  else if (name === 'alert')
    svg.append('path').attr('class', 'dot dot--alert').attr('transform', 'translate(14,7)').attr('d', d3.symbol(d3.symbolDiamond, 90)());
  else svg.append('path').attr('class', name).attr('d', 'M0,7H28');
  return svg.node();
}
