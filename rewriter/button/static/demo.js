// The demonstration chart: a few invented visits in the order of the page's list, and room for a note of one's own.

const VISITS = [
  {
    patient: "Demonstration patient, 71 years, left stroke 5 weeks ago",
    code: "97112",
    text:
      's/p L CVA, R hemi. Wt shift to R in // bars 3x10, TC @ R hip + VC "push thru the heel", poor propriocep R LE, ' +
      "min A.\nStep taps R LE 2x8, TC @ R quad, decr motor control, CGA, LOB x2. 7/10 reps steady by end, 4/10 at start." +
      "\nGoal is to amb to bathroom at home w/ RW. 25 min",
  },
  {
    patient: "Demonstration patient, 58 years, traumatic brain injury",
    code: "97112",
    text: "Reaching L UE to cups at shoulder ht, in sitting, 3x8. Tapping to triceps, poor motor control. 23 min",
  },
  {
    patient: "Demonstration patient, 66 years, multiple sclerosis",
    code: "97112",
    text:
      "STS from mat x8, VC for nose over toes, min A, decr motor control L LE. Wants to get up from toilet alone. 24 min.",
  },
  {
    patient: "Demonstration patient, 80 years, falls",
    code: "97112",
    text: "bal ex, tol well, cont POC",
  },
  { patient: "Nothing you write here is kept.", code: "97112", text: "" },
];

const [note, date, code, minutes, button] = ["note", "date", "code", "minutes", "improve"].map((id) =>
  document.getElementById(id),
);
const drafts = VISITS.map(({ text, code }) => ({ text, code, minutes: "" }));
const tabs = Array.from(document.querySelectorAll("nav button"));
tabs.forEach((tab, number) => tab.addEventListener("click", () => show(number)));
let shown = -1;

function show(number) {
  if (shown >= 0) drafts[shown] = { text: note.value, code: code.value, minutes: minutes.value };
  shown = number;
  button.reset();
  note.value = drafts[number].text;
  code.value = drafts[number].code;
  minutes.value = drafts[number].minutes;
  document.getElementById("patient").textContent = VISITS[number].patient;
  tabs.forEach((tab, at) => tab.setAttribute("aria-current", String(at === number)));
  tell();
}

function tell() {
  button.setAttribute("cpt", code.value);
  button.setAttribute("minutes", minutes.value);
  button.visit = date.value ? { date: date.value } : null;
}

for (const field of [date, code, minutes]) {
  field.addEventListener("input", () => {
    button.reset();
    tell();
  });
}
await customElements.whenDefined("note-improve");
const now = new Date();
date.value = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
show(0);
