import { areaOptions } from '../app/areas.js';
import { categoryName, KINDS } from '../app/words.js';
import { options } from '../ui/filters.js';
import { colours, SHOWN, WINDOWS } from './measures.js';

const named = (choices) => Object.entries(choices).map(([value, { text }]) => ({ value, text }));

/** Selects for a council and a ward of it. */
export const whereFields = ({ councils, wards }) => [
  { name: 'council', label: 'Council', options: areaOptions('All councils', councils), resets: ['ward'] },
  {
    name: 'ward',
    label: 'Ward',
    options: (state) =>
      areaOptions(
        'All wards',
        wards.filter(({ properties }) => !state.get('council') || properties.parent_code === state.get('council')),
      ),
  },
];

/** The filters of the places. */
export const placeFields = (categories, book) => [
  { name: 'category', label: 'Reports of', options: options(categories, categoryName), resets: ['cell'] },
  { name: 'show', label: 'Places', options: named(SHOWN) },
  {
    name: 'kind',
    label: 'Kind of hot spot',
    options: [{ value: '', text: 'Any kind' }, ...KINDS.map(({ id, name }) => ({ value: id, text: name }))],
  },
  ...whereFields(book),
  { name: 'window', label: 'Days', options: options(WINDOWS, (days) => `Last ${days} days`) },
  { name: 'colour', label: 'Map shows', options: (state) => named(colours(windowOf(state))) },
];

export const windowOf = (state) => (WINDOWS.includes(state.get('window')) ? state.get('window') : '28');

/** The order of the list; the one of another window means that of the chosen one. */
export const orderOf = (state) => state.get('sort').replace(/_(7|28|56)$/, `_${windowOf(state)}`);

/** The chosen places, as parameters of the service. */
export const placeParameters = (state) => ({
  category: state.get('category'),
  ...(SHOWN[state.get('show')] ?? SHOWN.all).parameters,
  emerging_class: KINDS.find(({ id }) => id === state.get('kind'))?.classes.join(','),
  council_code: state.get('council'),
  ward_code: state.get('ward'),
  sort: `${orderOf(state)},cell`,
});
