import type { Clause } from "#lib/base/clauses/clause.ts";
import { IS, isA, type Word } from "#lib/base/clauses/lexicon.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { hasWord } from "../kinds/word-classes.ts";

/** What the words of an event say that no kind stands for. */
export type Saying =
  /** Somebody noticed trouble; somebody saw it fail; somebody began to look into it. */
  | "noticed"
  | "seen_failing"
  | "looked_into"
  /** A fix is in place; it is watched; it gets better; it works again; it does not work yet. */
  | "fix_live"
  | "watching"
  | "eased"
  | "works"
  | "partly_works"
  | "still_bad"
  | "said_resolved"
  | "impact_label"
  | "end_label"
  /** An act was a mistake, or faulty; data is destroyed, or brought back; a cause is named. */
  | "mistake"
  | "faulty"
  | "destroys"
  | "brings_back"
  | "names_cause"
  /** It speaks of trouble, of whatever kind; users or what they use are hit. */
  | "troubled"
  | "hits_users";

const IMPACT_LABEL = /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:BEGINS|BEGAN|STARTS|STARTED|START)\b/;
const END_LABEL =
  /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:ENDS|ENDED|END|OVER|RESOLVED)\b|\bEND OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME)\b/;
/** The same as a remark in brackets. */
const ASIDE_START = /\((?:outage|impact|downtime) (?:begins|started|starts)\)/i;
const ASIDE_END = /\((?:outage|impact|downtime) (?:ends|ended|over)\)/i;
/** Watching alone says nothing of how it stands. */
const RELIEF =
  /\b(?:fix\w*|patch\w*|roll(?:ed)? ?back|workaround|mitigat\w*|solution|restored|recover\w*|implemented|deployed|stable|stabili\w*|back to normal|resolved)\b/i;
/** Words that call an act a mistake. */
const MISTAKEN =
  /\b(?:by (?:mistake|accident)|in error|in the belief|accidental(?:ly)?|inadvertent(?:ly)?|mistaken(?:ly)?|unintentional(?:ly)?|erroneous(?:ly)?|wrongly|the wrong)\b/i;
const CAUSE =
  /\b(?:caused by|due to|because of|culprit|root cause|cause (?:is|was|identified|found)|trac(?:ed|es) (?:\w+ ){0,4}to|introduced (?:by|in|with)|triggered by|responsible for|to blame)\b/i;

/** All that a text says; its kinds are those that its statements tell. */
export function sayingsOf(
  clauses: readonly Clause[],
  title: string,
  body: string,
  kinds: ReadonlySet<EventKind>,
): Set<Saying> {
  const says = new Set<Saying>();
  const text = `${title}\n${body}`;
  const words = wordsOf(title);
  if (IMPACT_LABEL.test(text) || ASIDE_START.test(title)) says.add("impact_label");
  if (END_LABEL.test(text) || ASIDE_END.test(title)) says.add("end_label");
  if (kinds.has("monitoring") && (RELIEF.test(text) || hasWord(words, "STATUS_PAGE"))) says.add("watching");
  if (MISTAKEN.test(title)) says.add("mistake");
  if (hasWord(words, "FAULTY")) says.add("faulty");
  if (CAUSE.test(text)) says.add("names_cause");
  const isTroubled = hasWord(words, "TROUBLED") || words.some((word) => isA(word, IS.negation));
  if (isTroubled) says.add("troubled");
  for (const clause of clauses) {
    for (const saying of sayingsOfClause(clause, words, isTroubled)) says.add(saying);
  }
  return says;
}

const NOTICING = new Set("notice detect spot".split(" "));
const FINDING = new Set("find discover identify report see observe encounter".split(" "));
const LOOKING = new Set("investigate troubleshoot debug diagnose triage look-into look-at".split(" "));
/** Looking closer is hands-on work as well. */
const INSPECTING = new Set(
  "inspect examine analyse analyze reproduce validate dig check connect trace determine find identify discover realise realize".split(
    " ",
  ),
);
const FIX_VERBS = new Set("fix deploy release roll-out ship apply mitigate patch hotfix land be".split(" "));
const FALLING = new Set("fall drop decrease decline subside stop cease vanish disappear".split(" "));
const EASING = new Set(
  "fall drop decrease decline subside recover return come go settle stabilise stabilize normalize".split(" "),
);
const LOWERED = new Set("drain clear empty process".split(" "));
const DESTROYING = new Set("delete remove drop wipe truncate erase destroy overwrite purge".split(" "));
const LASTING_ON = new Set("persist continue remain stay".split(" "));
const CONFIRMING = new Set("confirm verify validate observe test check see decide conclude agree".split(" "));

/** What one statement says; what is not real says nothing but that it is not over. */
function sayingsOfClause(clause: Clause, all: readonly Word[], isTroubled: boolean): Saying[] {
  const { verb, object, words, head, isReal } = clause;
  const isPossible = clause.isAbility && !clause.isNegated;
  if (isGone(clause)) return ["eased"];
  if (!(isReal || isPossible) || (head && hasWord([head], "SUPPLIER"))) return [];
  const isWell = !hasWord(all, "PARTIAL") && !all.some((word) => isA(word, IS.negation));
  const says: [Saying, boolean][] = [
    ["noticed", isNotice(clause) && (isTroubled || clause.form === "noun")],
    ["seen_failing", isSighting(clause)],
    [
      "hits_users",
      hasWord(words, "USERS") || hasWord(words, "USE") || (head !== undefined && hasWord([head], "SERVICE")),
    ],
    [
      "looked_into",
      LOOKING.has(verb) ||
        (INSPECTING.has(verb) && clause.voice === "active") ||
        head?.act === "investigate" ||
        isLooking(clause),
    ],
    ["fix_live", isFixLive(clause)],
    ["eased", isEasing(clause) && !hasWord(words, "PARTIAL")],
    ["works", isWell && (isWorking(clause) || (CONFIRMING.has(verb) && isSaidToWork(clause, all)))],
    ["partly_works", isPartlyWorking(clause)],
    ["said_resolved", CONFIRMING.has(verb) && isWell && hasWord(all, "RESOLVED") && hasWord(all, "MATTER")],
    ["still_bad", isTroubled && (words.some(({ text }) => text === "still") || LASTING_ON.has(verb))],
    ["destroys", DESTROYING.has(verb) && hasWord(words, "LASTING")],
    [
      "brings_back",
      (verb === "restore" || verb === "recover") && (hasWord(words, "LASTING") || hasWord(object, "COPY")),
    ],
  ];
  return says.flatMap(([saying, holds]) => (holds ? [saying] : []));
}

/** Somebody came upon trouble; its cause is another matter. */
function isNotice({ verb, form, head, subject, object, voice, words }: Clause): boolean {
  if (hasWord(words, "REASON")) return false;
  if (form === "noun") return head?.text === "detection" || (head?.text === "report" && words[0]?.text === "first");
  if (NOTICING.has(verb)) return true;
  const found = voice === "passive" ? subject : object.slice(0, FOUND_WORDS);
  return FINDING.has(verb) && hasWord(found, "MATTER");
}
const FOUND_WORDS = 3;

const isSighting = (clause: Clause): boolean => isWatcherSaying(clause) || isSeenFailing(clause);

/** "Grafana starts listing failed builds": a machine shows it. */
const isWatcherSaying = ({ subject, object }: Clause): boolean =>
  hasWord(subject, "WATCHER") && (hasWord(object, "ERROR") || hasWord(object, "TROUBLED"));

const isSeenFailing = ({ verb, object, subject, isSeen, words }: Clause): boolean =>
  !hasWord(words, "REASON") &&
  (isSeen || ((FINDING.has(verb) || NOTICING.has(verb)) && !hasWord(subject, "USERS"))) &&
  (hasWord(object, "ERROR") || hasWord(object, "MATTER"));

function isFixLive({ verb, form, aspect, voice, words, object }: Clause): boolean {
  if (!(FIX_VERBS.has(verb) && hasWord(words, "FIX"))) return false;
  if (form === "noun") return aspect === "finished" || (words.at(-2)?.text === "in" && words.at(-1)?.text === "place");
  if (verb === "be") return /^(?:live|in|deployed)$/.test(object[0]?.text ?? "");
  return aspect === "finished" || (aspect === "plain" && (voice === "passive" || form === "past") && verb !== "fix");
}

const APPEARING = new Set("see observe report occur detect notice receive appear remain be".split(" "));
/** "No more errors seen", "no further reports came in". */
const isGone = ({ isNegated, verb, words }: Clause): boolean =>
  isNegated &&
  APPEARING.has(verb) &&
  (hasWord(words, "ERROR") || hasWord(words, "MATTER") || hasWord(words, "REPORT")) &&
  words.some(({ text }) => /^(?:more|further|longer|new)$/.test(text));

/** "Begins looking", "took a look at the log"; not "looks like". */
const isLooking = ({ verb, object, subject }: Clause): boolean =>
  (verb === "look" && object[0]?.text !== "like" && !hasWord(subject, "SERVICE")) ||
  (verb === "take" && object.some(({ text }) => text === "look"));

/** Some are back: relief, and no end. */
const isPartlyWorking = ({ verb, aspect, isAbility, words, subject, head }: Clause): boolean =>
  (verb === "recover" && aspect === "started" && head !== undefined && hasWord([head], "SERVICE")) ||
  (hasWord(words, "PARTIAL") &&
    (((verb === "recover" || verb === "restore" || verb === "come-back") && !hasWord(words, "PARTS")) ||
      (isAbility && hasWord(subject, "USERS"))));

/** Errors fall; a measure is back where it belongs; what had piled up is gone. */
function isEasing({ verb, subject, object, words }: Clause): boolean {
  if (LOWERED.has(verb)) return hasWord(subject, "BACKLOG");
  if (verb === "be") return hasWord(subject, "METRIC") && (hasWord(words, "BASELINE") || object[0]?.text === "down");
  if (FALLING.has(verb) && hasWord(subject, "ERROR")) return true;
  return EASING.has(verb) && hasWord(subject, "METRIC") && hasWord(words, "BASELINE");
}

/** "Confirmed that it is healthy", not "working on it"; of customers also "that it works". */
const isSaidToWork = ({ subject }: Clause, all: readonly Word[]): boolean =>
  all.some((word, place) => hasWord([word], "WORKING") && all[place + 1]?.text !== "on") ||
  (hasWord(subject, "USERS") && all.some(({ verb }) => verb?.lemma === "work"));

/** "Totals are correct again", "the primary is up and accepts connections". */
const isWorking = ({ verb, subject, object, words }: Clause): boolean =>
  (verb === "be" && hasWord(object, "SOUND") && words.some(({ text }) => text === "again")) ||
  (verb === "work" && words.some(({ text }) => text === "again")) ||
  // An outage that is resolved is over for users; an incident may be resolved on paper.
  ((verb === "resolve" || verb === "fix") && hasWord(subject, "OUTAGE"));
