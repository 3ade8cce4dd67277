import { onceAText } from "#lib/base/text/once-a-text.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type Chances, chancesBySigns, type WeightTable } from "../weights/chances.ts";
import table from "../weights/elsewhere.json" with { type: "json" };
import { type ToldElsewhere, toldElsewhere } from "./in-other-languages.ts";
import { isOnlySpokenOf, withoutQuestions } from "./only-spoken-of.ts";
import { signsElsewhere } from "./signs-elsewhere.ts";

/** Words that training never saw still mean something, if they are among the known ones. */
const LEAST_KNOWN = 0;
const chancesOfSigns = chancesBySigns(table as WeightTable, LEAST_KNOWN);

/** Returns how likely each kind is for a text in a language other than English. */
export const chancesElsewhere = onceAText(
  2000,
  (text): Chances => chancesOfSigns(signsElsewhere(text, toldElsewhere(text))),
);

/** Denied, or asked: the words alone don't show which part of the line it is. */
const DENIED = new RegExp(
  String.raw`(?<!\p{L})(?:${oneOf`
    nicht | nie | niemand | kein\p{L}* | pas | aucun\p{L}* | ne | n['’]\p{L}+ | no | nunca | ningún | ninguna | nadie | não | nenhuma?
    ninguém | non | nessun\p{L}* | niet | geen | żad\p{L}+ | не | нет | ни | morgen | demain | mañana | amanhã | domani | jutro | завтра
  `})(?!\p{L})|[?？]|明日|明天|내일|不(?!好|具|良)|没|未|ない|なし|ません|ず(?:$|[、。])|않|없|안 `,
  "iu",
);
/** "Kunden können nicht bezahlen": what doesn't work is told so. */
const TOLD_BY_DENIAL: ReadonlySet<EventKind> = new Set<EventKind>([
  "impact_started",
  "hypothesis_rejected",
  "customer_report",
  "decision",
]);

/** The least chance of a kind that the meanings of words give, and of one that nothing else suggests. */
const LEAST_OF_MEANING = 0.15;
const LEAST_OF_WORDS = 0.7;
const MOST_NEUTRAL = 0.7;
/** A crisis that is declared isn't escalated yet. */
const LEAST_OF_CALL = 0.5;
/** "4.12 ausgerollt": it is live, although the same words can mean the start. */
const LEAST_FINISHED = 0.8;

/** Returns the kind that the meanings of a text give. "Início da contenção" starts no impact if its words refute it. */
export function meantKind(text: string): EventKind | undefined {
  const { kind, isOther } = toldElsewhere(text);
  const isRefuted = kind === "impact_started" && isOther && chancesElsewhere(text).of(kind) < LEAST_OF_MEANING;
  return isRefuted ? undefined : kind;
}

/** Returns the kind that the meanings of its words give, unless it is unlikely, or else the likeliest one. */
export function weighElsewhere(text: string, { kind, isOnlySpokenOf: isSpoken }: ToldElsewhere): EventKind | undefined {
  const { of, best } = chancesElsewhere(text);
  if (kind && of(kind) >= (kind === "escalated" ? LEAST_OF_CALL : LEAST_OF_MEANING))
    return kind === "deploy_started" && of("deploy_finished") >= Math.max(of(kind), LEAST_FINISHED)
      ? "deploy_finished"
      : kind;
  const isLikely = best.chance >= LEAST_OF_WORDS && of("observation") <= MOST_NEUTRAL;
  return isLikely &&
    !isSpoken &&
    !isOnlySpokenOf(withoutQuestions(text), best.kind) &&
    !(DENIED.test(text) && !TOLD_BY_DENIAL.has(best.kind))
    ? best.kind
    : undefined;
}
