// What the therapist reads.

export const ROLES = {
  what: "What",
  why: "Why",
  how: "How",
  function: "Function",
  response: "Response",
  need: "Need",
  other: "Other",
  record: "For the record",
};

export const STAGES = {
  reading: "Reading your note",
  questions: "Looking for what is missing",
  draft: "Writing",
  checked: "Checking every sentence against your note",
};

export const LEVELS = { error: "Has to be settled", warning: "Please check", info: "Good to know" };

const TROUBLES = {
  offline: "No connection to the note service. Your note and your answers are kept.",
  cancelled: "Stopped. Your note is as it was.",
  busy: "The note service is busy. Your note and your answers are kept.",
  "too-many": "Too many requests at once. Your note and your answers are kept.",
  slow: "This note took too long to read. Try a shorter one.",
  "too-large": "This note is too long for the service.",
  "too-late": "The connection is too slow. Your note and your answers are kept.",
  "no-access": "This page is not signed in to the note service.",
  forbidden: "This page may not use the note service.",
  "no-audit": "The service cannot keep its record now, so it does nothing. Your note is as it was.",
  stale: "The note has changed since it was read.",
  invalid: "The service cannot use this note.",
  insecure: "Notes are only sent from secure pages (https).",
  "no-field": "There is no note field here.",
  "no-text": "Write the note first.",
  fault: "The service made a mistake. Your note is as it was.",
};

/** Returns what went wrong in plain words, and when to try again where the service says so. */
export function explain({ kind, detail = "", seconds = 0 }) {
  const said = TROUBLES[kind] ?? TROUBLES.fault;
  const more = kind === "invalid" && detail ? ` ${detail[0].toUpperCase()}${detail.slice(1)}.`.replace("..", ".") : "";
  return `${said}${more}${seconds > 0 ? ` Try again in ${seconds} s.` : ""}`;
}

export const WRITES = {
  changed: "Nothing was written: the note has changed since it was read. Read it again to go on.",
  locked: "Nothing was written: this field cannot be changed.",
  "too-long": "Nothing was written: the field has no room for so much text.",
  "not-taken": "Nothing was written: the field did not take the text as it is.",
};

/** What became of the record of what was accepted. */
export const RECORDS = {
  first: "Recording what you accepted",
  waiting: "not yet recorded",
  refused: "Nothing was written: it cannot be recorded now.",
  lost: "The service could not record it: tell whoever looks after it.",
};

/** Returns a heading and a sentence for how an improvement ended. */
export function sayStatus({ status, cpt, needed }) {
  switch (status) {
    case "accepted":
      return ["Ready for your review", "It says what your note and your answers say."];
    case "needs_input":
      return [
        needed === 0 ? "Something stays open" : needed === 1 ? "One answer is needed" : `${needed} answers are needed`,
        "The rewrite is true to your note, and not complete.",
      ];
    case "entry":
      return ["The signed note stays as it is", "What stands in brackets is missing from the entry."];
    case "refused":
      return [`This cannot be certified under ${cpt} as it stands`, "See what is missing."];
    default:
      return ["No rewrite is given", "None kept fully to your note: please write it by hand."];
  }
}
