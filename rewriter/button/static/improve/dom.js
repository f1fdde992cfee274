// Elements without markup: every text goes in as text, so that nothing in a note can become code.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  improve: "M4 6h11M4 11h7M4 16h5M13.5 17.5l6-6 2 2-6 6-2.6.6z",
  accept: "M5 12.5l4.5 4.5L19 7.5",
  reject: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  close: "M6 6l12 12M18 6L6 18",
};

// What turns the direction of reading: 20 would be read as 02, and who accepts it would have seen something else.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const TURN = "\u21c4";

/** Returns a text as it is shown: what would turn it round stands there as a sign. */
export function shown(text) {
  return text.replace(TURNS, TURN);
}

/** Returns an element. Keys that start with "on" are listeners; true and false set an attribute or leave it out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  const held = children.filter((child) => child !== null && child !== undefined && child !== "");
  element.append(...held.map((child) => (typeof child === "string" ? shown(child) : child)));
  return element;
}

/** Returns a drawing that says nothing by itself: what it stands beside has words. */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" })) {
    drawing.setAttribute(key, value);
  }
  return drawing;
}

/** Returns a number with its noun: count(1, "answer") is "1 answer". */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
