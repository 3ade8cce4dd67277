import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

export type KindRules = readonly (readonly [RegExp, EventKind])[];

/** Returns the kind of the first rule that matches, otherwise `otherwise`. */
export const kindBy = (rules: KindRules, word: string, otherwise: EventKind): EventKind =>
  rules.find(([pattern]) => pattern.test(word))?.[1] ?? otherwise;
