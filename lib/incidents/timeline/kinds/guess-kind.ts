import type { Clause } from "#lib/base/clauses/clause.ts";
import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { fits, type KindRule, kindOfRule, makeReady, ReadClause, type ReadyRule } from "./kind-rule.ts";
import { KIND_RULES } from "./kind-rules.ts";

const SCAN = 400;
const MOST_ASKED = 200;
/** One sentence that asks. */
const QUESTION = /^[^.!?]{3,200}\?\s*$/;

const byVerb = new Map<string, ReadyRule[]>();
for (const rule of KIND_RULES.map(makeReady)) {
  for (const verb of rule.verbs.split(" ")) byVerb.set(verb, [...(byVerb.get(verb) ?? []), rule]);
}

interface Guess {
  kind: EventKind;
  isStep: boolean;
}

const NEUTRAL: Guess = { kind: "observation", isStep: false };

/** The kind that an entry's words tell; `observation` when they tell none. */
export const guessKind = (words: string): EventKind => guess(words).kind;

/** As guessKind, and whether it is an act that serves the response where there is one. */
export function guess(words: string): Guess {
  const text = words.slice(0, SCAN);
  if (text.length <= MOST_ASKED && text.includes("?") && QUESTION.test(text))
    return { kind: "question", isStep: false };
  let first: Guess | undefined;
  for (const clause of readClauses(text)) {
    const rule = !(first && !outcomeMayFollow(first)) ? ruleOf(clause) : undefined;
    if (!rule) continue;
    const found = { kind: kindOfRule(rule, clause), isStep: rule.isStep ?? false };
    // What is back, "but with delays", is not back.
    if (found.kind === "impact_ended" && clause.isContrasted) continue;
    if (!first) first = found;
    else if (OUTCOMES.has(found.kind) || (clause.isAside && found.kind === "impact_started")) return found;
  }
  return first ?? NEUTRAL;
}

/** Every kind that some statement of a text tells. */
export function kindsTold(words: string): Set<EventKind> {
  const kinds = new Set<EventKind>();
  for (const clause of readClauses(words.slice(0, SCAN))) {
    const rule = ruleOf(clause);
    if (rule && !(clause.isContrasted && rule.kind === "impact_ended")) kinds.add(kindOfRule(rule, clause));
  }
  return kinds;
}

const OUTCOMES: ReadonlySet<EventKind> = new Set<EventKind>(["resolved", "impact_ended", "mitigated"]);
/** The outcome of a step says more than the step. */
const outcomeMayFollow = ({ isStep }: Guess) => isStep;

function ruleOf(clause: Clause): KindRule | undefined {
  const named = clause.words.length <= MOST_NAMED ? NAMED[clause.verb] : undefined;
  if (named && clause.voice === "active" && clause.subject.some(({ raw }) => ALERT_NAME.test(raw)))
    return { kind: named, verbs: clause.verb };
  const rules = byVerb.get(clause.verb);
  if (!rules) return undefined;
  const read = new ReadClause(clause);
  return rules.find((rule) => fits(rule, read));
}

const MOST_NAMED = 6;
const ALERT_NAME = /^[A-Z][a-z]{1,20}(?:[A-Z][a-z0-9]{1,20}){2,8}$/;
/** "CheckoutErrorsHigh fires": three words run into one are the name of an alert. */
const NAMED: Readonly<Record<string, EventKind>> = {
  fire: "alert_fired",
  start: "alert_fired",
  trigger: "alert_fired",
  recover: "alert_resolved",
  resolve: "alert_resolved",
  clear: "alert_resolved",
  stop: "alert_resolved",
};
