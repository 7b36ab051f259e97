import { save } from '../app/api.js';
import { details, h } from '../app/dom.js';

/** A chart, what it says in words, the same as a table, and as a file. */
export function figure({ title, level = 3, words, chart, table, csv, file }) {
  return h(
    'figure',
    { class: 'figure' },
    h('figcaption', {}, h(`h${level}`, { class: 'govuk-heading-s' }, title), words),
    chart,
    table && details('Table', table),
    csv && download(csv, file),
  );
}

/** A link that saves the rows behind what is shown. */
export function download(href, file, text = 'CSV') {
  const start = (event) => {
    event.preventDefault();
    const anchor = event.currentTarget;
    save(href, file).catch((problem) => anchor.after(h('span', { class: 'govuk-error-message' }, ` ${problem.message}`)));
  };
  return h(
    'a',
    { class: 'govuk-link download', href, download: file, onclick: start },
    text,
    h('span', { class: 'govuk-visually-hidden' }, ` of ${file}`),
  );
}
