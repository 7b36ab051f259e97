import { h } from '../app/dom.js';

/**
 * A form of selects that follows the state of the page and changes it.
 *
 * @param fields `{ name, label, options: [{ value, text }] }`; a changed one may reset others: `resets: ['ward']`
 */
export function filters(state, fields, name = 'Filters') {
  const form = h('form', { class: 'filters', 'aria-label': name, onsubmit: (event) => event.preventDefault() });
  const selects = fields.map((field) => select(state, field));
  form.append(...selects.map(({ group }) => group));
  state.follow(() => selects.forEach(({ show }) => show()));
  return form;
}

function select(state, { name, label, options, resets = [] }) {
  const id = `filter-${name}`;
  const element = h('select', {
    class: 'govuk-select',
    id,
    name,
    onchange: () =>
      state.set({ ...Object.fromEntries(resets.map((other) => [other, state.defaults[other] ?? ''])), [name]: element.value }),
  });
  const show = () => {
    const now = typeof options === 'function' ? options(state) : options;
    element.replaceChildren(...now.map(({ value, text }) => h('option', { value }, text)));
    element.value = state.get(name);
    if (element.selectedIndex < 0) {
      element.append(h('option', { value: state.get(name) }, state.get(name)));
      element.value = state.get(name);
    }
  };
  const group = h('div', { class: 'govuk-form-group' }, h('label', { class: 'govuk-label', for: id }, label), element);
  return { group, show };
}

/** Options out of codes and a way to name them. */
export const options = (codes, name) => codes.map((value) => ({ value, text: name(value) }));

/** Links between the views of a page, like tabs that have an address each. */
export function views(state, choices) {
  const list = h('ul', { class: 'views' });
  list.append(
    ...choices.map(({ value, text }) =>
      h(
        'li',
        {},
        h(
          'a',
          {
            class: 'govuk-link',
            href: location.pathname + (value === state.defaults.view ? '' : `?view=${value}`),
            'aria-current': state.get('view') === value && 'page',
          },
          text,
        ),
      ),
    ),
  );
  return h('nav', { 'aria-label': 'Views of this page' }, list);
}
