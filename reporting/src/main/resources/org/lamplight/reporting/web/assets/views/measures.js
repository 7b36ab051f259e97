import { chance, expected, NOTHING, whole } from '../app/format.js';
import { className, kindOf, statusName } from '../app/words.js';
import { h } from '../app/dom.js';
import { alertTag } from '../ui/tag.js';

/** What a hotspot row says, for the table, the map and the filters: each measure named once. */

export const WINDOWS = ['7', '28', '56'];

/** Which places to list, as parameters of the service. */
export const SHOWN = {
  all: { text: 'All places', parameters: {} },
  above: { text: 'Above expected: alert or watch', parameters: { status: 'ALERT,WATCH' } },
  hot: { text: 'More reports than chance brings', parameters: { gi_q: '..0.05', disk_count_28: '3..' } },
};

export const fields = (window) =>
  [
    ...new Set([
      'cell',
      'category',
      'latitude',
      'longitude',
      'ward_name',
      'ward_code',
      'council_name',
      'as_of',
      `cell_count_${window}`,
      `disk_count_${window}`,
      'disk_count_28',
      'expected_28',
      'intensity',
      'rank_all',
      'gi_p',
      'gi_q',
      `emergence_p_${window}`,
      'emergence_p',
      'emergence_q',
      'status',
      'emerging_class',
      'provisional',
      'alert',
    ]),
  ].join(',');

/** What the map can be coloured by. */
export const colours = (window) => ({
  reports: { text: `Reports in ${window} days`, of: (row) => row[`disk_count_${window}`] },
  intensity: { text: 'Reports over time', of: (row) => row.intensity, digits: 1 },
  rise: { text: 'Chance of such a rise', of: (row) => row[`emergence_p_${window}`], kind: 'chance' },
  concentration: { text: 'Chance of so many', of: (row) => row.gi_p, kind: 'chance' },
  class: { text: 'Kind of hot spot', of: (row) => row.emerging_class, kind: 'class' },
});

export function columns(window, place) {
  return [
    { id: 'number', label: 'No.', value: (_, position) => String(position + 1), number: true },
    { id: 'place', label: 'Place', value: place, heads: true },
    {
      id: 'reports',
      label: `Reports, ${window} days`,
      value: (row) => whole(row[`disk_count_${window}`]),
      number: true,
      sort: `-disk_count_${window}`,
      help: 'In the hexagon and the six around it',
    },
    ...(window === '28'
      ? [
          {
            id: 'expected',
            label: 'Expected',
            value: (row) => expected(row.expected_28),
            number: true,
            help: 'From the share that this place had before',
          },
        ]
      : []),
    {
      id: 'rise',
      label: 'Chance of such a rise',
      value: (row) => chance(row[`emergence_p_${window}`]),
      number: true,
      sort: `emergence_p_${window}`,
      help: 'If the place still had its share of before',
    },
    {
      id: 'q',
      label: 'q of rise',
      value: (row) => q(row.emergence_q),
      number: true,
      sort: 'emergence_q',
      help: 'After paying for the number of places looked at',
    },
    {
      id: 'concentration',
      label: 'Chance of so many',
      value: (row) => chance(row.gi_p),
      number: true,
      sort: 'gi_p',
      help: 'If the reports of 28 days lay anywhere',
    },
    {
      id: 'rank',
      label: 'Rank',
      value: (row) => whole(row.rank_all),
      number: true,
      sort: 'rank_all',
      help: 'By reports over time; a report weighs half after 46 weeks',
    },
    { id: 'kind', label: 'Kind', value: kind },
    { id: 'status', label: 'State', value: status },
  ];
}

export const q = (value) => (value === null ? NOTHING : value < 0.001 ? '< 0.001' : value.toPrecision(2));

function kind({ emerging_class: code, provisional }) {
  if (code === 'NONE') return NOTHING;
  const symbol = kindOf(code)?.symbol;
  return [
    symbol && h('span', { class: 'kind', 'aria-hidden': 'true' }, `${symbol}\u00a0`),
    className(code),
    provisional && code !== null && code !== 'NONE' && ' (provisional)',
  ].filter(Boolean);
}

const status = ({ status: code }) => alertTag(code) || (code === 'NONE' ? NOTHING : statusName(code));
