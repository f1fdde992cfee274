// The service over HTTP: a result with its progress, and what goes wrong as one kind of error.

const EVENTS = "text/event-stream";
const PROBLEM = "urn:note-rewriter:problem:";

/** What the service did not do, and why. `kind` is the problem's, or "offline", "cancelled", "unreadable". */
export class Trouble extends Error {
  constructor(kind, { detail = "", seconds = 0, requestId = "" } = {}) {
    super(kind);
    this.name = "Trouble";
    this.kind = kind;
    this.detail = detail;
    this.seconds = seconds;
    this.requestId = requestId;
  }
}

export class Service {
  #base;
  #token;

  /** `token` is a text, or a function that returns one (or a promise of it); none where the service wants none. */
  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  /** Returns the result for a note, with `id` as the answer to what that result asked. Tells each stage by its name. */
  async improve(body, { id = "", signal, onStage }) {
    const path = id ? `v1/improve/${encodeURIComponent(id)}/answers` : "v1/improve";
    const reply = await this.#post(path, body, { signal, headers: { Accept: `${EVENTS}, application/json` } });
    if (!reply.headers.get("content-type")?.startsWith(EVENTS)) return this.#json(reply);
    return this.#follow(reply, signal, onStage);
  }

  /** Tells the service that sentences were taken over: hashes and counts. */
  async accept(id, body) {
    await this.#post(`v1/improve/${encodeURIComponent(id)}/accept`, body, { keepalive: true, headers: {} });
  }

  async #post(path, body, { headers, ...options }) {
    const token = typeof this.#token === "function" ? await this.#token() : this.#token;
    const all = { "Content-Type": "application/json", ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    let reply;
    try {
      reply = await fetch(new URL(path, this.#base), {
        method: "POST",
        headers: all,
        body: JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        ...options,
      });
    } catch {
      throw new Trouble(options.signal?.aborted ? "cancelled" : "offline");
    }
    if (!reply.ok) throw await this.#explain(reply);
    return reply;
  }

  async #follow(reply, signal, onStage) {
    try {
      for await (const { name, data } of readEvents(reply.body)) {
        if (name === "done") return JSON.parse(data);
        if (name === "problem") throw troubleOf(JSON.parse(data), reply.headers);
        onStage(name);
      }
    } catch (error) {
      if (error instanceof Trouble) throw error;
      throw new Trouble(signal.aborted ? "cancelled" : "offline");
    }
    throw new Trouble("offline"); // the reply was cut off
  }

  async #json(reply) {
    try {
      return await reply.json();
    } catch {
      throw new Trouble("unreadable");
    }
  }

  async #explain(reply) {
    try {
      return troubleOf(await reply.json(), reply.headers);
    } catch {
      return new Trouble(reply.status >= 500 ? "fault" : "unreadable");
    }
  }
}

function troubleOf(problem, headers) {
  const kind = String(problem.type ?? "").startsWith(PROBLEM) ? problem.type.slice(PROBLEM.length) : "fault";
  const detail = problem.detail ?? problem.errors?.map((one) => `${one.at}: ${one.what}`).join("; ") ?? "";
  return new Trouble(kind, {
    detail,
    seconds: Number(headers.get("retry-after")) || 0,
    requestId: problem.request_id ?? "",
  });
}

async function* readEvents(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    held += value;
    const blocks = held.split("\n\n");
    held = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? "";
      if (field("event")) yield { name: field("event"), data: field("data") };
    }
  }
}

/** Returns the SHA-256 of a text's UTF-8 in hexadecimal digits. */
export async function hash(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
