import { items } from '../app/api.js';
import { fill, h, link, paragraph } from '../app/dom.js';
import { day, decimal, duration, moment, plural } from '../app/format.js';
import { frame } from '../app/frame.js';
import { follow } from '../app/live.js';
import { Region } from '../app/region.js';
import { categoryName, directionName, isSource } from '../app/words.js';
import { alertTag } from '../ui/tag.js';
import { AlertCards, cellOf } from '../views/alerts.js';
import { questions } from '../views/questions.js';

const SILENT = 7 * 86400;

frame((content, me) => {
  const parts = [];
  const follows = [];
  const open = (collection) => me.collections.includes(collection);
  if (open('alerts')) {
    const cards = new AlertCards((alert) => location.assign(`/hotspots?category=${alert.category}&cell=${cellOf(alert)}`));
    parts.push(cards.element);
    follows.push(['alerts', () => cards.load()]);
  }
  if (open('trends')) add('last week', parts, follows, ['trends', loadWeek, showWeek]);
  if (open('feeds')) add('feeds', parts, follows, ['feeds', (signal) => items('feeds', { sort: 'source' }, { signal }), showFeeds]);
  fill(content, questions(me), parts);
  for (const [, load] of follows) load();
  if (!follows.length) return;
  follow({
    changed: (collection) => follows.filter(([name]) => !collection || name === collection).forEach(([, load]) => load()),
    connected: () => {},
  });
});

function add(name, parts, follows, [collection, ask, show]) {
  const region = new Region(name);
  parts.push(region.element);
  follows.push([collection, () => region.load(ask, show)]);
}

/** The newest week that is over, of every source in the whole county. */
const loadWeek = (signal) =>
  items(
    'trends',
    {
      area_kind: 'FORCE',
      period: 'WEEK',
      direction: 'RISING,FALLING,NO_CLEAR_CHANGE,INSUFFICIENT',
      sort: '-first_day',
      limit: 200,
      fields: 'area_name,category,first_day,observed,expected,status,direction',
    },
    { signal },
  );

function showWeek(rows) {
  const newest = new Map();
  for (const row of rows.filter(({ category }) => isSource(category))) if (!newest.has(row.category)) newest.set(row.category, row);
  if (!newest.size) return undefined;
  return h(
    'section',
    {},
    h('h2', { class: 'govuk-heading-m' }, 'Last week in the county'),
    h('ul', { class: 'cards' }, [...newest.values()].sort((a, b) => a.category.localeCompare(b.category)).map(weekCard)),
  );
}

const weekCard = (row) =>
  h(
    'li',
    { class: 'card' },
    h('h3', { class: 'govuk-heading-s' }, link(`/trends?category=${row.category}`, categoryName(row.category))),
    h('p', { class: 'figure-value' }, plural(row.observed, 'report')),
    paragraph(
      row.expected === null ? 'No past to compare with yet. ' : `${decimal(row.expected)} expected. `,
      h('strong', {}, directionName(row.direction)),
      '.',
      ' ',
      alertTag(row.status),
    ),
    h('p', { class: 'minor' }, `Week of ${day(row.first_day)}`),
  );

function showFeeds(rows) {
  if (!rows.length) return paragraph('No feed has sent anything yet.');
  return h('section', {}, h('h2', { class: 'govuk-heading-m' }, 'Feeds'), h('ul', { class: 'cards' }, rows.map(feedCard)));
}

function feedCard(row) {
  const age = (Date.now() - new Date(row.last_received_at)) / 1000;
  return h(
    'li',
    { class: 'card' },
    h('h3', { class: 'govuk-heading-s' }, link('/feeds', categoryName(row.source))),
    paragraph(
      age > SILENT && h('strong', {}, `Silent for ${duration(age)}. `),
      `Last received ${moment(row.last_received_at)}. ${plural(row.incidents, 'report')} stand; ${plural(row.rejected, 'row')} rejected${row.rejected_percent === null ? '' : ` (${decimal(row.rejected_percent)} %)`}.`,
    ),
  );
}
