import { ServiceNavigation } from '/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js';
import { get } from './api.js';
import { fill, h, paragraph } from './dom.js';
import { forgetToken, keepToken, takeToken, token } from './session.js';

/**
 * What is round every page: the menu, who is signed in, and the form to sign in. Then shows the page, for one who may
 * see it.
 *
 * @param build called with the element to fill and who asks, as `/api/me` says it
 */
export async function frame(build) {
  takeToken();
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  new ServiceNavigation(document.querySelector('[data-module="govuk-service-navigation"]'));
  const content = document.getElementById('content');
  fill(content, paragraph('Loading …'));
  try {
    const me = await get('/api/me');
    showWho(me);
    showMenu(me);
    const missing = missingFor(me, document.querySelector('main').dataset.needs);
    if (missing && !token()) return fill(content, signIn(null));
    fill(content, missing && paragraph(`This page is for others: ${me.name} may not see ${missing}. The menu has what you may see.`));
    if (missing) return undefined;
    await build(content, me);
    // What an address points at was not there when it was opened
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    return undefined;
  } catch (problem) {
    if (problem.status === 401) fill(content, signIn(token() ? problem.message : null));
    else fill(content, tryAgain(problem));
    return undefined;
  }
}

/** Signs out when a token has expired while a page was open. */
export function expired(problem) {
  if (problem.status !== 401) return false;
  fill(document.getElementById('content'), signIn(problem.message));
  return true;
}

function missingFor(me, needs) {
  return needs?.split(' ').find((collection) => !me.collections.includes(collection));
}

function showWho(me) {
  const name = me.council ? me.council.name : me.name;
  const leave = () => {
    forgetToken();
    location.assign('/');
  };
  fill(
    document.getElementById('who'),
    `Signed in: ${name} `,
    token() && h('button', { class: 'as-link', type: 'button', onclick: leave }, 'Sign out'),
  );
}

function showMenu(me) {
  for (const entry of document.querySelectorAll('[data-needs].govuk-service-navigation__item')) {
    entry.hidden = Boolean(missingFor(me, entry.dataset.needs));
  }
}

function tryAgain(problem) {
  const again = setTimeout(() => location.reload(), 10000);
  const now = () => {
    clearTimeout(again);
    location.reload();
  };
  return h(
    'div',
    { role: 'alert' },
    paragraph(problem.message),
    paragraph('The page tries again every ten seconds.'),
    h('button', { class: 'govuk-button', type: 'button', onclick: now }, 'Try now'),
  );
}

function signIn(refusal) {
  const input = h('input', {
    class: 'govuk-input',
    id: 'token',
    name: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': refusal ? 'token-hint token-error' : 'token-hint',
  });
  const submit = (event) => {
    event.preventDefault();
    keepToken(input.value);
    location.reload();
  };
  return h(
    'form',
    { onsubmit: submit },
    h('h2', { class: 'govuk-heading-m' }, 'Sign in'),
    h(
      'div',
      { class: refusal ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group' },
      h('label', { class: 'govuk-label', for: 'token' }, 'Your token'),
      h(
        'div',
        { class: 'govuk-hint', id: 'token-hint' },
        'Whoever runs Lamplight gives you one, or you make your own with ',
        h('code', {}, 'lamplight token analyst'),
        '. It stays in this tab and is forgotten when the tab is closed.',
      ),
      refusal && h('p', { class: 'govuk-error-message', id: 'token-error' }, refusal),
      input,
    ),
    h('button', { class: 'govuk-button', type: 'submit' }, 'Sign in'),
  );
}
