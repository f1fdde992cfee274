// Findings in plain words, once each, the weightiest first.

import { count, make } from "./dom.js";
import { LEVELS } from "./words.js";

const ORDER = Object.keys(LEVELS);

/** Returns the findings that no open question is about; those that a question puts would be said twice. */
export function remarksOf({ findings, questions }, answered) {
  const asked = new Set(questions.map((question) => question.code).filter((code) => !answered.has(code)));
  const left = findings.filter((finding) => !asked.has(finding.code));
  return [...new Map(left.map((finding) => [`${finding.code} ${finding.message}`, finding])).values()].sort(
    (one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level),
  );
}

export class Remarks {
  #lists = make("div");
  element = make("details", { class: "remarks", hidden: true }, make("summary"), this.#lists);

  set(findings) {
    this.element.hidden = findings.length === 0;
    this.element.open = findings.some((finding) => finding.level === "error");
    this.element.firstChild.textContent = count(findings.length, "remark");
    this.#lists.replaceChildren(
      ...ORDER.map((level) => [level, findings.filter((finding) => finding.level === level)])
        .filter(([, held]) => held.length > 0)
        .flatMap(([level, held]) => [make("h4", { class: level }, LEVELS[level]), make("ul", {}, ...held.map(say))]),
    );
  }
}

function say({ code, message, text }) {
  const quote = text && !message.includes(text) ? [" ", make("q", {}, text)] : [];
  return make("li", {}, message, ...quote, " ", make("span", { class: "code" }, code));
}
