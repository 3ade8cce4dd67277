import type { Clause } from "#lib/base/clauses/clause.ts";
import { IS, isA } from "#lib/base/clauses/lexicon.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { classesIn, isEmpty } from "./words/word-classes.ts";

const MOST_NAMED = 6;
const ALERT_NAME = /^[A-Z][a-z]{1,20}(?:[A-Z][a-z0-9]{1,20}){2,8}$/;
/** "CheckoutErrorsHigh fires": three words joined into one are the name of an alert. */
const OF_ALERTS: Readonly<Record<string, EventKind>> = {
  fire: "alert_fired",
  start: "alert_fired",
  trigger: "alert_fired",
  recover: "alert_resolved",
  resolve: "alert_resolved",
  clear: "alert_resolved",
  stop: "alert_resolved",
};

/** "Priya joins": a name that isn't any other word, and nothing that she joins. */
function joinsByName({ verb, form, subject: [name, ...more], object, isReal }: Clause): boolean {
  return (
    verb === "join" &&
    form === "s" &&
    isReal &&
    name !== undefined &&
    more.length === 0 &&
    object.every((word, place) => place > 0 || isA(word, IS.preposition | IS.adverb)) &&
    /^[A-Z][a-z]{1,20}$/.test(name.raw) &&
    isEmpty(classesIn([name]))
  );
}

/** Returns the kind of a clause whose subject is the name of an alert or of a person. */
export function kindByName(clause: Clause): EventKind | undefined {
  const named = clause.words.length <= MOST_NAMED ? OF_ALERTS[clause.verb] : undefined;
  if (named && clause.voice === "active" && clause.subject.some(({ raw }) => ALERT_NAME.test(raw))) return named;
  return joinsByName(clause) ? "joined" : undefined;
}
