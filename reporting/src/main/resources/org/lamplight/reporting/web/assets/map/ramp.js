import { KINDS, kindOf } from '../app/words.js';
import { chance, decimal, whole } from '../app/format.js';

/* global d3 */

/**
 * How a number becomes a colour, and what the legend says of it. The ramp is ColorBrewer's YlGnBu, which is safe for
 * colour blindness and gets darker throughout, so that it can be read in grey as well.
 */
const NO_VALUE = '#e5e6e7';
const STEPS = 5;
const KIND_COLOURS = { new: '#d55e00', 'on-and-off': '#e69f00', persistent: '#0072b2', fading: '#7f7f7f' };
const RARE = [0.001, 0.01, 0.05, 0.2];

/** `colour(row)`, `steps: [{ colour, text, symbol }]`; made for the values that there are. */
export function ramp(measure, rows) {
  if (measure.kind === 'class') return classRamp(measure);
  return measure.kind === 'chance' ? chanceRamp(measure) : countRamp(measure, rows);
}

function classRamp({ of }) {
  return {
    colour: (row) => KIND_COLOURS[kindOf(of(row))?.id] ?? NO_VALUE,
    steps: [
      ...KINDS.map(({ id, name, symbol }) => ({ colour: KIND_COLOURS[id], text: name, symbol })),
      { colour: NO_VALUE, text: 'Not a hot spot' },
    ],
  };
}

/** Rare is dark: what chance hardly brings is what to look at. */
function chanceRamp({ of }) {
  const colours = [...d3.schemeYlGnBu[STEPS]].reverse();
  const scale = d3.scaleThreshold(RARE, colours);
  const texts = [`${chance(RARE[0])} or rarer`, ...RARE.slice(1).map((p) => `up to ${chance(p)}`), 'nothing unusual'];
  return {
    colour: (row) => (of(row) === null ? NO_VALUE : scale(of(row))),
    steps: [...colours.map((colour, index) => ({ colour, text: texts[index] })), { colour: NO_VALUE, text: 'not known yet' }],
  };
}

function countRamp({ of, digits = 0 }, rows) {
  const values = rows
    .map(of)
    .filter((value) => value > 0)
    .sort(d3.ascending);
  const limits = doubling(values[0], values.at(-1), digits);
  const colours = d3.schemeYlGnBu[Math.max(3, limits.length + 1)].slice(-(limits.length + 1));
  const scale = d3.scaleThreshold(limits, colours);
  const text = (value) => (digits ? decimal(value, value < 10 ? 1 : 0) : whole(value));
  const range = (from, next) =>
    next === undefined
      ? `${text(from)} or more`
      : digits
        ? `${text(from)} to under ${text(next)}`
        : from === next - 1
          ? text(from)
          : `${text(from)} to ${text(next - 1)}`;
  const starts = [values[0] ?? 0, ...limits];
  return {
    colour: (row) => (of(row) > 0 ? scale(of(row)) : NO_VALUE),
    steps: [
      { colour: NO_VALUE, text: 'none' },
      ...(values.length ? starts.map((from, index) => ({ colour: colours[index], text: range(from, starts[index + 1]) })) : []),
    ],
  };
}

/** Limits in equal ratios: counts of places differ by factors, and most are small. */
function doubling(least = 0, most = 0, digits = 0) {
  if (least === most) return [];
  const rounded = (value) => (digits ? Number(value.toPrecision(2)) : Math.ceil(value));
  const limits = d3.range(1, STEPS).map((step) => rounded(least * (most / least) ** (step / STEPS)));
  return [...new Set(limits)].filter((limit) => limit > least && limit <= most);
}
