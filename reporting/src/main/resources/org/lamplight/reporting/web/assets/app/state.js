/**
 * The state of a page, which is its address: every view can be saved, sent and gone back to. Values are strings; one
 * that is its default is not in the address.
 */
export class State {
  #listeners = [];

  constructor(defaults) {
    this.defaults = defaults;
    addEventListener('popstate', () => this.#tell());
  }

  get(name) {
    return new URLSearchParams(location.search).get(name) ?? this.defaults[name] ?? '';
  }

  /** The address with some values changed. */
  href(changes) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === (this.defaults[name] ?? '')) query.delete(name);
      else query.set(name, value);
    }
    return location.pathname + (query.size ? `?${query}` : '');
  }

  set(changes) {
    history.pushState(null, '', this.href(changes));
    this.#tell();
  }

  /** Calls a listener with this state now, and whenever it has changed. */
  follow(listener) {
    this.#listeners.push(listener);
    listener(this);
  }

  #tell() {
    for (const listener of this.#listeners) listener(this);
  }
}
