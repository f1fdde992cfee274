// The note with the accepted sentences in it. A sentence of the note goes only when all of what it says is in
// sentences that were accepted: whatever is accepted, nothing of the note is lost.

export const KEPT = "kept";
export const NEW = "new";
export const GONE = "gone";
/** What was answered about the record: no part of the treatment, and no sentence of the rewrite. */
export const RECORD = "record";

/** Returns the pieces of a note with the sentences accepted so far, in order: kept, new, or gone. */
export function weave(note, result, accepted) {
  const sentences = result.sentences.filter((sentence) => accepted.has(sentence.id));
  const record = accepted.has(RECORD) ? recordOf(result) : "";
  const lead = record ? [{ kind: NEW, text: `${record}\n\n` }] : [];
  if (sentences.length === 0) return [...lead, { kind: KEPT, text: note }];
  if (sentences.length === result.sentences.length) {
    return [...lead, { kind: GONE, text: note }, { kind: NEW, text: result.rewrite }];
  }
  return [...lead, ...weaveSome(note, result, sentences, accepted)];
}

/** Returns the text that pieces make. */
export function textOf(pieces) {
  return pieces.filter((piece) => piece.kind !== GONE).map((piece) => piece.text).join("");
}

/** Returns what goes to the record beside the rewrite, "" where there is nothing. */
export function recordOf(result) {
  const text = result.record?.text ?? "";
  if (!result.rewrite || !text.endsWith(result.rewrite)) return "";
  // The first block says that it is a draft: what a clinician accepts is none any more.
  return text.slice(0, -result.rewrite.length).trim().split("\n\n").slice(1).join("\n\n");
}

function weaveSome(note, result, sentences, accepted) {
  const parts = result.parts.length > 0 ? result.parts : [{ start: 0, end: note.length, told_by: [] }];
  const placed = placeSentences(result.rewrite, parts, sentences);
  const pieces = [];
  let at = 0;
  parts.forEach((part, number) => {
    if (part.start > at) pieces.push({ kind: KEPT, text: note.slice(at, part.start) });
    at = part.end;
    const own = note.slice(part.start, part.end);
    const isTold = part.told_by.length > 0 && part.told_by.every((id) => accepted.has(id));
    const added = (placed.get(number) ?? []).join(" ");
    if (isTold && added) {
      pieces.push({ kind: GONE, text: own }, { kind: NEW, text: added });
    } else if (isTold) {
      // The space that held it apart goes with it, and its line where it had one to itself.
      const isLine = part.start === 0 || note[part.start - 1] === "\n";
      const space = note.slice(at).match(isLine ? /^[ \t]*\n?/ : /^[ \t]*/)[0];
      at += space.length;
      pieces.push({ kind: GONE, text: own + space });
    } else {
      if (added) pieces.push({ kind: NEW, text: `${added} ` });
      pieces.push({ kind: KEPT, text: own });
    }
  });
  pieces.push({ kind: KEPT, text: note.slice(at) });
  return pieces.filter((piece) => piece.text);
}

/** Returns the texts of sentences by the part of the note before which they go: where their evidence begins, else
 * beside the sentence before them. */
function placeSentences(rewrite, parts, sentences) {
  const placed = new Map();
  let number = 0;
  for (const { start, end, evidence } of sentences) {
    const found = parts.findIndex((part) => evidence.some((one) => one.start < part.end && part.start < one.end));
    if (found >= 0) number = found;
    placed.set(number, [...(placed.get(number) ?? []), rewrite.slice(start, end)]);
  }
  return placed;
}
