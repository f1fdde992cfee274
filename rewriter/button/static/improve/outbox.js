// What was taken over is told to the service; what it could not be told waits until it can. Hashes and counts only.

const AGAIN_MS = 30_000;
// Trying again would not help: the id is too old, or not from here.
const FINAL = new Set(["expired", "unknown-id", "stale", "invalid", "forbidden"]);

export class Outbox {
  #service;
  #waiting = [];
  #timer = 0;
  #flush = () => this.#sendAll();

  /** `service` returns the service as it is reached now. */
  constructor(service) {
    this.#service = service;
  }

  start() {
    window.addEventListener("online", this.#flush);
  }

  stop() {
    window.removeEventListener("online", this.#flush);
  }

  /** Returns whether the service knows already. */
  async send(id, body) {
    this.#waiting.push({ id, body });
    await this.#sendAll();
    return this.#waiting.length === 0;
  }

  async #sendAll() {
    clearTimeout(this.#timer);
    const left = [];
    for (const { id, body } of this.#waiting.splice(0)) {
      try {
        await this.#service().accept(id, body);
      } catch (error) {
        if (!FINAL.has(error.kind)) left.push({ id, body });
      }
    }
    this.#waiting.push(...left);
    if (this.#waiting.length > 0) this.#timer = setTimeout(this.#flush, AGAIN_MS);
  }
}
