/** The button that has a note improved. Loading `note-improve.js` as a module defines `<note-improve>`. */

export interface Visit {
  /** The date of service, 2026-11-20. */
  date?: string;
  minutes?: number;
  payer?: string;
  [known: string]: unknown;
}

/** What is known of an entry to a signed note. */
export interface Entry {
  author?: string;
  reason?: string;
  basis?: string;
  entered?: string;
}

/** Why something was not done: a problem of the service, or what the field did not take. */
export type Kind =
  | "offline" | "cancelled" | "unreadable" | "insecure" | "no-field" | "no-text"
  | "invalid" | "stale" | "too-large" | "too-late" | "too-many" | "busy" | "slow"
  | "no-access" | "forbidden" | "no-audit" | "fault"
  | "changed" | "locked" | "too-long" | "not-taken" | "not-recorded";

/** Events bubble out of shadow trees. They hold ids and hashes, never text of a note. */
export interface NoteImproveEventMap {
  "note-improve:suggest": CustomEvent<{
    id: string;
    request_id: string;
    base_sha256: string;
    status: "accepted" | "needs_input" | "refused" | "failed";
    sentences: string[];
    questions: string[];
  }>;
  "note-improve:accept": CustomEvent<{ id: string; sentences: string[] }>;
  "note-improve:reject": CustomEvent<{ id: string; sentences: string[] }>;
  /** Before the field is written to. Prevent it, write `proposal` yourself, and call `applied()`. */
  "note-improve:apply": CustomEvent<{ id: string; sentences: string[]; base_sha256: string; text_sha256: string }>;
  "note-improve:error": CustomEvent<{ kind: Kind; id?: string; request_id?: string }>;
}

/**
 * Attributes: `for` (the id of the field), `service` (where it is, if not where the script came from), `cpt`, `minutes`,
 * `profile` ("narrative" or "full"), `signed` (the note is signed: it gets an entry and stays as it is), `theme`
 * ("light" or "dark", else as the page), `record-first` (nothing is put into the field before the service has recorded
 * it, so nothing is without a network; else the record follows as soon as it can).
 */
export class NoteImprove extends HTMLElement {
  visit: Visit | null;
  entry: Entry;
  /** For the service: a token, or what returns one. It is never in an attribute. */
  token: string | (() => string | Promise<string>);
  /** The note as it would read with what is accepted; null before a result. */
  readonly proposal: string | null;
  /** Reads the note and opens the review, or goes on with it. */
  improve(): Promise<void>;
  /** Forgets the note, the decisions and the answers: call it when the field shows another note. */
  reset(): void;
  /** Records that the host wrote the proposal itself. */
  applied(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "note-improve": NoteImprove;
  }
  interface HTMLElementEventMap extends NoteImproveEventMap {}
}
