/**
 * An element with attributes, listeners (`onclick: f`) and children. Strings become text, never markup;
 * null, undefined and false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...present(children));
  return element;
}

/** Puts children in the place of all that an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

export const paragraph = (...children) => h('p', { class: 'govuk-body' }, ...children);

export const link = (href, ...children) => h('a', { class: 'govuk-link', href }, ...children);

export const hidden = (text) => h('span', { class: 'govuk-visually-hidden' }, text);

/** Something to be careful about, as an inset text with the word before it; nothing where there is nothing. */
export const caution = (text) => text && h('p', { class: 'caution' }, h('strong', {}, 'Careful: '), text);

/** A link that does something on this page, and can still be opened in another tab as any link. */
export const localLink = (href, text, act) =>
  h(
    'a',
    {
      class: 'govuk-link',
      href,
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        act();
      },
    },
    text,
  );

export const details = (summary, ...children) =>
  h(
    'details',
    { class: 'govuk-details' },
    h('summary', { class: 'govuk-details__summary' }, h('span', { class: 'govuk-details__summary-text' }, summary)),
    h('div', { class: 'govuk-details__text' }, ...children),
  );

let region;

/** Tells those who listen to the page, when nothing else is being said. */
export function announce(text) {
  region ??= document.body.appendChild(h('div', { class: 'govuk-visually-hidden', 'aria-live': 'polite', role: 'status' }));
  region.textContent = text;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
