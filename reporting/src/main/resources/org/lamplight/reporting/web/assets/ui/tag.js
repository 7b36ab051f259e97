import { h } from '../app/dom.js';
import { statusName } from '../app/words.js';

/** A state that calls for attention, as a tag; nothing for any other. */
export const alertTag = (status) =>
  ['ALERT', 'WATCH'].includes(status) && h('strong', { class: `tag tag--${status.toLowerCase()}` }, statusName(status));
