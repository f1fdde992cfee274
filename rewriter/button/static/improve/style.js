// How the button and its dialog look. A style sheet object: pages may forbid styles inside markup.

const TOKENS = `
:host {
  --ground: #ffffff; --raised: #f5f7fa; --sunken: #eef1f5; --line: #cfd6df; --edge: #75808f;
  --ink: #17202b; --soft: #4c5867; --accent: #0b57a4; --on-accent: #ffffff; --accent-soft: #e4eefa;
  --good: #14663a; --good-soft: #e3f3e9; --bad: #9d1c2f; --bad-soft: #fbe9ec; --warn: #7a4a00; --warn-soft: #fdf1dc;
  --lit: #ffe9a8; --lit-edge: #8a5b00;
  --what: #1f4fc0; --why: #7c22b8; --how: #8a4a00; --function: #0a6760; --response: #2c6414; --need: #a51650;
}
@supports (color: light-dark(white, black)) {
  :host {
    --ground: light-dark(#ffffff, #141a22); --raised: light-dark(#f5f7fa, #1c242e); --sunken: light-dark(#eef1f5, #0e131a);
    --line: light-dark(#cfd6df, #354150); --edge: light-dark(#75808f, #8593a5);
    --ink: light-dark(#17202b, #e8edf3); --soft: light-dark(#4c5867, #aab6c5);
    --accent: light-dark(#0b57a4, #8cc0ff); --on-accent: light-dark(#ffffff, #0c1a2b);
    --accent-soft: light-dark(#e4eefa, #1d3149);
    --good: light-dark(#14663a, #7fdaa2); --good-soft: light-dark(#e3f3e9, #17301f);
    --bad: light-dark(#9d1c2f, #ffa3ae); --bad-soft: light-dark(#fbe9ec, #3a1a20);
    --warn: light-dark(#7a4a00, #f4c778); --warn-soft: light-dark(#fdf1dc, #35280f);
    --lit: light-dark(#ffe9a8, #5a4712); --lit-edge: light-dark(#8a5b00, #ffd978);
    --what: light-dark(#1f4fc0, #9dbdff); --why: light-dark(#7c22b8, #dcb0ff); --how: light-dark(#8a4a00, #f2be7a);
    --function: light-dark(#0a6760, #6fdccf); --response: light-dark(#2c6414, #a5dc86); --need: light-dark(#a51650, #ffa8c5);
  }
}
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
`;

const BASE = `
:host { display: block; color: var(--ink); font: 400 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; text-align: start; }
:host([hidden]), [hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
h2, h3, p, ol, ul, fieldset { margin: 0; padding: 0; border: 0; }
h2 { font-size: 1.1875rem; line-height: 1.3; font-weight: 650; outline: none; }
h3 { font-size: .9375rem; line-height: 1.5; font-weight: 650; }
ol, ul { list-style: none; }
button, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
svg { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }
q { quotes: "\\201c" "\\201d"; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.improve, .plain, .primary, .choice, .tab, .bare {
  display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-block-size: 2.5rem; margin: 0;
  padding: .25rem .875rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--ground); font-weight: 550;
  line-height: 1.25;
}
:is(.improve, .plain, .choice, .tab, .bare):hover { background: var(--accent-soft); }
.improve, .primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
:is(.improve, .primary):hover { background: color-mix(in srgb, var(--accent) 86%, var(--ink)); }
[aria-disabled="true"] { border-color: var(--line); background: var(--raised); color: var(--soft); cursor: not-allowed; }
[aria-disabled="true"]:hover { background: var(--raised); }
.link { padding: .25rem; border: 0; background: none; color: var(--accent); font-weight: 550; text-decoration: underline;
  text-underline-offset: .2em; }
.bare { inline-size: 2.5rem; padding: 0; border-color: transparent; background: none; flex: none; }
.bar { container-type: inline-size; }
.bar > div { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: .375rem .75rem; }
.told { display: flex; align-items: center; gap: .25rem .5rem; min-block-size: 2.5rem; color: var(--soft); font-size: .9375rem; line-height: 1.35; }
.told p { min-inline-size: 0; }
.told .link { flex: none; }
/* Room for two lines is kept, so that nothing below moves when there is something to say. */
@container (max-width: 26rem) { .bar > div { grid-template-columns: minmax(0, 1fr); } .improve { justify-self: start; } }
`;

const DIALOG = `
dialog {
  inline-size: min(76rem, 100vw - 3rem); block-size: min(54rem, 100dvh - 3rem); max-inline-size: none; max-block-size: none;
  margin: auto; padding: 0; border: 1px solid var(--line); border-radius: .875rem; background: var(--ground);
  color: var(--ink); overflow: hidden; box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 35%);
}
dialog[open] { display: grid; grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr); }
dialog::backdrop { background: rgb(8 14 22 / 55%); }
header { display: flex; align-items: start; justify-content: space-between; gap: 1rem; padding: 1rem 1rem .75rem 1.5rem; }
header p { color: var(--soft); font-size: .9375rem; }
.notice { display: flex; align-items: center; justify-content: space-between; gap: .25rem 1rem; min-block-size: 3.5rem;
  padding: .375rem 1.5rem; border-block: 1px solid var(--line); background: var(--raised); font-size: .9375rem; }
.notice .plain { flex: none; }
.notice.accepted { background: var(--good-soft); } .notice.accepted b { color: var(--good); }
.notice.needs_input { background: var(--warn-soft); } .notice.needs_input b { color: var(--warn); }
.notice:is(.refused, .failed, .problem) { background: var(--bad-soft); }
.notice:is(.refused, .failed, .problem) b { color: var(--bad); }
.body { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); min-block-size: 0; }
.original { display: flex; flex-direction: column; gap: .75rem; min-block-size: 0; padding: 1rem 1.25rem 1rem 1.5rem;
  border-inline-end: 1px solid var(--line); background: var(--sunken); }
.pane { display: flex; flex-direction: column; gap: 1.25rem; min-block-size: 0; padding: 1rem 1.5rem 1.5rem; overflow-y: auto;
  container-type: inline-size; }
.notice.busy { position: relative; overflow: hidden; }
.notice.busy::after { content: ""; position: absolute; inset: auto auto 0 0; inline-size: 30%; block-size: .1875rem;
  border-radius: 1rem; background: var(--accent); animation: go 1.4s ease-in-out infinite alternate; }
@keyframes go { from { translate: 0 0; } to { translate: 233% 0; } }
@media (prefers-reduced-motion: reduce) { .notice.busy::after { animation: none; inline-size: 100%; } }
.outline { display: grid; gap: .75rem; }
.outline > div { block-size: 6rem; border-radius: .625rem; background: var(--raised); }
.pane-head { display: flex; align-items: center; justify-content: space-between; flex-wrap: wrap; gap: .5rem; }
.tabs { display: flex; } .tabs.idle { visibility: hidden; }
.tab { min-block-size: 2rem; padding: .125rem .75rem; border-radius: .5rem 0 0 .5rem; font-size: .875rem; }
.tab + .tab { margin-inline-start: -1px; border-radius: 0 .5rem .5rem 0; }
.tab[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.tab:focus-visible { position: relative; }
.note-text { padding: .875rem 1rem; border: 1px solid var(--line); border-radius: .625rem; background: var(--ground);
  white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.65; }
.original .note-text { flex: 0 1 auto; min-block-size: 3.5rem; overflow-y: auto; }
mark { background: none; color: inherit; border-radius: .1875rem; }
mark.lit { background: var(--lit); box-shadow: inset 0 -2px 0 var(--lit-edge); }
ins { background: var(--good-soft); color: var(--good); text-decoration: underline; text-underline-offset: .2em; }
del { color: var(--soft); }
del + ins { margin-inline-start: .375em; }
details > summary { cursor: pointer; font-weight: 650; font-size: .9375rem; padding-block: .25rem; border-radius: .25rem; }
.shorthand { flex: 0 1 auto; min-block-size: 2rem; overflow-y: auto; font-size: .875rem; }
.shorthand ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .125rem 1rem; padding-block: .25rem; }
.shorthand li { color: var(--soft); } .shorthand b { color: var(--ink); }
footer { display: flex; align-items: center; flex-wrap: wrap; gap: .5rem 1.25rem; padding: .75rem 1.5rem;
  border-block-start: 1px solid var(--line); background: var(--raised); }
.tally { font-size: .9375rem; font-weight: 550; font-variant-numeric: tabular-nums; }
.keys { color: var(--soft); font-size: .8125rem; }
.all { display: flex; flex-wrap: wrap; gap: .5rem; margin-inline-start: auto; }
`;

const CONTENT = `
.cards { display: grid; gap: .75rem; margin-block-start: .625rem; }
.card { display: grid; grid-template: "head choices" auto "text text" auto "from from" auto / minmax(0, 1fr) auto;
  gap: .375rem .75rem; padding: .75rem .875rem .75rem 1rem; border: 1px solid var(--line); border-radius: .625rem;
  border-inline-start: .25rem solid var(--edge); background: var(--ground); }
.card:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.card[data-decision="accepted"] { border-inline-start-color: var(--good); background: var(--good-soft); }
.card[data-decision="rejected"] { border-inline-start-color: var(--bad); background: var(--raised); }
.card[data-decision="rejected"] .sentence { color: var(--soft); text-decoration: line-through; text-decoration-color: var(--edge); }
.card-head { grid-area: head; display: flex; align-items: center; flex-wrap: wrap; gap: .25rem .375rem; min-block-size: 1.5rem; }
.number { min-inline-size: 1.25rem; color: var(--soft); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.sentence { grid-area: text; line-height: 1.65; overflow-wrap: anywhere; white-space: pre-wrap; }
.card .from { grid-area: from; }
.from { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
.choices { grid-area: choices; display: flex; gap: .375rem; align-self: start; }
.card-head { align-self: center; }
.choice { min-block-size: 2rem; padding: .125rem .75rem .125rem .5rem; gap: .25rem; font-size: .9375rem; }
.choice.accepted { color: var(--good); } .choice.rejected { color: var(--bad); }
.choice.accepted[aria-pressed="true"] { background: var(--good); border-color: var(--good); color: var(--ground); }
.choice.rejected[aria-pressed="true"] { background: var(--bad); border-color: var(--bad); color: var(--ground); }
.role { --tone: var(--soft); padding: 0 .5rem; border: 1px solid var(--tone); border-radius: 1rem; color: var(--tone);
  font-size: .75rem; font-weight: 600; line-height: 1.5; }
.piece { --tone: var(--soft); text-decoration: underline var(--tone) 2px; text-underline-offset: .3em; text-decoration-skip-ink: none; }
.what { --tone: var(--what); } .why { --tone: var(--why); } .how { --tone: var(--how); }
.function { --tone: var(--function); } .response { --tone: var(--response); } .need { --tone: var(--need); }
.piece.why { text-decoration-style: dashed; } .piece.how { text-decoration-style: dotted; }
.piece.function { text-decoration-style: double; text-decoration-thickness: 1px; }
.piece.response { text-decoration-style: wavy; text-decoration-thickness: 1px; }
.piece.need { text-decoration-thickness: 4px; }
.asked { padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .625rem; background: var(--raised); }
.questions { display: grid; gap: 1.25rem; padding-block: .5rem; }
fieldset { display: grid; gap: .5rem; min-inline-size: 0; }
legend { display: block; padding: 0; margin-block-end: .5rem; }
.question-text { font-weight: 550; overflow-wrap: anywhere; }
.tag { display: inline-block; margin-inline-end: .25rem; padding: 0 .5rem; border: 1px solid var(--edge); border-radius: .25rem;
  color: var(--soft); font-size: .75rem; font-weight: 600; line-height: 1.5; }
.tag.needed { border-color: var(--warn); color: var(--warn); }
.options { position: relative; display: flex; flex-wrap: wrap; gap: .5rem; }
.options input { position: absolute; opacity: 0; inline-size: 1px; block-size: 1px; margin: 0; }
.options label { padding: .375rem .875rem; border: 1px solid var(--edge); border-radius: 1.5rem; background: var(--ground);
  font-size: .9375rem; line-height: 1.25; cursor: pointer; }
.options label:hover { background: var(--accent-soft); }
.options input:checked + label { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.options input:focus-visible + label { outline: 2px solid var(--accent); outline-offset: 2px; }
.own { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: .25rem .75rem; }
.own label { color: var(--soft); font-size: .9375rem; }
.words { inline-size: 100%; min-block-size: 2.5rem; line-height: 1.4; padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: .5rem;
  background: var(--ground); resize: vertical; }
.more[open] { display: grid; } .more > div { display: grid; gap: 1.25rem; padding-block: .75rem .25rem; }
.send { display: flex; align-items: center; flex-wrap: wrap; gap: .5rem 1rem; }
.send .plain { border-color: var(--accent); color: var(--accent); }
.hint, .turned { color: var(--bad); font-size: .9375rem; }
.settled p { overflow-wrap: anywhere; }
.settled { display: grid; gap: .125rem; padding-inline-start: .75rem; border-inline-start: .1875rem solid var(--good); font-size: .9375rem; }
.remarks h4 { margin: .5rem 0 .25rem; font-size: .875rem; font-weight: 600; color: var(--soft); }
.remarks h4.error { color: var(--bad); } .remarks h4.warning { color: var(--warn); }
.remarks ul { display: grid; gap: .25rem; padding-inline-start: 1.125rem; list-style: disc; }
.remarks li { overflow-wrap: anywhere; font-size: .9375rem; }
.remarks li::marker { color: var(--edge); }
.code { color: var(--soft); font-size: .75rem; font-variant-numeric: tabular-nums; }
.entry { display: grid; gap: .75rem; justify-items: start; }
`;

const NARROW = `
@container (max-width: 24rem) {
  .card { grid-template: "head" "text" "from" "choices" / minmax(0, 1fr); }
  .choices { justify-self: stretch; }
  .choice { flex: 1; min-block-size: 2.5rem; }
  .own { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 60rem) { .keys { display: none; } }
@media (max-width: 44.99rem) {
  .body { display: block; overflow-y: auto; }
  .original { border-inline-end: 0; border-block-end: 1px solid var(--line); }
  .original .note-text { max-block-size: 14rem; }
  .pane { overflow: visible; }
}
@media (max-width: 40rem) {
  dialog { inline-size: 100vw; block-size: 100dvh; border: 0; border-radius: 0; }
  header, .notice, .original, .pane, footer { padding-inline: 1rem; }
  header { align-items: center; padding-inline-end: .5rem; padding-block: .375rem; }
  header p { display: none; }
  h2 { font-size: 1.0625rem; }
  .notice { flex-wrap: wrap; font-size: .875rem; }
  footer { padding-block: .5rem .75rem; }
  .tally { display: none; }
  .all { inline-size: 100%; margin: 0; }
  .all button { flex: 1 1 auto; }
  .all .primary { flex-basis: 100%; order: -1; }
}
@media (forced-colors: active) {
  mark.lit { outline: 2px solid Highlight; }
  [aria-pressed="true"], .options input:checked + label { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(TOKENS + BASE + DIALOG + CONTENT + NARROW);
