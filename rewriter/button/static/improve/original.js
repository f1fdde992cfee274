// The note beside the rewrite: as it was written, with what the sentence in focus rests on marked; or as it will read.

import { make, shown } from "./dom.js";
import { GONE, NEW } from "./weave.js";

const AS_WRITTEN = "written";
const AS_ACCEPTED = "accepted";
const HIDDEN =
  "Your note holds hidden characters that turn the direction of reading. They are shown as arrows here: take them out.";

export class Original {
  #text = make("div", { class: "note-text", tabindex: "0", role: "group", "aria-label": "Your note" });
  #tabs = make("div", { class: "tabs", role: "group", "aria-label": "Show your note" });
  #choices = new Map();
  #shown = AS_WRITTEN;
  #marks = [];
  #note = "";
  #pieces = [];
  #result = null;
  #turned = make("p", { class: "turned", hidden: true }, HIDDEN);
  #shorthand = make("ul");
  #folded = make("details", { class: "shorthand", hidden: true }, make("summary"), this.#shorthand);
  element;

  constructor() {
    const choice = (name, said) => {
      const button = make("button", { type: "button", class: "tab", "aria-pressed": "false" }, said);
      button.addEventListener("click", () => this.#show(name));
      this.#choices.set(name, button);
      return button;
    };
    this.#tabs.append(choice(AS_WRITTEN, "As written"), choice(AS_ACCEPTED, "As it will read"));
    this.element = make(
      "section",
      { class: "original", "aria-labelledby": "original-title" },
      make(
        "div",
        { class: "pane-head" },
        make("h3", { id: "original-title" }, "Your note"),
        this.#tabs,
      ),
      this.#text,
      this.#turned,
      this.#folded,
    );
    this.#show(AS_WRITTEN);
  }

  /** Shows a note; with its result, what each sentence rests on can be marked. Where something is offered, it can be
   * seen as it will read. */
  set(note, result, isOffered) {
    this.#tabs.classList.toggle("idle", !isOffered); // its room is kept: nothing moves when a result comes
    this.#note = note;
    this.#result = result;
    this.#pieces = [{ kind: "kept", text: note }];
    this.#turned.hidden = shown(note) === note;
    this.#fillShorthand(result?.read_as ?? []);
    this.#show(AS_WRITTEN);
  }

  /** Takes up the note with the sentences accepted so far. */
  update(pieces) {
    this.#pieces = pieces;
    if (this.#shown === AS_ACCEPTED) this.#draw();
  }

  /** Marks what a sentence rests on, and brings it into view. */
  light(id) {
    let first = null;
    for (const { element, ids } of this.#marks) {
      const isLit = ids.includes(id);
      element.classList.toggle("lit", isLit);
      if (isLit) first ??= element;
    }
    if (!first) return;
    const pane = this.#text.getBoundingClientRect();
    const place = first.getBoundingClientRect();
    if (place.top < pane.top || place.bottom > pane.bottom) this.#text.scrollTop += place.top - pane.top - 24;
  }

  #show(name) {
    this.#shown = name;
    for (const [key, button] of this.#choices) button.setAttribute("aria-pressed", String(key === name));
    this.#draw();
  }

  #draw() {
    this.#marks = [];
    this.#text.replaceChildren(...(this.#shown === AS_WRITTEN ? this.#drawWritten() : this.#drawAccepted()));
  }

  #drawWritten() {
    const sentences = this.#result?.sentences ?? [];
    const spans = sentences.flatMap(({ id, evidence }) => evidence.map(({ start, end }) => ({ id, start, end })));
    const edges = new Set([0, this.#note.length, ...spans.flatMap(({ start, end }) => [start, end])]);
    const places = [...edges].sort((left, right) => left - right);
    return places.slice(1).map((end, number) => {
      const start = places[number];
      const ids = spans.filter((span) => span.start <= start && end <= span.end).map((span) => span.id);
      const text = this.#note.slice(start, end);
      if (ids.length === 0) return shown(text);
      const element = make("mark", {}, text);
      this.#marks.push({ element, ids });
      return element;
    });
  }

  #drawAccepted() {
    return this.#pieces.map(({ kind, text }) => {
      if (kind === NEW) return make("ins", {}, text);
      return kind === GONE ? make("del", {}, text) : shown(text);
    });
  }

  #fillShorthand(items) {
    const said = new Map(items.map((item) => [item.text, item.sure ? item.as : "kept as you wrote it"]));
    this.#folded.hidden = said.size === 0;
    this.#folded.firstChild.textContent = `How your shorthand was read (${said.size})`;
    this.#shorthand.replaceChildren(
      ...Array.from(said, ([text, as]) => make("li", {}, make("b", {}, text), ` ${as}`)),
    );
  }
}
