import { ask } from './api.js';

const PATIENCE = 45000;
const LONGEST_WAIT = 30000;

/**
 * Follows what changes. Calls `changed(collection, categories)`, with no arguments after a gap, in which anything may
 * have changed; and `connected(boolean)`. Server-sent events are read by fetch, because EventSource sends no token.
 */
export async function follow({ changed, connected }) {
  let wait = 1000;
  let last = null;
  for (let first = true; ; first = false) {
    try {
      for await (const event of listen(last)) {
        wait = 1000;
        last = event.id ?? last;
        if (event.type === 'hello') {
          connected(true);
          if (!first) changed();
        } else if (event.type === 'changed') {
          const { collection, categories } = JSON.parse(event.data);
          changed(collection, categories);
        }
      }
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) return connected(false);
    }
    connected(false);
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

/** The events of one connection. It is given up when nothing comes, not even the comment that keeps it open. */
async function* listen(last) {
  const silence = new AbortController();
  const headers = last === null ? {} : { 'Last-Event-ID': last };
  const response = await ask('/api/live', { accept: 'text/event-stream', signal: silence.signal, headers });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let alarm;
  try {
    for (;;) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silence.abort(), PATIENCE);
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (text + value).split(/\r?\n\r?\n/);
      text = blocks.pop();
      yield* blocks.map(parse);
    }
  } finally {
    clearTimeout(alarm);
    silence.abort();
  }
}

function parse(block) {
  const event = { type: 'message', id: null, data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name === 'event') event.type = value;
    else if (name === 'id') event.id = value;
    else if (name === 'data') event.data += value;
  }
  return event;
}
