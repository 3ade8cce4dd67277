import { PhraseTable, plainWords } from "#lib/base/text/phrase-table.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { PLAIN_ACTS } from "./words/act-words.ts";
import { isDenied } from "./words/denied-lines.ts";
import { PLAINLY_TOLD } from "./words/plainly-told.ts";
import { FILLERS, SPOKEN_OF, USUAL } from "./words/usual-words.ts";

const TABLES = [...USUAL, ...PLAINLY_TOLD, ...PLAIN_ACTS].map(
  ([kind, lines]) => [kind, new PhraseTable(lines)] as const,
);

/** Kinds whose usual lines have such words themselves. */
const DENYING: ReadonlySet<EventKind> = new Set<EventKind>([
  "customer_report",
  "impact_started",
  "impact_ended",
  "closed",
  "hypothesis",
  "hypothesis_rejected",
  "alert_fired",
  "backlog_item",
]);
const MOST_FILLERS = 2;
const MOST_WORDS = 24;

/** Returns the kind of a line that starts as one usually does, or undefined. */
export function kindOfUsualLine(text: string): EventKind | undefined {
  if (text.includes("?")) return undefined;
  const words = plainWords(text.slice(0, 200)).slice(0, MOST_WORDS);
  let from = 0;
  while (from < MOST_FILLERS && FILLERS.has(words[from] ?? "")) from += 1;
  const isSpokenOf = words.some((word) => SPOKEN_OF.has(word));
  return TABLES.find(
    ([kind, table]) =>
      (!isSpokenOf || DENYING.has(kind)) &&
      (table.isAt(words, 0) || (from > 0 && table.isAt(words, from))) &&
      !isDenied(kind, text),
  )?.[0];
}
