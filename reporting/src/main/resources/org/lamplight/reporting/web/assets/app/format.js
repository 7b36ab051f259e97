const NUMBER = new Intl.NumberFormat('en-GB');
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** What stands where there is no value. */
export const NOTHING = '–';

const given =
  (format) =>
  (value, ...more) =>
    value === null || value === undefined ? NOTHING : format(value, ...more);

export const whole = given((value) => NUMBER.format(value));
export const decimal = given((value, digits = 1) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
/** A small positive number that must not be read as none. */
export const expected = given((value) => (value < 0.1 ? 'under 0.1' : decimal(value)));
export const percent = given((share, digits = 0) => `${decimal(100 * share, digits)} %`);
export const signed = given((value) => (value > 0 ? `+${whole(value)}` : whole(value).replace('-', '−')));
export const day = given((date) => DAY.format(new Date(date)));
export const longDay = given((date) => LONG_DAY.format(new Date(date)));
export const month = given((date) => MONTH.format(new Date(date)));
export const moment = given((instant) => TIME.format(new Date(instant)));

/** A probability as odds that can be pictured: 1 in 400, never 1 in 1. */
export const chance = given((p) => {
  if (p > 0.5) return 'likely';
  const odds = 1 / Math.max(p, 1e-9);
  const digits = Math.max(0, Math.floor(Math.log10(odds)) - 1);
  return `1 in ${NUMBER.format(Math.round(odds / 10 ** digits) * 10 ** digits)}`;
});

/** A duration with its largest fitting unit. */
export const duration = given((seconds) => {
  const [size, unit] = [
    [86400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ].find(([length]) => seconds >= 2 * length) ?? [1, 'second'];
  const count = Math.round(seconds / size);
  return `${NUMBER.format(count)} ${unit}${count === 1 ? '' : 's'}`;
});

export const plural = (count, one, many = `${one}s`) => `${NUMBER.format(count)} ${count === 1 ? one : many}`;

/** A period by its length and first day: a month or a quarter by name, anything else by its days. */
export function period(kind, firstDay, lastDay) {
  if (kind === 'MONTH') return month(firstDay);
  if (kind === 'QUARTER') return `${firstDay.slice(0, 4)} Q${Math.ceil(Number(firstDay.slice(5, 7)) / 3)}`;
  return kind === 'WEEK' ? `Week of ${day(firstDay)}` : `${day(firstDay)} to ${day(lastDay)}`;
}
