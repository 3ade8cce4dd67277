import type { VerbForm } from "./inflect.ts";
import type { Word } from "./lexicon.ts";

export type Voice = "active" | "passive";
/** How far an act has come: `plain` is a bare past or present tense. */
export type Aspect = "plain" | "started" | "ongoing" | "finished" | "tried";

/** A statement of what happened. When, why, whether, and what someone thinks aren't clauses of their own. */
export interface Clause {
  /** Introduced as seen, by "noticed that" or "the logs show that". */
  isSeen: boolean;
  /** Written in brackets. */
  isAside: boolean;
  /** Follows a colon. */
  isAnnounced: boolean;
  /** Joined to the statement before by a comma or "and". */
  isJoined: boolean;
  /** "But" or "although" follows. */
  isContrasted: boolean;
  /**
   * Base form of the verb. It is `restart` for "begins to restart" and "the restart begins", `roll-back` for "rolled it
   * back", and empty for a bare noun.
   */
  verb: string;
  form: VerbForm | "noun";
  voice: Voice;
  aspect: Aspect;
  /** False if planned, possible, wished for or negated. */
  isReal: boolean;
  isNegated: boolean;
  /** Contains "can", or "cannot" if negated: states what is possible now. */
  isAbility: boolean;
  /** Followed by "that", "how" or "why" and what is said or thought. */
  tellsWhat: boolean;
  /** Before the verb. */
  subject: readonly Word[];
  /** The noun that the subject is about: its last word before the first preposition. */
  head: Word | undefined;
  /** Words after the verb, to the end of the clause. */
  object: readonly Word[];
  words: readonly Word[];
}
