// <note-improve for="field-id">: a button beside a note field that has the note rewritten and reviewed.
//
//   <script type="module" src="https://notes.example.org/note-improve.js"></script>
//   <textarea id="note"></textarea>
//   <note-improve for="note" cpt="97112" minutes="25"></note-improve>
//
// Nothing is written into the field but what the clinician accepted, and only where it still holds what was read.
// Events (they bubble, and hold ids and hashes, no text): note-improve:suggest, :accept, :reject, :apply, :error.

import { count, icon, make } from "./improve/dom.js";
import { CHANGED, Field, WRITTEN } from "./improve/field.js";
import { LOST, Outbox, WAITING } from "./improve/outbox.js";
import { remarksOf } from "./improve/remarks.js";
import { Review } from "./improve/review.js";
import { ACCEPTED, offersOf } from "./improve/sentences.js";
import { Service, Trouble, hash } from "./improve/service.js";
import { sheet } from "./improve/style.js";
import { textOf, weave } from "./improve/weave.js";
import { RECORDS, STAGES, WRITES, explain, sayStatus } from "./improve/words.js";

const HOME = new URL("./", import.meta.url).href;
// Questions about the entry to a signed note: it cannot be filed without.
const ENTRY = "REC403";
const AGAIN = "Read the note again";
const BEFORE = "Your note is as it was.";
// To ask for the same once more would not help.
const LASTING = new Set(["too-large", "slow", "invalid", "forbidden"]);
// What the service says of an id that it does not take any more: the note is then improved anew, answers and all.
const OUTDATED = new Set(["expired", "unknown-id", "stale"]);

export class NoteImprove extends HTMLElement {
  #visit = null;
  #entry = {};
  #token = "";
  #review;
  #status = make("p", { role: "status" });
  #undo = make("button", { type: "button", class: "link", hidden: true }, "Undo");
  #outbox = new Outbox(() => this.#service(), () => this.#address().href);
  #note = "";
  #base = "";
  #result = null;
  #offers = [];
  #answers = [];
  #decisions = new Map();
  #abort = null;
  #applied = null;
  #isApplying = false;
  #watched = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#review = new Review({
      decide: (id, decision) => this.#decide([id], this.#decisions.get(id) === decision ? "" : decision),
      decideAll: (decision) => this.#decide(this.#offers.map((offer) => offer.id), decision),
      apply: () => this.#apply(),
      answer: (answers) => this.#improve(answers),
      stop: () => this.#abort?.abort(),
    });
    const button = make(
      "button",
      { type: "button", class: "improve", "aria-haspopup": "dialog", onclick: () => this.improve() },
      icon("improve"),
      make("span", {}, "Improve note"),
    );
    this.#undo.addEventListener("click", () => this.#takeBack());
    const told = make("div", { class: "told" }, this.#status, this.#undo);
    root.append(make("div", { class: "bar" }, make("div", {}, button, told)), this.#review.element);
  }

  /** What is known of the visit, as the service has it. */
  get visit() {
    return this.#visit;
  }

  set visit(known) {
    this.#visit = known;
  }

  /** What is known of the entry to a signed note: its author with credentials, reason, basis. */
  get entry() {
    return this.#entry;
  }

  set entry(known) {
    this.#entry = known;
  }

  /** A token for the service, or a function that returns one. */
  get token() {
    return this.#token;
  }

  set token(given) {
    this.#token = given;
  }

  connectedCallback() {
    for (const name of ["visit", "entry", "token"]) this.#upgrade(name);
    this.#outbox.start();
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.#review.close();
    this.#outbox.stop();
    this.#watched?.removeEventListener("input", this.#look);
    this.#watched = null;
  }

  /** Reads the note and opens the review; where the note is as it was, the review goes on where it was left. */
  async improve() {
    const field = this.#field();
    if (!field) return this.#refuse(new Trouble("no-field"));
    if (!crypto.subtle) return this.#refuse(new Trouble("insecure"));
    if (!field.text.trim()) return this.#refuse(new Trouble("no-text"));
    this.#tell("");
    if (this.#result && field.text === this.#note) return this.#review.open();
    this.reset();
    this.#note = field.text;
    this.#review.open();
    return this.#improve([]);
  }

  /** Forgets the note, what was decided about it, and the answers: for a host that shows another note. */
  reset() {
    this.#abort?.abort();
    this.#review.close();
    this.#note = this.#base = "";
    this.#result = this.#applied = null;
    this.#answers = [];
    this.#offers = [];
    this.#decisions = new Map();
    this.#undo.hidden = true;
  }

  /** The note as it would read with what is accepted; for hosts that write it themselves. Null before a result. */
  get proposal() {
    return this.#result && textOf(this.#weave());
  }

  /** Records that the host wrote the proposal itself, after it prevented note-improve:apply. */
  async applied() {
    if (this.#result) await this.#finish(this.proposal);
  }

  async #improve(answers) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#review.wait(this.#note, STAGES.reading, this.#result === null);
    try {
      this.#base = await hash(this.#note);
      const result = await this.#ask(answers, abort.signal);
      if (abort !== this.#abort) return;
      this.#take(result, answers);
    } catch (error) {
      if (abort === this.#abort) this.#explain(error, answers);
    }
  }

  async #ask(answers, signal) {
    const body = { ...this.#terms(answers), text: this.#note, base_sha256: this.#base, offsets: "utf16" };
    const onStage = (name) => STAGES[name] && this.#review.wait(this.#note, STAGES[name], false);
    const id = answers.length > 0 && this.#result ? this.#result.id : "";
    try {
      return await this.#service().improve(body, { id, signal, onStage });
    } catch (error) {
      if (!id || !OUTDATED.has(error.kind)) throw error;
      return this.#service().improve(body, { id: "", signal, onStage });
    }
  }

  #take(result, answers) {
    const decided = new Map(this.#offers.map((offer) => [keyOf(offer), this.#decisions.get(offer.id) ?? ""]));
    this.#result = result;
    this.#answers = answers;
    this.#offers = offersOf(this.#note, result);
    this.#decisions = new Map(
      this.#offers.map((offer) => [offer.id, decided.get(keyOf(offer)) ?? ""]).filter(([, decision]) => decision),
    );
    // A code is answered once none of its questions is open.
    const keys = new Set(answers.map((answer) => answer.key));
    const open = new Set(result.questions.filter(({ key }) => !keys.has(key)).map(({ code }) => code));
    const answered = new Set(answers.map(({ code }) => code).filter((code) => !open.has(code)));
    const errors = new Set(result.findings.filter((item) => item.level === "error").map((item) => item.code));
    const needed = new Set([...errors].filter((code) => !answered.has(code)));
    const remarks = remarksOf(result, answered);
    const { questions } = result;
    if (this.hasAttribute("signed")) needed.add(ENTRY);
    const shown = { note: this.#note, result, questions, offers: this.#offers, needed, answers, remarks };
    this.#review.show(shown, this.#decisions);
    this.#review.update(this.#decisions, this.#weave());
    const lacking = questions.filter((question) => needed.has(question.code)).length;
    const cpt = this.getAttribute("cpt") ?? result.versions.pack?.split("@")[0] ?? "";
    const isEntry = result.rewrite === null && Boolean(result.record?.text);
    const [head, text] = sayStatus({ status: isEntry ? "entry" : result.status, cpt, needed: lacking });
    this.#review.notify(result.status, `${head}.`, text);
    const told = [count(this.#offers.length, "sentence"), count(result.questions.length, "question")];
    this.#review.say(`${head}. ${told.join(", ")}.`);
    this.#look();
    this.#emit("suggest", {
      id: result.id,
      request_id: result.request_id,
      base_sha256: this.#base,
      status: result.status,
      sentences: this.#offers.map((offer) => offer.id),
      questions: result.questions.map((question) => question.code),
    });
  }

  #decide(ids, decision) {
    for (const id of ids) {
      if (decision) this.#decisions.set(id, decision);
      else this.#decisions.delete(id);
    }
    this.#review.update(this.#decisions, this.#weave());
    const said = decision || "open again";
    this.#review.say(ids.length > 1 ? `All ${said}.` : `Sentence ${said}. ${this.#accepted().size} accepted.`);
    if (decision) this.#emit(decision === ACCEPTED ? "accept" : "reject", { id: this.#result.id, sentences: ids });
  }

  async #apply() {
    if (this.#isApplying) return; // a second click
    this.#isApplying = true;
    try {
      await this.#put();
    } finally {
      this.#isApplying = false;
    }
  }

  async #put() {
    const { proposal: after } = this;
    const result = this.#result;
    const sentences = [...this.#accepted()];
    const text_sha256 = await hash(after);
    if (this.#result !== result) return; // another note by now
    if (this.#look()) {
      this.#emit("error", { id: result.id, kind: CHANGED });
      return;
    }
    const detail = { id: result.id, sentences, base_sha256: this.#base, text_sha256 };
    if (!this.#emit("apply", detail, true)) return this.#review.close();
    const isFirst = this.hasAttribute("record-first");
    if (isFirst && !(await this.#record(result, text_sha256))) return;
    if (this.#result !== result) return;
    this.#review.close(); // the field takes no focus before
    const outcome = this.#field()?.replace(this.#note, after) ?? CHANGED;
    if (outcome !== WRITTEN) {
      this.#review.open();
      this.#review.notify("problem", WRITES[outcome], "", outcome === CHANGED ? [AGAIN, () => this.#readAgain()] : []);
      this.#review.say(WRITES[outcome]);
      this.#emit("error", { id: this.#result.id, kind: outcome });
      return;
    }
    await this.#finish(after, isFirst);
  }

  /** Has what is accepted recorded before it is put anywhere. Returns whether it was. */
  async #record({ id }, text_sha256) {
    const [accepted, offered] = [this.#accepted().size, this.#offers.length];
    this.#review.notify("busy", RECORDS.first, "");
    try {
      await this.#outbox.insist(id, { base_sha256: this.#base, text_sha256, accepted, offered });
      return true;
    } catch (error) {
      const trouble = error instanceof Trouble ? error : new Trouble("fault");
      this.#review.notify("problem", RECORDS.refused, explain(trouble), ["Try again", () => this.#apply()]);
      this.#review.say(`${RECORDS.refused} ${explain(trouble)}`);
      this.#emit("error", { id, kind: trouble.kind, request_id: trouble.requestId });
      return false;
    }
  }

  async #finish(after, isRecorded = false) {
    const { id } = this.#result;
    const [accepted, offered, base, before] = [this.#accepted().size, this.#offers.length, this.#base, this.#note];
    this.reset();
    this.#applied = { before, after: this.#field()?.text ?? after };
    this.#undo.hidden = false;
    const said = `${accepted} of ${count(offered, "sentence")} put into the note`;
    this.#tell(`${said}.`);
    if (isRecorded) return;
    const text_sha256 = await hash(this.#applied?.after ?? after);
    const became = await this.#outbox.send(id, { base_sha256: base, text_sha256, accepted, offered });
    if (became === WAITING) this.#tell(`${said}, ${RECORDS.waiting}.`);
    if (became !== LOST) return;
    this.#tell(`${said}. ${RECORDS.lost}`);
    this.#emit("error", { id, kind: "not-recorded" });
  }

  #takeBack() {
    const { before, after } = this.#applied;
    const outcome = this.#field()?.replace(after, before) ?? CHANGED;
    this.#undo.hidden = true;
    this.#tell(outcome === WRITTEN ? BEFORE : "The note was changed since: it stays as it is.");
  }

  #readAgain() {
    this.reset();
    this.improve();
  }

  /** Tells whether the field holds something else than was read, and says so. */
  #look = () => {
    const field = this.#field();
    if (this.#applied && field?.text !== this.#applied.after) {
      if (!this.#undo.hidden && field?.text === this.#applied.before) this.#tell(BEFORE);
      this.#undo.hidden = true;
    }
    if (!this.#result || !this.#review.isOpen || field?.text === this.#note) return false;
    this.#review.notify("problem", explain({ kind: "stale" }), "Nothing can be put into it.", [
      AGAIN,
      () => this.#readAgain(),
    ]);
    this.#review.say(explain({ kind: "stale" }));
    return true;
  };

  #explain(error, answers) {
    const trouble = error instanceof Trouble ? error : new Trouble("fault");
    const said = explain(trouble);
    this.#review.rest();
    this.#review.notify("problem", said, "", LASTING.has(trouble.kind) ? [] : ["Try again", () => this.#improve(answers)]);
    this.#review.say(said);
    this.#emit("error", { kind: trouble.kind, request_id: trouble.requestId });
  }

  #refuse(trouble) {
    this.#tell(explain(trouble));
    this.#emit("error", { kind: trouble.kind });
  }

  #tell(text) {
    this.#status.textContent = text;
  }

  #weave() {
    return this.#result.rewrite === null
      ? [{ kind: "kept", text: this.#note }]
      : weave(this.#note, this.#result, this.#accepted());
  }

  #accepted() {
    return new Set([...this.#decisions].filter(([, decision]) => decision === ACCEPTED).map(([id]) => id));
  }

  /** What the note is judged by. An answer has its day where the service is told the visit's. */
  #terms(answers) {
    const texts = answers.map(({ key, text }) => [key, text]);
    const minutes = Number.parseFloat(this.getAttribute("minutes") ?? "");
    return {
      ...(this.hasAttribute("cpt") && { cpt: this.getAttribute("cpt") }),
      ...(Number.isFinite(minutes) && { minutes }),
      ...(this.hasAttribute("profile") && { profile: this.getAttribute("profile") }),
      ...(this.hasAttribute("signed") && { signed: this.#entry }),
      ...(this.#visit && { visit: this.#visit }),
      ...(texts.length > 0 && { answers: Object.fromEntries(texts) }),
      ...(texts.length > 0 && this.#visit?.date && { answered_on: today() }),
    };
  }

  #service() {
    return new Service(this.#address(), this.#token);
  }

  #address() {
    return new URL(this.getAttribute("service") ?? HOME, document.baseURI);
  }

  #field() {
    const element = this.getRootNode().getElementById?.(this.getAttribute("for") ?? "");
    if (!element) return null;
    if (element !== this.#watched) {
      this.#watched?.removeEventListener("input", this.#look);
      element.addEventListener("input", this.#look);
      this.#watched = element;
    }
    return new Field(element);
  }

  #emit(name, detail, cancelable = false) {
    return this.dispatchEvent(
      new CustomEvent(`note-improve:${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  /** Takes up what a framework set before this class was known. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }
}

/** Returns by what an offer is the same as one before: its words, and what they rest on. */
function keyOf({ text, quotes }) {
  return JSON.stringify([text, quotes]);
}

/** Returns the date where the therapist is. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

if (!customElements.get("note-improve")) customElements.define("note-improve", NoteImprove);
