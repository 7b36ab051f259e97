/** What the codes of the service are called by the people who read them. */

const SOURCES = { streetsafe: 'StreetSafe', 'stop-hate-uk': 'Stop Hate UK', retail: 'Retail crime' };

const CLASSES = {
  NEW: 'New',
  CONSECUTIVE: 'New, more than once',
  SPORADIC: 'On and off',
  OSCILLATING: 'On and off, once cold',
  PERSISTENT: 'Persistent',
  INTENSIFYING: 'Persistent, rising',
  DIMINISHING: 'Persistent, falling',
  HISTORICAL: 'Faded, long hot',
  FORMER: 'Faded',
  NONE: 'Not a hot spot',
};

/** Kinds of hot spot as people ask for them, with the classes of docs/METHODS.md that each holds. */
export const KINDS = [
  { id: 'new', name: 'New', symbol: '▲', classes: ['NEW', 'CONSECUTIVE'] },
  { id: 'on-and-off', name: 'On and off', symbol: '◆', classes: ['SPORADIC', 'OSCILLATING'] },
  { id: 'persistent', name: 'Persistent', symbol: '■', classes: ['PERSISTENT', 'INTENSIFYING'] },
  { id: 'fading', name: 'Fading', symbol: '▼', classes: ['DIMINISHING', 'HISTORICAL', 'FORMER'] },
];

export const kindOf = (emergingClass) => KINDS.find(({ classes }) => classes.includes(emergingClass));

export const className = (code) => (code === null ? 'First year: too early' : (CLASSES[code] ?? sentence(code)));

const STATUS = { ALERT: 'Alert', WATCH: 'Watch', NONE: 'No alert', PENDING: 'Still coming in', INSUFFICIENT_HISTORY: 'Too new to say' };
export const statusName = (code) => STATUS[code] ?? sentence(code ?? 'Not computed');

const DIRECTIONS = { RISING: '↑ Rising', FALLING: '↓ Falling', NO_CLEAR_CHANGE: '→ No clear change', INSUFFICIENT: '· Too few to say' };
export const directionName = (code) => DIRECTIONS[code] ?? 'Not computed';

const OUTCOME_SETS = {
  CHARGE_ONLY: 'Charged or summonsed',
  NORTHANTS_POSITIVE: 'Positive outcome, as Northamptonshire counts',
  LEGACY_DETECTION: 'Detection, as counted until 2013',
  WITH_OUTCOME_22: 'Positive outcome or diversion (22)',
};
export const outcomeSetName = (code) => OUTCOME_SETS[code] ?? sentence(code);

export const BASES = {
  RECORDED: 'Of the offences recorded in the period, those with such an outcome by now',
  ASSIGNED: 'Outcomes given in the period, over offences recorded in it',
};

export const LEVELS = { FORCE: 'County', COUNCIL: 'Councils', ZONE: 'Named places', WARD: 'Wards' };
export const PERIODS = { WEEK: 'Week', FOUR_WEEKS: 'Four weeks', MONTH: 'Month', QUARTER: 'Quarter' };
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `retail.with-violence` is "Retail crime: with violence". */
export function categoryName(category) {
  const [source, ...facet] = category.split('.');
  const name = SOURCES[source] ?? sentence(source);
  return facet.length ? `${name}: ${sentence(facet.join(' ')).toLowerCase()}` : name;
}

export const isSource = (category) => !category.includes('.');
export const sourceOf = (category) => category.split('.')[0];

/** The same as the rest of a sentence. */
export const within = (words) => words.charAt(0).toLowerCase() + words.slice(1);

/** `BADLY_LIT` is "Badly lit". */
export function sentence(code) {
  const words = code.replace(/[_-]+/g, ' ').toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bcctv\b/gi, 'CCTV').replace(/\buk\b/gi, 'UK');
}
