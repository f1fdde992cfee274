// What only the therapist can say: each question with quick answers and room for own words.

import { count, make } from "./dom.js";

// Answers that say nothing without words of one's own: choosing one leads to the field for them.
const OPEN = /(other|in your words|namely|described here|I will write it|this goal|this date|dates?|with figures)$/;

export class Questions {
  #form = make("form", { class: "questions", novalidate: true });
  #rows = [];
  #settled = [];
  #send;
  #message = make("p", { class: "hint", role: "status" });
  element = make("details", { class: "asked", hidden: true }, make("summary"), this.#form);

  /** `send` is given the answers, a list of {key, code, question, text}, when the therapist is done. */
  constructor(send) {
    this.#send = send;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#form.requestSubmit();
    });
  }

  /** Shows questions, those that are needed first; what was answered before stands in its place. */
  set(questions, needed, answers, note) {
    const must = questions.filter((question) => needed.has(question.code));
    const more = questions.filter((question) => !needed.has(question.code));
    const asked = [...must, ...more];
    const settled = answers.filter((answer) => !asked.some((question) => isOf(answer, question)));
    const flat = note.split(/\s+/).join(" ").trim();
    this.#rows = asked.map((question, number) => makeRow(question, number, number < must.length, answers, flat));
    this.element.hidden = asked.length + settled.length === 0;
    this.element.open = must.length > 0 || asked.length === 0;
    this.element.firstChild.textContent = asked.length > 0 ? count(asked.length, "question") : "Your answers";
    this.#message.textContent = "";
    const elements = this.#rows.map((row) => row.element);
    const isFolded = must.length > 0 && more.length > 0;
    this.#form.replaceChildren(
      ...elements.slice(0, isFolded ? must.length : elements.length),
      ...(isFolded ? [fold(elements.slice(must.length))] : []),
      ...settled.map((answer) => this.#makeSettled(answer, answers)),
      ...(asked.length > 0
        ? [
            make(
              "div",
              { class: "send" },
              make("button", { type: "submit", class: "plain" }, "Rewrite with these answers"),
              this.#message,
            ),
          ]
        : []),
    );
    this.#settled = settled;
  }

  #makeSettled(answer, answers) {
    const drop = make(
      "button",
      {
        type: "button",
        class: "link",
        onclick: () => this.#send(answers.filter((one) => one !== answer)),
        "aria-label": `Take back the answer to: ${answer.question}`,
      },
      "Take back",
    );
    return make(
      "div",
      { class: "settled" },
      make("p", { class: "question-text" }, answer.question),
      make("p", {}, make("b", {}, "You answered: "), answer.text, " ", drop),
    );
  }

  #submit() {
    const lacking = this.#rows.find((row) => row.lacksWords());
    const given = this.#rows.map((row) => row.answer()).filter((answer) => answer.text);
    if (lacking || given.length === 0) {
      this.#message.textContent = lacking ? "Say it in your words, please." : "Answer one question at least.";
      const row = lacking ?? this.#rows[0];
      row.element.closest("details").open = true;
      row.focus();
      return;
    }
    this.#send([...this.#settled, ...given]);
  }
}

/** Returns what would only help, behind a line that can be opened. */
function fold(elements) {
  const title = make("summary", {}, `${elements.length} more would help`);
  return make("details", { class: "more" }, title, make("div", {}, ...elements));
}

function isOf(answer, question) {
  return answer.key === question.key;
}

function makeRow(question, number, isNeeded, answers, note) {
  const { key, code, text, quote, options } = question;
  const before = answers.find((answer) => isOf(answer, question))?.text ?? "";
  const chosen = options.includes(before) ? before : "";
  const words = make("textarea", { rows: "1", id: `words-${number}`, class: "words" });
  words.value = chosen ? "" : before;
  const radios = options.map((option, at) =>
    make("input", {
      type: "radio",
      name: `question-${number}`,
      id: `option-${number}-${at}`,
      value: option,
      checked: option === chosen,
      onchange: () => OPEN.test(option) && words.focus(),
    }),
  );
  const picked = () => radios.find((radio) => radio.checked)?.value ?? "";
  const element = make(
    "fieldset",
    {},
    make(
      "legend",
      { class: "question-text" },
      make("span", { class: `tag ${isNeeded ? "needed" : ""}` }, isNeeded ? "Needed" : "Would help"),
      " ",
      text,
    ),
    quote && !text.includes(quote) && !note.startsWith(quote) ? make("p", { class: "from" }, "In your note: ", make("q", {}, quote)) : null,
    make(
      "div",
      { class: "options" },
      ...radios.flatMap((radio) => [radio, make("label", { for: radio.id }, radio.value)]),
    ),
    make("div", { class: "own" }, make("label", { for: words.id }, "In your words"), words),
  );
  return {
    element,
    answer: () => ({ key, code, question: text, text: words.value.trim() || picked() }),
    lacksWords: () => OPEN.test(picked()) && !words.value.trim(),
    focus: () => (OPEN.test(picked()) || radios.length === 0 ? words : radios[0]).focus(),
  };
}
