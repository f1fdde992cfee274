// The field that holds the note: a textarea, an input or something contenteditable. It is written to as a person would,
// so that Ctrl+Z takes it back and the page hears of it.

const BLOCK = /^(block|flex|grid|list-item|table|flow-root)/;

/** What became of a try to write. */
export const WRITTEN = "written";
export const CHANGED = "changed";
export const LOCKED = "locked";
export const TOO_LONG = "too-long";
export const NOT_TAKEN = "not-taken";

export class Field {
  #element;

  constructor(element) {
    this.#element = element;
  }

  /** The text as the service sees it, lines separated by "\n". */
  get text() {
    return this.#isPlain ? this.#element.value : read(this.#element).text;
  }

  get isLocked() {
    const element = this.#element;
    return this.#isPlain ? element.readOnly || element.disabled : !element.isContentEditable;
  }

  get #isPlain() {
    return "value" in this.#element && "setSelectionRange" in this.#element;
  }

  focus() {
    this.#element.focus();
  }

  /** Puts `after` in place of `before`, touching only what differs. Nothing is written where the field holds something
   * else by now, or would not take it whole. */
  replace(before, after) {
    if (this.text !== before) return CHANGED;
    if (this.isLocked) return LOCKED;
    if (this.#element.maxLength >= 0 && after.length > this.#element.maxLength) return TOO_LONG;
    const { start, end, insert } = differ(before, after);
    this.focus();
    this.#select(start, end);
    const done = insert
      ? document.execCommand("insertText", false, insert)
      : start === end || document.execCommand("delete");
    if (!done && this.text === before) this.#set(after);
    if (same(this.text, after)) return WRITTEN;
    if (done) document.execCommand("undo");
    if (this.#isPlain && this.text !== before) this.#set(before);
    return NOT_TAKEN;
  }

  #select(start, end) {
    if (this.#isPlain) {
      this.#element.setSelectionRange(start, end);
      return;
    }
    const { place } = read(this.#element);
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(end, true));
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /** For browsers without execCommand: the page's framework hears of it, but Ctrl+Z does not know it. */
  #set(text) {
    if (this.#isPlain) {
      const owner = this.#element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(owner.prototype, "value").set.call(this.#element, text);
    } else {
      this.#element.textContent = text;
    }
    this.#element.dispatchEvent(
      new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }),
    );
  }
}

/** Returns what has to be put where so that one text becomes the other. No character is cut in two. */
export function differ(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isInside(before, start) || isInside(after, start)) start -= 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (isInside(before, before.length - tail) || isInside(after, after.length - tail)) tail -= 1;
  return { start, end: before.length - tail, insert: after.slice(start, after.length - tail) };
}

function isInside(text, at) {
  return at > 0 && /[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1]);
}

/** A rich field may keep its own spaces and empty lines; words and their lines must be the same. */
function same(left, right) {
  const flat = (text) => text.replace(/[ \t\u00a0]+/g, " ").replace(/ ?\n+ ?/g, "\n").trim();
  return left === right || flat(left) === flat(right);
}

/** Reads something contenteditable: its text, and where in the tree each place of the text is. */
function read(root) {
  const pieces = [];
  let text = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const isKept = getComputedStyle(node.parentElement).whiteSpace.startsWith("pre");
      const shown = (isKept ? node.data : node.data.replace(/[\n\t]/g, " ")).replaceAll("\u00a0", " ");
      pieces.push({ node, start: text.length, end: text.length + shown.length });
      text += shown;
    } else if (node.nodeName === "BR") {
      text += "\n";
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const isBlock = node !== root && BLOCK.test(getComputedStyle(node).display);
      if (isBlock && text && !text.endsWith("\n")) text += "\n";
      node.childNodes.forEach(walk);
    }
  };
  walk(root);
  const place = (at, isEnd) => {
    const inside = isEnd
      ? pieces.find((piece) => piece.start < at && at <= piece.end)
      : pieces.find((piece) => piece.start <= at && at < piece.end);
    const near = inside ?? pieces.findLast((piece) => piece.end <= at) ?? pieces[0];
    if (!near) return [root, at > 0 ? root.childNodes.length : 0];
    return [near.node, Math.max(0, Math.min(at - near.start, near.node.length))];
  };
  return { text: text.endsWith("\n") ? text.slice(0, -1) : text, place };
}
