import { categoryName, isSource, sourceOf } from '../app/words.js';
import { options } from '../ui/filters.js';

/** Which categories to show: those of every source, all parts of one, or a single one. */
const PARTS = '.*';

/** The select for it. */
export function seriesField(categories) {
  const hasParts = (source) => categories.some((category) => category.startsWith(`${source}.`));
  const parts = categories.filter(isSource).filter(hasParts);
  return {
    name: 'category',
    label: 'Reports of',
    resets: ['top'],
    options: [
      { value: '', text: 'Every source' },
      ...parts.map((source) => ({ value: source + PARTS, text: `${categoryName(source)}: all parts` })),
      ...options(categories, categoryName),
    ],
  };
}

/** The chosen categories, as a parameter of the service. */
export function chosenSeries(state, categories) {
  const chosen = state.get('category');
  if (!chosen) return categories.filter(isSource).join(',');
  if (!chosen.endsWith(PARTS)) return chosen;
  return categories.filter((category) => sourceOf(category) === chosen.slice(0, -PARTS.length)).join(',');
}
