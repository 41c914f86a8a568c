// The page's HTTP: what it asks the server, and what the server tells it.

/** The server wants a token that this browser does not have. */
export class TokenWanted extends Error {}

/** The server takes no file of this size. */
export class TooLarge extends Error {}

async function get(path) {
  const response = await fetch(path);
  if (response.status === 401) throw new TokenWanted();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** Who there is: [{id, name, role, area}]. */
export const people = () => get('/sandbox/people');

/** Which groups there are: [{id, name, area, hear, send}]. */
export const groups = () => get('/sandbox/groups');

/** How the files of forms stand: {refused, mistakes, forms}. */
export const forms = () => get('/sandbox/forms');

/**
 * Says something. The same id may be sent again after a failure: the server takes it once.
 * Returns the replies: [{text, choices: [{label, say}], file: {kind, hash, name} if it is one}].
 */
export async function say(message) {
  const response = await fetch('/sandbox/messages', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(15000),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()).replies;
}

/** Hands a picture or file over; returns the id under which it is sent. */
export async function upload(file) {
  const response = await fetch('/sandbox/media', {method: 'POST', body: file, signal: AbortSignal.timeout(60000)});
  if (response.status === 413) throw new TooLarge();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()).media;
}

/** Where a picture that was sent can be seen. */
export const mediaAddress = (id) => `/sandbox/media/${encodeURIComponent(id)}`;

/** Where a picture or file that the desk sends can be had. */
export const sentAddress = (hash) => `/sandbox/sent/${encodeURIComponent(hash)}`;

/** Listens to all that is said and sent; the browser connects again by itself. */
export function listen({onMessage, onSaid, onForms, onState}) {
  const feed = new EventSource('/sandbox/feed?recent=true');
  feed.addEventListener('message', (event) => onMessage(JSON.parse(event.data)));
  feed.addEventListener('said', (event) => onSaid(JSON.parse(event.data)));
  feed.addEventListener('forms', (event) => onForms(JSON.parse(event.data)));
  feed.addEventListener('open', () => onState('connected'));
  feed.addEventListener('error', () => onState('broken'));
}

/** A fresh message id; also where the page is not served from a secure address. */
export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return 'page-' + Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
