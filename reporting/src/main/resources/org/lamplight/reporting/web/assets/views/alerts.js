import { items } from '../app/api.js';
import { caution, h, paragraph } from '../app/dom.js';
import { day, plural } from '../app/format.js';
import { Region } from '../app/region.js';
import { categoryName } from '../app/words.js';

const CELL = 15;

/** The cell that an alert began in: the end of its id. */
export const cellOf = ({ alert }) => alert.slice(-CELL);

/** Open alerts as cards. */
export class AlertCards {
  #region = new Region('alerts');

  /** @param open what to do with an alert that is chosen */
  constructor(open) {
    this.open = open;
    this.element = this.#region.element;
  }

  /** Shows the open alerts of a category, or of all of them. */
  load(category) {
    const ask = (signal) => items('alerts', { category, state: 'OPEN,GROWN', sort: 'emergence_p' }, { signal });
    return this.#region.load(ask, (alerts) => this.#cards(alerts, category));
  }

  #cards(alerts, category) {
    if (!alerts.length) return paragraph(category ? `No open alert for ${categoryName(category)}.` : 'No open alert.');
    return h(
      'section',
      { 'aria-label': 'Alerts' },
      h('h2', { class: 'govuk-heading-m' }, plural(alerts.length, 'open alert')),
      h(
        'ul',
        { class: 'cards' },
        alerts.map((alert) => this.#card(alert)),
      ),
    );
  }

  #card(alert) {
    return h(
      'li',
      { class: 'card' },
      h('h3', { class: 'govuk-heading-s' }, h('strong', { class: 'tag tag--alert' }, 'Alert'), ` ${alert.name}`),
      h(
        'p',
        { class: 'minor' },
        `${categoryName(alert.category)}. ${[alert.ward_name, alert.council_name].filter(Boolean).join(', ')}. Since ${day(alert.opened_on)}${alert.grown_on ? `, grown on ${day(alert.grown_on)}` : ''}.`,
      ),
      paragraph(alert.explanation),
      caution(alert.caution),
      h('button', { class: 'as-link', type: 'button', onclick: () => this.open(alert) }, 'Show this place'),
    );
  }
}
