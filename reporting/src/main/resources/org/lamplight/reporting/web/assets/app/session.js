const KEY = 'lamplight.token';

/** Takes a token out of the address (`#token=…`), where it would stay in the history of the browser. */
export function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return;
  keepToken(token);
  history.replaceState(null, '', location.pathname + location.search);
}

export const token = () => sessionStorage.getItem(KEY);

export const keepToken = (value) => sessionStorage.setItem(KEY, value.trim());

export const forgetToken = () => sessionStorage.removeItem(KEY);

/** What a request says about who asks; nothing without a token. */
export const authorization = () => (token() ? { Authorization: `Bearer ${token()}` } : {});
