import { h } from '../app/dom.js';
import { whole } from '../app/format.js';
import { byHourOfWeek, dayRows, heatMap } from '../charts/heat.js';
import { figure } from './figure.js';
import { plainTable } from './table.js';

const QUARTERS = ['0:00 to 6:00', '6:00 to 12:00', '12:00 to 18:00', '18:00 to 24:00'];

/** Reports by hour and day of the week, as a heat map and as a table by quarter of the day. */
export function hoursFigure(rows, { title, level, words, csv, file }) {
  const byHour = byHourOfWeek(rows);
  const columns = [
    { label: 'Day', value: ({ name }) => name, heads: true },
    ...QUARTERS.map((label, index) => ({ label, value: ({ quarters }) => whole(quarters[index]), number: true })),
  ];
  return figure({
    title,
    level,
    words,
    chart: h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': `Chart: ${title}` }, heatMap(byHour, { title })),
    table: plainTable(title, columns, dayRows(byHour)),
    csv,
    file,
  });
}
