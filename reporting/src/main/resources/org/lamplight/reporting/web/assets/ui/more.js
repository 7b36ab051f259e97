import { h } from '../app/dom.js';

/** A button beside a list that shows more of it. */
export const moreButton = (text, act) => h('button', { class: 'govuk-button govuk-button--secondary', type: 'button', onclick: act }, text);
