// The dialog: the note and its rewrite side by side, what is asked, what is remarked, and what is taken.

import { count, icon, make } from "./dom.js";
import { Original } from "./original.js";
import { Questions } from "./questions.js";
import { Remarks } from "./remarks.js";
import { ACCEPTED, REJECTED, Sentences } from "./sentences.js";

const KEYS = "F8 next \u00b7 Alt+A accept \u00b7 Alt+R reject \u00b7 Esc close";

export class Review {
  #on;
  #title = make("h2", { id: "title", tabindex: "-1", autofocus: true }, "Review the rewrite");
  #message = make("p");
  #act = make("button", { type: "button", class: "plain", onclick: () => this.#next?.() });
  #next = null;
  #notice = make("div", { class: "notice" }, this.#message, this.#act);
  #said = make("p", { class: "unseen", role: "status" });
  #original = new Original();
  #sentences;
  #questions;
  #remarks = new Remarks();
  #outline = make("div", { class: "outline", hidden: true }, make("div"), make("div"), make("div"));
  #entry = make("section", { class: "entry", hidden: true });
  #pane;
  #tally = make("p", { class: "tally" });
  #acceptAll = make("button", { type: "button", class: "plain" }, "Accept all");
  #rejectAll = make("button", { type: "button", class: "plain" }, "Reject all");
  #apply = make("button", { type: "button", class: "primary" }, "Put 0 of 0 into the note");
  #foot;
  #watcher = null;
  #hasSeenAll = false;
  #offered = 0;
  #taken = 0;
  #refused = 0;
  element;

  /** `on` holds what is done at `decide`, `decideAll`, `apply`, `answer` and `stop`. */
  constructor(on) {
    this.#on = on;
    this.#sentences = new Sentences(on.decide, (id) => this.#original.light(id));
    this.#questions = new Questions(on.answer);
    this.#pane = make(
      "div",
      { class: "pane" },
      this.#outline,
      this.#questions.element,
      this.#sentences.element,
      this.#entry,
      this.#remarks.element,
    );
    this.#foot = make(
      "footer",
      {},
      this.#tally,
      make("p", { class: "keys", "aria-hidden": "true" }, KEYS),
      make("div", { class: "all" }, this.#rejectAll, this.#acceptAll, this.#apply),
    );
    this.element = make(
      "dialog",
      { "aria-labelledby": "title", onkeydown: (event) => this.#press(event), oncancel: () => on.stop() },
      make(
        "header",
        {},
        make("div", {}, this.#title, make("p", {}, "A draft: nothing goes into your note until you accept it.")),
        make(
          "button",
          { type: "button", class: "bare", "aria-label": "Close, keep everything", onclick: () => this.#leave() },
          icon("close"),
        ),
      ),
      this.#notice,
      make("div", { class: "body" }, this.#original.element, this.#pane),
      this.#foot,
      this.#said,
    );
    this.#acceptAll.addEventListener("click", () => this.#takeAll());
    this.#rejectAll.addEventListener("click", () => on.decideAll(REJECTED));
    this.#apply.addEventListener("click", () => {
      if (this.#taken > 0) on.apply();
      else if (this.#refused === this.#offered) this.#leave();
      else this.say("Accept a sentence first.");
    });
  }

  get isOpen() {
    return this.element.open;
  }

  open() {
    if (!this.isOpen) this.element.showModal();
  }

  close() {
    this.element.close();
  }

  /** Has a screen reader say something. */
  say(text) {
    this.#said.textContent = "";
    this.#said.textContent = text;
  }

  /** Shows that work goes on; what is there stays, and can be read. */
  wait(note, stage, isFirst) {
    if (isFirst) {
      this.#original.set(note, null, false);
      this.#clear();
    }
    this.#pane.setAttribute("aria-busy", "true");
    this.notify("busy", stage, "", ["Stop", this.#on.stop]);
    this.say(stage);
  }

  /** Shows a message in the place kept for it, with what can be done about it. */
  notify(kind, head, text, [said, act] = []) {
    this.#notice.className = `notice ${kind}`;
    const [first, ...rest] = text ? [head, text] : head.split(/(?<=[.:]) /);
    this.#message.replaceChildren(make("b", {}, first), rest.length > 0 ? ` ${rest.join(" ")}` : "");
    this.#next = act;
    this.#act.hidden = !said;
    this.#act.textContent = said ?? "";
  }

  /** Ends waiting without a result. */
  rest() {
    this.#outline.hidden = true;
    this.#pane.removeAttribute("aria-busy");
  }

  /** Shows a result. */
  show({ note, result, questions, offers, needed, answers, remarks }, decisions) {
    this.rest();
    this.#original.set(note, result, offers.length > 0);
    this.#questions.set(questions, needed, answers, note);
    this.#sentences.set(offers, decisions);
    this.#remarks.set(remarks);
    this.#showEntry(result);
    this.#offered = offers.length;
    this.#foot.hidden = offers.length === 0;
    this.#pane.scrollTop = 0;
    this.#watch();
    this.#title.focus();
  }

  /** Shows what was decided, and the note as it would read. */
  update(decisions, pieces) {
    const all = [...decisions.values()];
    this.#taken = all.filter((decision) => decision === ACCEPTED).length;
    this.#refused = all.filter((decision) => decision === REJECTED).length;
    const open = this.#offered - this.#taken - this.#refused;
    const isNone = this.#refused === this.#offered;
    this.#apply.textContent = isNone ? "Keep my note as it is" : `Put ${this.#taken} of ${this.#offered} into the note`;
    this.#tally.textContent = `${this.#taken} accepted, ${this.#refused} rejected, ${open} open`;
    this.#apply.setAttribute("aria-disabled", String(this.#taken === 0 && !isNone));
    this.#sentences.update(decisions);
    this.#original.update(pieces);
  }

  #leave() {
    this.#on.stop();
    this.close();
  }

  #clear() {
    this.#outline.hidden = false;
    this.#questions.element.hidden = true;
    this.#sentences.element.hidden = true;
    this.#remarks.element.hidden = true;
    this.#entry.hidden = true;
    this.#foot.hidden = true;
  }

  /** A signed note is never rewritten: what is added to it is shown, to be filed where the site files additions. */
  #showEntry({ rewrite, record }) {
    this.#entry.hidden = rewrite !== null || !record?.text;
    if (this.#entry.hidden) return;
    const copy = async () => {
      await navigator.clipboard.writeText(record.text);
      this.say("Copied.");
    };
    this.#entry.replaceChildren(
      make("h3", {}, "Entry to the signed note"),
      make("p", { class: "note-text", tabindex: "0" }, record.text),
      make("button", { type: "button", class: "plain", onclick: copy }, "Copy the entry"),
    );
  }

  /** All can be accepted at once only by who has had the last sentence before the eyes. */
  #watch() {
    this.#watcher?.disconnect();
    this.#setSeen(false);
    const last = this.#sentences.last;
    if (!last) return;
    this.#watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#watcher.disconnect();
      this.#setSeen(true);
    });
    this.#watcher.observe(last.querySelector(".sentence"));
  }

  #setSeen(hasSeen) {
    this.#hasSeenAll = hasSeen;
    this.#acceptAll.setAttribute("aria-disabled", String(!hasSeen));
    this.#acceptAll.title = hasSeen ? "" : "Read to the last sentence first";
  }

  #takeAll() {
    if (this.#hasSeenAll) this.#on.decideAll(ACCEPTED);
    else this.say(`Read to the last of ${count(this.#offered, "sentence")} first.`);
  }

  #press(event) {
    event.stopPropagation(); // what is typed here is no shortcut of the page around it
    const active = this.element.getRootNode().activeElement;
    if (event.key === "F8") {
      this.#sentences.move(event.shiftKey ? -1 : 1, active);
    } else if (event.altKey && (event.code === "KeyA" || event.code === "KeyR")) {
      const id = this.#sentences.find(active);
      if (!id) return;
      this.#on.decide(id, event.code === "KeyA" ? ACCEPTED : REJECTED);
    } else {
      return;
    }
    event.preventDefault();
  }
}
