// The SMART app's page: choose a note of the visit, improve it, approve what is to be written. The address names the
// session; nothing of a note is kept here.

const [told, notes, work, about, state, entry, note, button, approve, policy, outcome] = [
  "told", "notes", "work", "about", "state", "entry", "note", "improve", "approve", "policy", "outcome",
].map((id) => document.getElementById(id));
const RELATIONS = {
  replaces: "It is written as a new note that replaces this one; your own note stays in the chart unchanged.",
  appends: "It is written as a new note beside this one; your own note stays in the chart unchanged.",
};
const UNSURE = "It is not known whether your text was written. Approve again: nothing is written twice.";
let shown = null;
let mayWrite = false;
let relation = "appends";

async function ask(path, body, silence = "Your text is still here.") {
  const post = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let reply;
  try {
    reply = await fetch(path, { cache: "no-store", ...post });
  } catch {
    throw { title: `The service cannot be reached. ${silence}` };
  }
  const data = await reply.json().catch(() => ({ title: "The service made a mistake." }));
  if (!reply.ok) throw data;
  return data;
}

function make(name, text = "", more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

function say(...parts) {
  outcome.replaceChildren(...parts.map((part) => (typeof part === "string" ? make("p", part) : part)));
  if (parts.length > 0) outcome.scrollIntoView({ block: "nearest" });
}

function sayProblem(problem) {
  say([problem.title, problem.detail].filter(Boolean).join(" "));
}

async function list() {
  try {
    const listed = await ask("notes");
    ({ may_write: mayWrite, relation } = listed);
    notes.replaceChildren(...listed.notes.map(describe));
    const usable = listed.notes.filter((one) => !one.reason).length;
    told.textContent = usable ? "Choose the note to improve." : "This visit has no note that can be improved.";
  } catch (problem) {
    told.textContent = [problem.title, problem.detail].filter(Boolean).join(" ");
  }
}

function describe(one) {
  const choice = make("button", "", { type: "button", disabled: Boolean(one.reason) });
  const kind = one.reason ? `cannot be used: ${one.reason}` : one.signed ? "signed" : "not signed yet";
  const day = one.service_date || one.date;
  const written = one.date && one.date !== day && `written ${one.date}`; // tells a new note from the one it came from
  choice.append(make("b", one.title), make("span", [day, written, kind].filter(Boolean).join(", ")));
  choice.setAttribute("aria-current", String(one.id === shown?.id));
  choice.addEventListener("click", () => show(one, choice));
  const item = make("li");
  item.append(choice);
  return item;
}

async function show(one, choice) {
  try {
    const seen = await ask(`notes/${encodeURIComponent(one.id)}`);
    button.reset();
    shown = { ...seen, was: "", isOffered: false };
    about.textContent = one.title;
    state.textContent = seen.signed ? "Signed" : "Not signed yet";
    note.value = seen.signed ? "" : seen.text;
    shown.was = note.value;
    entry.hidden = !seen.signed;
    button.hidden = seen.signed;
    button.setAttribute("service", `notes/${encodeURIComponent(one.id)}/`);
    policy.textContent = mayWrite
      ? RELATIONS[seen.signed ? "appends" : relation]
      : "The EHR does not let this app write notes: copy the text instead.";
    for (const other of notes.querySelectorAll("button")) other.setAttribute("aria-current", String(other === choice));
    work.hidden = false;
    say();
    look();
    about.focus();
  } catch (problem) {
    told.textContent = [problem.title, problem.detail].filter(Boolean).join(" ");
  }
}

/** Whose notes these are: an EHR that shows it around the page tells nothing here. */
async function name() {
  try {
    const { name: called, born } = await ask("patient");
    document.getElementById("patient").textContent = [called, born && `born ${born}`].filter(Boolean).join(", ");
  } catch {
    // The list says what is wrong.
  }
}

/** Only what was improved here, and reads otherwise than the note, can be approved. */
function look() {
  approve.disabled = !(mayWrite && shown?.isOffered && note.value.trim() && note.value !== shown.was);
}

async function write(confirmed) {
  approve.disabled = true;
  const { id, version, base_sha256 } = shown;
  const approved = shown;
  say("Writing.");
  try {
    const written = await ask(`notes/${encodeURIComponent(id)}/approve`, {
      version, base_sha256, text: note.value, confirmed,
    }, UNSURE);
    if (approved !== shown) return;
    shown.was = note.value;
    const remarks = [
      written.was_there ? "It had been written before: there is one new note." : "Written as a new note.",
      !written.kept.label && "The EHR did not keep the label that a program assembled it.",
      !written.kept.relation && "The EHR did not keep how it relates to your own note.",
      written.original === "changed" && "Your own note was changed in the EHR at the same moment: look at both.",
    ];
    say(...remarks.filter(Boolean));
    await list();
  } catch (problem) {
    if (approved !== shown) return;
    if (!problem.codes) return sayProblem(problem);
    const anyway = make("button", "It is as I want it: write it", { type: "button" });
    anyway.addEventListener("click", () => write(true));
    say(`${problem.title} The rules ${problem.codes.join(", ")} name something that your note does not bear out.`, anyway);
  } finally {
    look();
  }
}

note.addEventListener("input", look);
approve.addEventListener("click", () => write(false));
button.addEventListener("note-improve:suggest", () => {
  if (shown) shown.isOffered = true;
  look();
});
entry.addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = ["author", "reason", "basis"].map((id) => [id, document.getElementById(id).value.trim()]);
  const signed = Object.fromEntries(fields.filter(([, value]) => value));
  try {
    const offered = await ask(`notes/${encodeURIComponent(shown.id)}/improve`, { signed });
    note.value = offered.text ?? "";
    shown.isOffered = Boolean(offered.text);
    say(...offered.questions.map((question) => question.text));
  } catch (problem) {
    sayProblem(problem);
  }
  look();
});

await customElements.whenDefined("note-improve");
button.token = async () => (await ask("key")).key;
await Promise.all([name(), list()]);
