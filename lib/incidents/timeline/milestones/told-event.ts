import type { Clause } from "#lib/base/clauses/clause.ts";
import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { kindsTold } from "../kinds/guess-kind.ts";
import { hasWord } from "../kinds/word-classes.ts";
import { isPlainKind } from "../plain-kinds.ts";
import { isBringingBack, isDestroying, isMistake } from "./harm.ts";

export interface SuggestibleEvent {
  id: string;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  body?: string;
  hidden?: boolean;
  /** Which incident of its source it is of, where that tells of several. */
  section?: string | number | null;
}

/** An event with a time and all that it tells: its kind, and what its words say beside it. */
export interface ToldEvent extends SuggestibleEvent {
  at: string;
  ms: number;
  kinds: ReadonlySet<EventKind>;
  /** Words that say more than any kind. */
  says: ReadonlySet<Saying>;
}

/** What no kind stands for: somebody noticed it, somebody began to look into it, a fix is in place. */
export type Saying =
  | "noticed"
  | "looked_into"
  | "fix_live"
  | "watching"
  | "eased"
  | "impact_label"
  | "end_label"
  | "mistake"
  | "destroys"
  | "brings_back";

const IMPACT_LABEL = /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:BEGINS|BEGAN|STARTS|STARTED|START)\b/;
const END_LABEL =
  /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:ENDS|ENDED|END|OVER|RESOLVED)\b|\bEND OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME)\b/;
/** Watching alone says nothing of how it stands. */
const RELIEF =
  /\b(?:fix\w*|patch\w*|roll(?:ed)? ?back|workaround|mitigat\w*|solution|restored|recover\w*|implemented|deployed|stable|stabili\w*|back to normal|resolved)\b/i;
const BODY_READ = 4000;
const BODY_TOLD = 200;

/** The events that have a time and are shown, in the order of time. */
export function toldEvents(events: readonly SuggestibleEvent[]): ToldEvent[] {
  return events
    .filter((event): event is SuggestibleEvent & { at: string } => {
      return event.at !== null && event.precision !== "unknown" && event.hidden !== true;
    })
    .map((event) => ({ ...event, ms: Date.parse(event.at), ...readTold(event) }))
    .sort((a, b) => a.ms - b.ms);
}

function readTold({ kind, title, body = "" }: SuggestibleEvent): Pick<ToldEvent, "kinds" | "says"> {
  const inTitle = kindsTold(title);
  const told = inTitle.size > 0 ? inTitle : kindsTold(body.slice(0, BODY_TOLD));
  // A kind that did not come from the words stands for itself.
  const kinds = told.has(kind) || isPlainKind(kind) ? new Set([kind, ...told]) : new Set([kind]);
  const says = new Set<Saying>();
  const text = `${title}\n${body.slice(0, BODY_READ)}`;
  if (IMPACT_LABEL.test(text)) says.add("impact_label");
  if (END_LABEL.test(text)) says.add("end_label");
  if (kind === "monitoring" && RELIEF.test(text)) says.add("watching");
  if (isMistake(title)) says.add("mistake");
  for (const clause of readClauses(title)) {
    if (!clause.isReal) continue;
    if (isDestroying(clause)) says.add("destroys");
    if (isBringingBack(clause)) says.add("brings_back");
    if (hasWord(clause.subject, "SUPPLIER")) continue;
    if (isNotice(clause)) says.add("noticed");
    if (LOOKING.has(clause.verb) || clause.head?.act === "investigate") says.add("looked_into");
    if (isFixLive(clause)) says.add("fix_live");
    if (EASING.has(clause.verb) && hasWord(clause.subject, "ERROR")) says.add("eased");
  }
  return { kinds, says };
}

const NOTICING = new Set("notice detect spot".split(" "));
const FINDING = new Set("find discover identify report see".split(" "));
const EASING = new Set("fall drop decrease decline subside recover stop".split(" "));
const LOOKING = new Set("investigate troubleshoot debug diagnose triage".split(" "));
const FIX_VERBS = new Set("fix deploy release roll-out ship apply mitigate patch hotfix land be".split(" "));

function isNotice({ verb, form, head, subject, object, voice, words }: Clause): boolean {
  if (form === "noun") return head?.text === "detection" || (head?.text === "report" && words[0]?.text === "first");
  if (NOTICING.has(verb)) return true;
  const found = voice === "passive" ? subject : object.slice(0, FOUND_WORDS);
  return FINDING.has(verb) && hasWord(found, "MATTER");
}
const FOUND_WORDS = 3;

function isFixLive({ verb, form, aspect, voice, words, object }: Clause): boolean {
  if (!(FIX_VERBS.has(verb) && hasWord(words, "FIX"))) return false;
  if (form === "noun") return aspect === "finished" || (words.at(-2)?.text === "in" && words.at(-1)?.text === "place");
  if (verb === "be") return /^(?:live|in|deployed)$/.test(object[0]?.text ?? "");
  return aspect === "finished" || (aspect === "plain" && (voice === "passive" || form === "past") && verb !== "fix");
}
