// What was taken over is told to the service; what it could not be told waits until it can. Hashes and counts only, so
// that they may wait in the tab's own storage as well: a page that is loaded again sends what was left.

const AGAIN_MS = 30_000;
const LATE_SECONDS = 5;
// Trying again would not help: the service does not know the result, or does not let this page in.
const FINAL = new Set(["unknown-id", "stale", "invalid", "forbidden"]);

export const KNOWN = "known";
export const WAITING = "waiting";
export const LOST = "lost";

const PLACE = "note-improve:";
// The places that an outbox of this page has: what stands anywhere else was left by a page before.
const held = new Set();

export class Outbox {
  #service;
  #base;
  #place = "";
  #waiting = [];
  #timer = 0;
  #flush = () => this.#sendAll();

  /** `service` returns the service as it is reached now, `base` its address. */
  constructor(service, base) {
    this.#service = service;
    this.#base = base;
  }

  start() {
    window.addEventListener("online", this.#flush);
    this.#place ||= `${PLACE}${this.#base()} ${crypto.randomUUID?.() ?? Math.random()}`;
    this.#waiting.push(...takeLeft(`${PLACE}${this.#base()} `));
    held.add(this.#place);
    if (this.#waiting.length > 0) {
      this.#keep();
      this.#timer = setTimeout(this.#flush, 0); // the page gives its token first
    }
  }

  stop() {
    window.removeEventListener("online", this.#flush);
    clearTimeout(this.#timer);
    if (this.#keep()) this.#waiting = []; // the next button of this page, or this one again, takes it up
    held.delete(this.#place);
  }

  /** Returns whether the service knows already, will be told, or cannot be told any more. */
  async send(id, body) {
    const item = { id, body, at: Date.now() };
    this.#waiting.push(item);
    this.#keep();
    const lost = await this.#sendAll();
    if (lost.includes(item)) return LOST;
    return this.#waiting.includes(item) ? WAITING : KNOWN;
  }

  /** Tells the service at once, or throws why it cannot be told: nothing waits. */
  async insist(id, body) {
    await this.#service().accept(id, body);
  }

  async #sendAll() {
    clearTimeout(this.#timer);
    const [left, lost] = [[], []];
    for (const item of this.#waiting.splice(0)) {
      try {
        await this.#service().accept(item.id, { ...item.body, ...ageOf(item) });
      } catch (error) {
        (FINAL.has(error.kind) ? lost : left).push(item);
      }
    }
    this.#waiting.push(...left);
    this.#keep();
    if (this.#waiting.length > 0) this.#timer = setTimeout(this.#flush, AGAIN_MS);
    return lost;
  }

  #keep() {
    return withStorage((storage) => {
      if (this.#waiting.length > 0) storage.setItem(this.#place, JSON.stringify(this.#waiting));
      else storage.removeItem(this.#place);
    });
  }
}

/** Says how long ago it was, where that is not now: the record tells both. */
function ageOf({ at }) {
  const seconds = Math.round((Date.now() - at) / 1000);
  return seconds >= LATE_SECONDS ? { seconds_ago: seconds } : {};
}

/** Returns what pages before left for a service, and takes it from there. */
function takeLeft(start) {
  const left = [];
  withStorage((storage) => {
    for (const place of Object.keys(storage).filter((name) => name.startsWith(start) && !held.has(name))) {
      left.push(...JSON.parse(storage.getItem(place)));
      storage.removeItem(place);
    }
  });
  return left.filter((item) => item?.id && item.body && Number.isFinite(item.at));
}

/** Returns whether there is a storage that can be used: a frame may have none, and things wait in the page alone. */
function withStorage(work) {
  try {
    work(window.sessionStorage);
    return true;
  } catch {
    return false;
  }
}
