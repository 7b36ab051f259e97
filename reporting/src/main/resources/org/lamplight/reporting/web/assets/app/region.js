import { announce, fill, h, paragraph } from './dom.js';
import { expired } from './frame.js';

const LONGEST_WAIT = 30000;

/**
 * A part of a page that shows what the service says. It says in words that it loads, that it failed and that it tries
 * again; what was shown before stays meanwhile. An answer that was overtaken by a later question is dropped.
 */
export class Region {
  #notice = h('div', { class: 'notice' });
  #asked = 0;
  #retry;
  #abort = new AbortController();

  /** @param name what is loaded, as in "Loading the places …" */
  constructor(name) {
    this.name = name;
    this.body = h('div', {});
    this.element = h('div', { class: 'region' }, this.#notice, this.body);
  }

  /**
   * Loads and shows.
   *
   * @param ask gets a signal that says when nobody waits for the answer any more
   * @param show gets the answer; what it returns, if anything, fills the region
   */
  async load(ask, show, wait = 2000) {
    clearTimeout(this.#retry);
    this.#abort.abort();
    this.#abort = new AbortController();
    const turn = ++this.#asked;
    const soon = setTimeout(() => this.#say(`Loading ${this.name} …`), 300);
    try {
      const answer = await ask(this.#abort.signal);
      if (turn !== this.#asked) return;
      const content = show(answer);
      if (content) fill(this.body, content);
      fill(this.#notice);
    } catch (problem) {
      if (turn === this.#asked && problem.name !== 'AbortError' && !expired(problem)) this.#failed(problem, ask, show, wait);
    } finally {
      clearTimeout(soon);
    }
  }

  #failed(problem, ask, show, wait) {
    if (problem.status === undefined) throw problem;
    const again = () => this.load(ask, show, Math.min(wait * 2, LONGEST_WAIT));
    if (problem.passes) this.#retry = setTimeout(again, wait);
    this.#say(
      h('strong', {}, `Could not load ${this.name}. `),
      problem.message,
      problem.passes ? ' Trying again by itself. ' : ' ',
      this.body.childElementCount > 0 && 'What you see is from before. ',
      h('button', { class: 'as-link', type: 'button', onclick: again }, 'Try now'),
    );
    announce(`Could not load ${this.name}. ${problem.message}`);
  }

  #say(...words) {
    fill(this.#notice, paragraph(...words));
  }
}

/** Words for a list without entries, and what to do about it. */
export const nothing = (...words) => h('p', { class: 'govuk-inset-text' }, ...words);
