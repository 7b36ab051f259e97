import { fill, h, paragraph } from '../app/dom.js';
import { frame } from '../app/frame.js';
import { State } from '../app/state.js';
import { liveStatus } from '../ui/livestatus.js';
import { FeedHealth } from '../views/feedhealth.js';
import { RejectedRows } from '../views/rejectedrows.js';

const state = new State({ source: '', rule: '' });

frame((content) => {
  const health = new FeedHealth();
  const rejected = new RejectedRows(state);
  const changed = (collection) => {
    if (!collection || collection === 'feeds') health.load();
    if (!collection || collection === 'rejected-rows') rejected.stale();
  };
  fill(
    content,
    liveStatus(changed),
    health.element,
    h('h2', { class: 'govuk-heading-l', id: 'rejected' }, 'Rows that could not be taken'),
    paragraph(
      'For the owner of the data: mend the row in its file and send the file again. Rows that were taken before are not counted twice. ',
      'What the row says is kept nowhere.',
    ),
    rejected.element,
  );
  return Promise.all([health.load(), rejected.start()]);
});
