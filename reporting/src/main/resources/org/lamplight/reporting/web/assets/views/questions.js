import { h, link } from '../app/dom.js';

const SOURCES = [
  ['StreetSafe', 'streetsafe'],
  ['Stop Hate UK', 'stop-hate-uk'],
  ['Retail crime', 'retail'],
];
const bySource = (address) => SOURCES.map(([text, category]) => ({ text, href: address(category) }));

/** What people come to ask, each with the views that answer it: `needs` is the collection without which it cannot. */
const QUESTIONS = [
  {
    who: 'About places',
    needs: 'hotspots',
    list: [
      {
        ask: 'Which 20 places are significantly above expected now?',
        answers: bySource((category) => `/hotspots?category=${category}&sort=emergence_p_28&colour=rise`),
      },
      {
        ask: 'Which are new, persistent or fading?',
        answers: bySource((category) => `/hotspots?category=${category}&colour=class&show=all`),
      },
      { ask: 'Which reason drives it, at what hour and day?', answers: bySource((source) => `/hotspots?view=reasons&source=${source}`) },
      { ask: 'Do sources agree at a place?', answers: [{ text: 'Places with two sources or more', href: '/hotspots?view=overlap' }] },
      { ask: 'Is the feed complete and current?', answers: [{ text: 'Feeds', href: '/feeds' }] },
    ],
  },
  {
    who: 'About a council',
    needs: 'trends',
    list: [
      {
        ask: 'Which wards need lighting, CCTV, clearing?',
        answers: [
          { text: 'Released figures by ward', href: '/releases?category=streetsafe.place&level=WARD#figures' },
          { text: 'Reasons by ward', href: '/hotspots?view=reasons&source=streetsafe', needs: 'reasons-by-hour' },
        ],
      },
      {
        ask: 'Is hate reporting rising here, by strand?',
        answers: [
          { text: 'Councils compared', href: '/trends?view=councils&category=stop-hate-uk.*' },
          { text: 'Week by week', href: '/trends?category=stop-hate-uk.*' },
        ],
      },
      {
        ask: 'Violent or repeat retail crime: more crime or more reporting?',
        answers: [{ text: 'Reports per shop', href: '/trends?view=retail' }],
      },
    ],
  },
  {
    who: 'About what worked',
    needs: 'evaluations',
    list: [
      {
        ask: 'Did the detection rate rise in the pilot?',
        answers: [
          { text: 'The pilot', href: '/opfcc#evaluations' },
          { text: 'Detection rates', href: '/opfcc#rates' },
        ],
      },
      { ask: 'Did Hemmingwell improve against a control?', answers: [{ text: 'The evaluations', href: '/opfcc#evaluations' }] },
    ],
  },
  {
    who: 'About what was released',
    needs: 'released-trends',
    without: 'trends',
    list: [
      {
        ask: 'Which wards need lighting, CCTV, clearing?',
        answers: [
          { text: 'By ward', href: '/releases?category=streetsafe.place&level=WARD#figures' },
          { text: 'For the council', href: '/releases?category=streetsafe.place#figures' },
        ],
      },
      {
        ask: 'Is hate reporting rising here?',
        answers: [{ text: 'By quarter', href: '/releases?category=stop-hate-uk&period=QUARTER#figures' }],
      },
      {
        ask: 'Is violent retail crime rising here?',
        answers: [{ text: 'By month', href: '/releases?category=retail.with-violence&period=MONTH#figures' }],
      },
    ],
  },
];

/** The questions that who asks may have answered. */
export function questions(me) {
  const open = ({ needs, without }) => (!needs || me.collections.includes(needs)) && !me.collections.includes(without);
  return h(
    'section',
    { 'aria-labelledby': 'questions' },
    h('h2', { class: 'govuk-heading-m', id: 'questions' }, 'Questions'),
    h(
      'div',
      { class: 'questions' },
      QUESTIONS.filter(open).map(({ who, list }) =>
        h(
          'div',
          {},
          h('h3', { class: 'govuk-heading-s' }, who),
          h(
            'ul',
            { class: 'govuk-list govuk-list--spaced' },
            list.map(({ ask, answers }) =>
              h(
                'li',
                {},
                ask,
                h(
                  'span',
                  { class: 'answers' },
                  answers.filter(open).map(({ text, href }) => link(href, text)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
