import { items } from '../app/api.js';
import { fill, h, paragraph } from '../app/dom.js';
import { longDay, period } from '../app/format.js';
import { frame } from '../app/frame.js';
import { nothing, Region } from '../app/region.js';
import { State } from '../app/state.js';
import { filters } from '../ui/filters.js';
import { chapters } from '../views/report.js';

const state = new State({ quarter: '' });

/** A quarter as a document: chosen above, printed with the button or the browser. */
frame(async (content) => {
  const region = new Region('the report');
  fill(content, region.element);
  await region.load(
    (signal) => items('council-trends', { period: 'QUARTER', sort: 'category,first_day,council_name' }, { signal }),
    (rows) => {
      const quarters = [...new Set(rows.filter(({ complete }) => complete).map((row) => row.first_day))].sort().reverse();
      if (!quarters.length) return nothing('No quarter is over yet.');
      state.defaults.quarter = quarters[0];
      const choices = quarters.map((first) => ({ value: first, text: period('QUARTER', first) }));
      const document = new Region('the report');
      fill(
        content,
        filters(state, [{ name: 'quarter', label: 'Quarter', options: choices }]),
        h(
          'p',
          { class: 'govuk-body no-print' },
          h('button', { class: 'govuk-button', type: 'button', onclick: () => print() }, 'Print, or save as PDF'),
        ),
        document.element,
      );
      state.follow(() =>
        document.load(
          (signal) => ask(state.get('quarter'), signal),
          (parts) => report(rows, state.get('quarter'), parts),
        ),
      );
      return undefined;
    },
  );
});

const ask = (first, signal) =>
  Promise.all([
    items(
      'trends',
      { area_kind: 'COUNCIL,FORCE', period: 'WEEK', first_day: `${yearBefore(first)}..${lastDay(first)}`, sort: 'first_day' },
      { signal },
    ),
    items(
      'outcome-rates',
      { period: 'QUARTER', basis: 'RECORDED', first_day: `..${first}`, sort: 'first_day,area_kind,area_name' },
      { signal },
    ),
    items('evaluations', {}, { signal }),
    items('retail-activity', { month: `${yearBefore(first)}..${lastDay(first)}`, sort: 'month,area_kind,area_name' }, { signal }),
    items('releases', { as_of: `${first}..${lastDay(first)}`, sort: 'as_of' }, { signal }),
  ]);

function report(councilRows, first, [weeks, rates, evaluations, retail, releases]) {
  const last = lastDay(first);
  const until = councilRows.filter((row) => row.first_day <= first);
  return h(
    'article',
    { class: 'report' },
    h('p', { class: 'govuk-body-l' }, `${period('QUARTER', first)}: ${longDay(first)} to ${longDay(last)}`),
    paragraph(
      `Made on ${longDay(new Date().toISOString())} from the figures as they stood then. They are exact, restricted, and not for publication.`,
    ),
    chapters({ first, last, councilRows: until, weeks, rates, evaluations, retail, releases }),
  );
}

const yearBefore = (first) => `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;

function lastDay(first) {
  const [year, month] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month + 2, 0)).toISOString().slice(0, 10);
}
