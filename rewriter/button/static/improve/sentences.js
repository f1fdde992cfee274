// The rewrite, a card for each sentence: its roles, what it rests on, and whether it is taken.

import { icon, make } from "./dom.js";
import { RECORD, recordOf } from "./weave.js";
import { ROLES } from "./words.js";

export const ACCEPTED = "accepted";
export const REJECTED = "rejected";

/** Returns what is offered: the sentences, and before them what goes to the record beside them. */
export function offersOf(note, result) {
  if (result.rewrite === null) return [];
  const record = recordOf(result);
  const offers = result.sentences.map((sentence) => ({
    id: sentence.id,
    text: result.rewrite.slice(sentence.start, sentence.end),
    roles: sentence.roles,
    pieces: piecesOf(result, sentence),
    quotes: sentence.evidence.map(({ start, end }) => note.slice(start, end)),
  }));
  const more = { id: RECORD, text: record, roles: [RECORD], pieces: [{ text: record }], quotes: [] };
  return record ? [more, ...offers] : offers;
}

/** Returns a sentence cut where its role changes. */
function piecesOf({ rewrite, segments }, { start, end }) {
  const pieces = [];
  let at = start;
  for (const segment of segments.filter((one) => start <= one.start && one.end <= end)) {
    if (segment.start > at) pieces.push({ text: rewrite.slice(at, segment.start) });
    pieces.push({ text: rewrite.slice(segment.start, segment.end), role: segment.role });
    at = segment.end;
  }
  if (at < end) pieces.push({ text: rewrite.slice(at, end) });
  return pieces;
}

export class Sentences {
  #list = make("ol", { class: "cards" });
  #cards = new Map();
  #decide;
  #light;
  element = make(
    "section",
    { class: "sentences", "aria-labelledby": "sentences-title" },
    make("h3", { id: "sentences-title" }, "Rewrite, sentence by sentence"),
    this.#list,
  );

  /** `decide` is told of a sentence and what became of it, `light` which sentence is looked at. */
  constructor(decide, light) {
    this.#decide = decide;
    this.#light = light;
  }

  /** Shows what is offered, with what was decided before about the same words. */
  set(offers, decisions) {
    this.element.hidden = offers.length === 0;
    this.#cards = new Map(offers.map((offer, number) => [offer.id, this.#makeCard(offer, number + 1)]));
    this.#list.replaceChildren(...Array.from(this.#cards.values(), (card) => card.element));
    this.update(decisions);
  }

  update(decisions) {
    for (const [id, { element, accept, reject }] of this.#cards) {
      const decision = decisions.get(id) ?? "";
      element.dataset.decision = decision;
      accept.setAttribute("aria-pressed", String(decision === ACCEPTED));
      reject.setAttribute("aria-pressed", String(decision === REJECTED));
    }
  }

  /** Moves the focus by so many sentences from where it is. */
  move(step, active) {
    const cards = [...this.#cards.values()];
    const here = cards.findIndex((card) => card.element.contains(active));
    const next = here < 0 ? (step > 0 ? 0 : cards.length - 1) : Math.min(Math.max(here + step, 0), cards.length - 1);
    cards[next]?.accept.focus();
  }

  /** Returns the id of the sentence that holds an element, "" where none does. */
  find(active) {
    for (const [id, card] of this.#cards) if (card.element.contains(active)) return id;
    return "";
  }

  /** Returns the last card, null where there is none. */
  get last() {
    return this.#list.lastElementChild;
  }

  #makeCard({ id, roles, pieces, quotes }, number) {
    const textId = `sentence-${number}`;
    const choice = (decision, name, said, keys) =>
      make(
        "button",
        {
          type: "button",
          class: `choice ${decision}`,
          "aria-pressed": "false",
          "aria-keyshortcuts": keys,
          "aria-describedby": `${textId} ${textId}-from`,
          "aria-label": `${said} sentence ${number}`,
          onclick: () => this.#decide(id, decision),
        },
        icon(name),
        make("span", {}, said),
      );
    const accept = choice(ACCEPTED, "accept", "Accept", "Alt+A");
    const reject = choice(REJECTED, "reject", "Reject", "Alt+R");
    const element = make(
      "li",
      { class: "card", onfocusin: () => this.#light(id), onpointerenter: () => this.#light(id) },
      make(
        "div",
        { class: "card-head" },
        make("span", { class: "number", "aria-hidden": "true" }, String(number)),
        ...roles.map((role) => make("span", { class: `role ${role}` }, ROLES[role] ?? ROLES.other)),
      ),
      make(
        "p",
        { class: "sentence", id: textId },
        ...pieces.map(({ text, role }) => (role ? make("span", { class: `piece ${role}` }, text) : text)),
      ),
      make("p", { class: "from", id: `${textId}-from` }, ...sayOrigin(id, quotes)),
      make("div", { class: "choices", role: "group", "aria-label": `Sentence ${number}` }, accept, reject),
    );
    return { element, accept, reject };
  }
}

function sayOrigin(id, quotes) {
  if (id === RECORD) return ["From your answers; it goes above the note."];
  if (quotes.length === 0) return ["From your answers or the visit."];
  return ["From your note: ", ...quotes.flatMap((quote, number) => [number > 0 ? " \u00b7 " : "", make("q", {}, quote)])];
}
