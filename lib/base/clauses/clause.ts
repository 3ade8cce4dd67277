import type { VerbForm } from "./inflect.ts";
import type { Word } from "./lexicon.ts";

export type Voice = "active" | "passive";
/** How far an act has come: `plain` is a bare past or present tense. */
export type Aspect = "plain" | "started" | "ongoing" | "finished" | "tried";

/** A statement of what happened. What tells when, why, whether or what someone thinks isn't a clause of its own. */
export interface Clause {
  /** "Noticed that", "the logs show that" introduces it: told as something seen. */
  isSeen: boolean;
  /** Written in brackets. */
  isAside: boolean;
  /** A colon is before it. */
  isAnnounced: boolean;
  /** A comma or "and" joins it to the statement before. */
  isJoined: boolean;
  /** "But" or "although" follows. */
  isContrasted: boolean;
  /** The verb by its base form; of "begins to restart" and "the restart begins" it is `restart`, of "rolled it back" `roll-back`. Empty: a bare noun. */
  verb: string;
  form: VerbForm | "noun";
  voice: Voice;
  aspect: Aspect;
  /** False: planned, possible, wished for or negated. */
  isReal: boolean;
  isNegated: boolean;
  /** "Can", or with a negation "cannot": told of what is possible now. */
  isAbility: boolean;
  /** "That", "how" or "why" and what is said or thought follows. */
  tellsWhat: boolean;
  /** Before the verb. */
  subject: readonly Word[];
  /** The noun that the subject is about: the last word before its first preposition. */
  head: Word | undefined;
  /** Behind the verb, to the end of the clause. */
  object: readonly Word[];
  words: readonly Word[];
}
