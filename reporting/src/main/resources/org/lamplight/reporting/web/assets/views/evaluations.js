import { address, items } from '../app/api.js';
import { caution, details, fill, h, paragraph } from '../app/dom.js';
import { day, decimal, NOTHING, percent, signed, whole } from '../app/format.js';
import { nothing, Region } from '../app/region.js';
import { BASES, categoryName, outcomeSetName, sentence, within } from '../app/words.js';
import { intervalChart } from '../charts/interval.js';
import { figure } from '../ui/figure.js';
import { plainTable } from '../ui/table.js';

/** What was done in one place, compared with places where it was not. */
export async function evaluations(holder, level = 3) {
  const region = new Region('evaluations');
  fill(holder, region.element);
  await region.load(
    (signal) => items('evaluations', {}, { signal }),
    (rows) => {
      if (!rows.length)
        return nothing(
          'No evaluation is configured. One is a few lines in the configuration: treated areas, areas to compare with, and the time before and after.',
        );
      return [...rows.map((row) => evaluation(row, level)), method()];
    },
  );
}

/** One evaluation: what came out in words, as intervals and as tables. */
export function evaluation(row, level) {
  const title = `${sentence(row.evaluation)}: ${row.outcome_set ? within(outcomeSetName(row.outcome_set)) : `reports of ${categoryName(row.category)}`}`;
  return h(
    'article',
    { class: 'evaluation' },
    figure({
      title,
      level,
      words: [
        h('p', { class: 'govuk-body-l' }, row.explanation),
        caution(row.caution),
        row.basis && h('p', { class: 'minor' }, BASES[row.basis]),
      ],
      chart: h('div', { class: 'charts charts--wide' }, intervals(row, title)),
      table: tables(row, title),
      csv: address('evaluations', 'csv', { evaluation: row.evaluation }),
      file: `evaluation-${row.evaluation}.csv`,
    }),
  );
}

function intervals(row, title) {
  const differences = [
    { name: 'Difference', value: row.difference, low: row.difference_low, high: row.difference_high },
    { name: 'With the buffer', value: row.total_difference, low: row.total_low, high: row.total_high },
  ]
    .filter(hasLimits)
    .map((entry) => ({
      ...entry,
      text: `${signed(entry.value)} (95 % interval ${signed(Math.round(entry.low))} to ${signed(Math.round(entry.high))})`,
    }));
  const ratios = [{ name: 'Ratio of ratios', value: row.ratio_of_ratios, low: row.ratio_low, high: row.ratio_high }]
    .filter(hasLimits)
    .map((entry) => ({
      ...entry,
      text: `${decimal(entry.value, 2)} (95 % interval ${decimal(entry.low, 2)} to ${decimal(entry.high, 2)})`,
    }));
  return [
    ratios.length > 0 && intervalChart(ratios, { title: `${title}: by what factor it changed more`, neutral: 1, log: true }),
    differences.length > 0 && intervalChart(differences, { title: `${title}: difference in differences`, neutral: 0 }),
  ].filter(Boolean);
}

const hasLimits = ({ low, high }) => low !== null && high !== null;

function tables(row, title) {
  const areas = [
    ['treated', 'Where it was done'],
    ['comparison', 'Compared with'],
    ['buffer', 'Around it'],
  ]
    .filter(([part]) => row[part])
    .map(([part, role]) => ({ role, areas: row[part], before: row[`${part}_before`], after: row[`${part}_after`] }));
  return [
    plainTable(
      title,
      [
        { label: 'Area', value: ({ role, areas: names }) => [role, h('span', { class: 'minor' }, names)], heads: true },
        { label: `Before: ${day(row.before_from)} to ${day(row.before_to)}`, value: ({ before }) => whole(before), number: true },
        { label: `After: ${day(row.after_from)} to ${day(row.after_to)}`, value: ({ after }) => whole(after), number: true },
      ],
      areas,
    ),
    plainTable(
      'What came out',
      [
        { label: 'Measure', value: ([name]) => name, heads: true },
        { label: 'Value', value: ([, value]) => value, number: true },
      ],
      [
        ['Ratio of ratios, 95 % interval', limits(row.ratio_of_ratios, row.ratio_low, row.ratio_high, (value) => decimal(value, 2))],
        [
          'Difference in differences, 95 % interval',
          limits(row.difference, row.difference_low, row.difference_high, (value) => signed(Math.round(value))),
        ],
        [
          'Together with the buffer, 95 % interval',
          limits(row.total_difference, row.total_low, row.total_high, (value) => signed(Math.round(value))),
        ],
        [
          'Rate before and after, where it was done',
          row.treated_rate_before === null ? NOTHING : `${percent(row.treated_rate_before, 1)} and ${percent(row.treated_rate_after, 1)}`,
        ],
        [
          'Were they alike before? Factor of growth, 95 % interval',
          limits(row.trend_before_ratio, row.trend_before_low, row.trend_before_high, (value) => decimal(value, 2)),
        ],
        ['Dispersion of the months', decimal(row.dispersion, 2)],
      ],
    ),
  ];
}

const limits = (value, low, high, format) => (value === null ? NOTHING : `${format(value)} (${format(low)} to ${format(high)})`);

export const method = () =>
  details(
    'How these are compared',
    paragraph(
      'The time after is compared with a time before of the same length, in the areas where something was done and in others where it was not. Ratio of ratios: by what factor the treated areas changed more; 1 is no difference. Difference in differences: how many more, or fewer, than if they had changed by the same number; 0 is none.',
    ),
    paragraph(
      'A place that was chosen because its counts were high falls anyway: compare it with places that were as high. Far from 1 in “Were they alike before?” means that the two went different ways before anything was done.',
    ),
    paragraph(
      'The buffer is the ground around, to which incidents may have moved. The limits allow for months that vary more than chance.',
    ),
  );
