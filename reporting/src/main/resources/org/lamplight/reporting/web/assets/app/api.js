import { authorization } from './session.js';

const LIMIT = 10000;

/** Why the service did not answer, in a sentence for the person who asked. */
class Problem extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }

  /** Whether it may pass by itself: the network, the database or too many requests. */
  get passes() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The answer to a request, or a {@link Problem}. */
export async function ask(path, { accept = 'application/json', headers = {}, signal } = {}) {
  const response = await reach(path, { headers: { Accept: accept, ...headers, ...authorization() }, signal });
  if (!response.ok) throw await problem(response);
  return response;
}

export const get = async (path, options) => (await ask(path, options)).json();

export const queryables = async (collection) => (await get(`/api/collections/${collection}/queryables`)).properties;

/** All items of a collection that match. */
export async function items(collection, parameters = {}, options) {
  return (await pages(address(collection, 'json', { limit: LIMIT, ...parameters }), options)).flatMap((answer) => answer.items);
}

/** All features of a collection that match, with their outlines. */
export async function features(collection, parameters = {}, options) {
  return (await pages(address(collection, 'geojson', { limit: LIMIT, ...parameters }), options)).flatMap((answer) => answer.features);
}

/** Where the items of a collection are, in a format; parameters without a value are left out. */
export function address(collection, format, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const query = new URLSearchParams(given).toString();
  return `/api/collections/${collection}/items.${format}${query && '?'}${query}`;
}

/** Saves what is at an address as a file: a plain link could not say who asks. */
export async function save(href, name) {
  const content = await (await ask(href, { accept: '*/*' })).blob();
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

async function pages(first, options) {
  const answers = [];
  for (let next = first; next;) {
    const answer = await get(next, options);
    answers.push(answer);
    next = answer.links?.find(({ rel }) => rel === 'next')?.href;
  }
  return answers;
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause;
    throw new Problem('Lamplight cannot be reached. It may be starting again, or your network may be down.', 0);
  }
}

async function problem(response) {
  try {
    const { detail, title } = await response.json();
    return new Problem(detail ?? title, response.status);
  } catch {
    return new Problem(`Lamplight answered with status ${response.status} and said no more.`, response.status);
  }
}
