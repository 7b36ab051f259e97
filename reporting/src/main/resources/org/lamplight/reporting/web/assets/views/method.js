import { details, h, paragraph } from '../app/dom.js';

/** What the columns of the places mean, one click away. */
export const method = () =>
  details(
    'What the columns mean',
    paragraph(
      'Reports are counted in a hexagon and the six around it: single hexagons hold too few. Reports tell who reports, not only what happens.',
    ),
    paragraph(
      h('strong', {}, 'Chance of such a rise'),
      ' compares the place with its own past: how often would its share of all reports be this large if nothing had changed? ',
      h('strong', {}, 'q'),
      ' allows for the number of places looked at. An alert has q up to 0.1, and 3 reports on 2 days or more in 56 days; a watch has a chance of 1 in 1,000 or less.',
    ),
    paragraph(
      h('strong', {}, 'Chance of so many'),
      ' compares the place with the rest of the county, as if reports fell on it by chance: it finds places that always have many reports, and says nothing of change.',
    ),
    paragraph(h('strong', {}, 'Rank'), ' orders places by reports over time, in which a report weighs half after 46 weeks.'),
    paragraph(h('strong', {}, 'Kind'), ' looks at the last 13 windows of 28 days: new, on and off, persistent or fading.'),
  );
