// What was said, by conversation. A private conversation belongs to a person, a group's to all.

/** The key of a conversation: chat is "private" or the id of a group. */
export const keyOf = (person, chat) => (chat === 'private' ? `private:${person}` : `group:${chat}`);

/** All conversations; each entry is {id, by: 'desk' | person id, to, text, choices, state}, or for
 * what is no text {image, photo}, {document, file, name} or {location}. */
export class Talk {
  #entries = new Map();
  #known = new Map();
  #unread = new Map();
  #chatToGroup = new Map();

  /** Groups are heard under one id and may be written to under another. */
  constructor(groups) {
    for (const group of groups) {
      for (const name of [group.id, group.hear, group.send]) {
        if (name) this.#chatToGroup.set(name, group.id);
      }
    }
  }

  /** The key under which an event of the feed belongs. */
  place(person, chat) {
    return keyOf(person, this.#chatToGroup.get(chat) ?? chat);
  }

  /** Adds an entry unless it is known, for one thing arrives by the answer and by the feed. */
  add(key, entry) {
    if (this.#known.has(entry.id)) return false;
    this.#known.set(entry.id, entry);
    const entries = this.of(key);
    entries.push(entry);
    if (entries.length > 500) this.#known.delete(entries.shift().id);
    return true;
  }

  of(key) {
    if (!this.#entries.has(key)) this.#entries.set(key, []);
    return this.#entries.get(key);
  }

  markUnread(key) {
    this.#unread.set(key, this.unread(key) + 1);
  }

  markRead(key) {
    this.#unread.delete(key);
  }

  unread(key) {
    return this.#unread.get(key) ?? 0;
  }

  /** What this person said last here, for the arrow-up key. */
  lastSaid(key, person) {
    return this.of(key).findLast((entry) => entry.by === person && entry.text)?.text ?? '';
  }
}
