import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Chances } from "./weights/chances.ts";

/** A kind, and whether it is an act of the response, if there is one. `only`: without a response it has no kind. */
export interface Guess {
  kind: EventKind;
  isStep: boolean | "only";
  /** No other words next to it refute it. */
  isSure?: true;
}

/** The least chances of a kind that a rule of grammar gives, and of one that only the words suggest. */
export interface Least {
  ofGrammar: number;
  ofWeights: number;
}

/** Measured on documents and lines that weren't used for training, see docs/adr/0007. */
const LEAST: Least = { ofGrammar: 0.3, ofWeights: 0.85 };
/** If no kind is more likely than this, words alone suggest none. */
const MOST_NEUTRAL = 0.2;
/** The same words can mean an error or the start of its impact, so their chances count together. */
const TROUBLE: readonly EventKind[] = ["error_observed", "impact_started"];
const MOST_NEUTRAL_TROUBLE = 0.1;
const LEAST_TOGETHER = 0.88;
const LEAST_OF_BEST = 0.5;
const LEAST_AGREED = 0.6;
/** Another kind with odds so many times better refutes a rule. */
const FAR_BETTER = 55;

const least = (chance: number, kinds: string): [EventKind, number][] =>
  kinds.split(/\s+/).map((kind) => [kind as EventKind, chance]);

const BY_RULE: ReadonlyMap<EventKind, number> = new Map([
  // The rules of these kinds ask for words that hardly mean anything else, so rare words next to them don't refute them.
  ...least(
    0.05,
    `monitoring migration declared scaled rollback_started rollback_finished mitigation_failed paged rerouted handoff
    joined alert_fired alert_resolved public_update acknowledged third_party_change flag_off dependency_event escalated
    commander_assigned reopened severity_changed hypothesis_rejected restarted decision`,
  ),
  ...least(0.15, "deploy_started deploy_finished"),
  // Many words can mean an act or the start of trouble, so these rules alone are right in only half of the cases.
  ...least(0.5, "mitigation_started impact_started"),
]);

/** Words that suggest these kinds rarely occur in other texts, unlike those of errors, which are in most. */
const BY_WORDS: ReadonlyMap<EventKind, number> = new Map(
  least(
    0.7,
    "rollback_finished acknowledged escalated deploy_started monitoring rerouted scaled paged joined alert_resolved flag_off declared",
  ),
);

const oddsOf = (chance: number): number => chance / (1 - Math.min(chance, 0.9999));

/**
 * Returns the kind by grammar unless the words make it unlikely, another kind far likelier, or no kind likelier.
 * Otherwise returns the likeliest kind, if it is likely enough. `ordinary` applies to kinds without a least chance of their own.
 */
export function weigh(told: Guess, { of, best }: Chances, ordinary = LEAST): Guess {
  if (told.isSure) return told;
  const chance = of(told.kind);
  const isRefuted = oddsOf(best.chance) > FAR_BETTER * oddsOf(chance) || of("observation") > chance;
  const isKept = told.kind !== "observation" && chance >= (BY_RULE.get(told.kind) ?? ordinary.ofGrammar);
  if (isKept && !isRefuted) return told;
  if (agreeOnTrouble(told, best)) return { kind: best.kind, isStep: false };
  const isLikely = best.chance >= (BY_WORDS.get(best.kind) ?? ordinary.ofWeights);
  const isTold = isLikely ? of("observation") <= MOST_NEUTRAL : isTrouble({ of, best });
  return { kind: isTold ? best.kind : "observation", isStep: false };
}

/**
 * Rules and words agree that there is trouble, and differ only in whether it is an error or the start of its impact.
 */
const agreeOnTrouble = ({ kind }: Guess, best: Chances["best"]): boolean =>
  TROUBLE.includes(kind) && TROUBLE.includes(best.kind) && best.chance >= LEAST_AGREED;

/** Returns whether an error or the start of impact is likely enough, whichever of them it is. */
function isTrouble({ of, best }: Pick<Chances, "of" | "best">): boolean {
  const neither = TROUBLE.reduce((chance, kind) => chance * (1 - of(kind)), 1);
  return (
    TROUBLE.includes(best.kind) &&
    best.chance >= LEAST_OF_BEST &&
    1 - neither >= LEAST_TOGETHER &&
    of("observation") <= MOST_NEUTRAL_TROUBLE
  );
}
