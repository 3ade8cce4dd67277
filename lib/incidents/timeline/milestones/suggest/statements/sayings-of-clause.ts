import type { Clause } from "#lib/base/clauses/clause.ts";
import { IS, isA, type Word } from "#lib/base/clauses/lexicon.ts";
import { hasWord } from "../../../kinds/words/word-classes.ts";
import type { Saying } from "./saying.ts";

const NOTICING = new Set("notice detect spot flag".split(" "));
/** Kinds that report trouble. */
const NOTES = new Set("message report notification complaint".split(" "));
const FINDING = new Set("find discover identify report see observe encounter".split(" "));
const LOOKING = new Set("investigate troubleshoot debug diagnose triage look-into look-at".split(" "));
/** Looking closer is hands-on work too. */
const INSPECTING = new Set("inspect examine analyse analyze reproduce validate dig check trace".split(" "));
/** A discovery in the middle took work. At the very start it is how the trouble was noticed. */
const FINDING_OUT = new Set("determine find find-out identify discover realise realize".split(" "));
const FIX_VERBS = new Set("fix deploy release roll-out ship apply mitigate patch hotfix land be".split(" "));
const FALLING = new Set("fall drop decrease decline subside stop cease vanish disappear".split(" "));
const EASING = new Set(
  "fall drop decrease decline subside recover return come go settle stabilise stabilize normalize".split(" "),
);
const LOWERED = new Set("drain clear empty process".split(" "));
const DESTROYING = new Set("delete remove drop wipe truncate erase destroy overwrite purge".split(" "));
const REPAIRING = new Set("fix hotfix hot-fix patch correct repair".split(" "));
const isPastAct = ({ form, voice, tellsWhat }: Clause): boolean =>
  !tellsWhat && (form === "past" || voice === "passive" || form === "s");
const LASTING_ON = new Set("persist continue remain stay".split(" "));
const CONFIRMING = new Set("confirm verify validate observe test check see decide conclude agree".split(" "));

/** "Some", "slowly", "more than expected". But "as expected" isn't partial. */
const isPartial = (word: Word, before: Word | undefined): boolean =>
  hasWord([word], "PARTIAL") && before?.text !== "as";

/** Returns the sayings of one statement. A statement that isn't real shows only that it isn't over. */
export function sayingsOfClause(clause: Clause, all: readonly Word[], isTroubled: boolean): Saying[] {
  const { verb, object, words, head, isReal, isNegated } = clause;
  const isPossible = clause.isAbility && !clause.isNegated;
  if (isGone(clause)) return ["eased"];
  if (!(isReal || isPossible) || (head && hasWord([head], "SUPPLIER"))) return [];
  const isWell = !all.some((word, place) => isA(word, IS.negation) || isPartial(word, all[place - 1]));
  const isNews = !isKnown(clause) && !isMetByMachine(clause);
  const says: [Saying, boolean][] = [
    ["noticed", isNews && isNotice(clause) && (isTroubled || clause.form === "noun" || hasWord(all, "SHIFT"))],
    ["noticed", isTroubled && isToldOf(clause)],
    ["seen_failing", isNews && isSighting(clause)],
    [
      "hits_users",
      hasWord(words, "USERS") || hasWord(words, "USE") || (head !== undefined && hasWord([head], "SERVICE")),
    ],
    [
      "looked_into",
      LOOKING.has(verb) ||
        (INSPECTING.has(verb) && clause.voice === "active") ||
        head?.act === "investigate" ||
        isLooking(clause) ||
        isComing(clause),
    ],
    ["begins", clause.aspect === "started"],
    ["breaks", isBreaking(clause)],
    ["found_out", FINDING_OUT.has(verb) && clause.voice === "active"],
    ["fix_live", isFixLive(clause)],
    ["eased", isEasing(clause) && clause.aspect !== "started" && !hasWord(words, "PARTIAL")],
    [
      "works",
      isWell &&
        (isWorking(clause) || (CONFIRMING.has(verb) && clause.aspect !== "started" && isSaidToWork(clause, all))),
    ],
    ["partly_works", isPartlyWorking(clause)],
    ["said_resolved", CONFIRMING.has(verb) && isWell && hasWord(all, "RESOLVED") && hasWord(all, "MATTER")],
    [
      "still_bad",
      isTroubled && (words.some(({ text }) => text === "still") || LASTING_ON.has(verb) || isAlsoBad(clause)),
    ],
    ["repairs", REPAIRING.has(verb) && isPastAct(clause) && !isNegated],
    ["destroys", DESTROYING.has(verb) && hasWord(words, "LASTING")],
    [
      "brings_back",
      (verb === "restore" || verb === "recover") && (hasWord(words, "LASTING") || hasWord(object, "COPY")),
    ],
  ];
  return says.flatMap(([saying, holds]) => (holds ? [saying] : []));
}

const SUFFERING = new Set("have experience see show suffer face throw return serve".split(" "));
/** Matches "The git service starts having issues". */
const isBreaking = ({ verb, aspect, subject, object }: Clause): boolean =>
  ((aspect === "started" && SUFFERING.has(verb)) || /^(?:having|facing)$/.test(object[0]?.text ?? "")) &&
  subject.length > 0 &&
  !hasWord(subject, "TEAM") &&
  object[1]?.text !== "a" &&
  (hasWord(object, "ERROR") || hasWord(object, "MATTER"));

/** Someone noticed trouble. Its cause is a separate matter. */
function isNotice({ verb, form, head, subject, object, voice, words }: Clause): boolean {
  if (hasWord(words, "REASON")) return false;
  if (form === "noun") return head?.text === "detection" || (head !== undefined && isNote(head.text, words));
  if (NOTICING.has(verb)) return true;
  const found = voice === "passive" ? subject : object.slice(0, FOUND_WORDS);
  return FINDING.has(verb) && hasWord(found, "MATTER");
}
/** Matches "First report of" and "automated message about timeouts". */
const isNote = (head: string, words: readonly Word[]): boolean =>
  NOTES.has(head) &&
  (words[0]?.text === "first" ||
    hasWord(words, "ERROR") ||
    words.some(({ text }) => text === "about" || text === "that"));
const FOUND_WORDS = 3;

const KNOWN = new Set("the this that its".split(" "));
/** Matches "We've identified the issue": it was known before. */
const isKnown = ({ verb, voice, subject, object }: Clause): boolean =>
  verb === "identify" && KNOWN.has((voice === "passive" ? subject : object)[0]?.text ?? "");
const WHO = ["TEAM", "PERSON", "USERS"] as const;
/** Matches "The worker encountered an issue": it failed, and no one is said to have seen it. */
const isMetByMachine = ({ verb, subject }: Clause): boolean =>
  verb === "encounter" && subject.length > 0 && !WHO.some((name) => hasWord(subject, name));

const TELLING = new Set("inform notify tell alert warn".split(" "));
/** The team hears of it: "we are informed that", "alerted us to", "becomes aware of", "received word that". */
function isToldOf({ verb, voice, subject, object }: Clause): boolean {
  if (TELLING.has(verb))
    return voice === "passive"
      ? hasWord(subject, "TEAM") || hasWord(subject, "PERSON")
      : hasWord(object.slice(0, 2), "TEAM") || object[0]?.text === "us";
  if (verb === "become" || verb === "be" || verb === "make") return object.some(({ text }) => text === "aware");
  return verb === "receive" && (hasWord(object, "REPORT") || object.some(({ text }) => text === "word"));
}

/** Matches "Engineers respond to alarms". */
const isComing = ({ verb, subject, object }: Clause): boolean =>
  verb === "respond" && hasWord(subject, "TEAM") && (hasWord(object, "ALERT") || hasWord(object, "MATTER"));

/** Matches "New pushes are also missing indexes". */
const isAlsoBad = ({ object }: Clause): boolean =>
  object.some(({ text }) => text === "also" || text === "too") &&
  (hasWord(object, "MISSING") || hasWord(object, "BROKEN") || hasWord(object, "ERROR"));

/** "The API starts experiencing errors" is a failure, and no one is said to have seen it. */
const isSighting = (clause: Clause): boolean =>
  (isWatcherSaying(clause) && !OWN_TROUBLE.has(clause.verb)) || (isSeenFailing(clause) && !isBreaking(clause));
const OWN_TROUBLE = new Set("experience suffer face".split(" "));

/** Matches "Grafana starts listing failed builds": a machine shows it. */
const isWatcherSaying = ({ verb, subject, object, isNegated, isAbility }: Clause): boolean =>
  hasWord(subject, "WATCHER") &&
  (!isNegated || isAbility) &&
  (verb === "fail" || hasWord(object, "ERROR") || hasWord(object, "TROUBLED"));

const isSeenFailing = ({ verb, object, subject, isSeen, words, aspect }: Clause): boolean =>
  !hasWord(words, "REASON") &&
  // "The gateway starts reporting errors" is written to its log, and no one is told.
  !(verb === "report" && aspect === "started") &&
  (isSeen || ((FINDING.has(verb) || NOTICING.has(verb)) && !hasWord(subject, "USERS"))) &&
  (hasWord(object, "ERROR") || hasWord(object, "MATTER"));

function isFixLive({ verb, form, aspect, voice, words, object }: Clause): boolean {
  if (!(FIX_VERBS.has(verb) && hasWord(words, "FIX"))) return false;
  if (form === "noun") return aspect === "finished" || (words.at(-2)?.text === "in" && words.at(-1)?.text === "place");
  if (verb === "be") return /^(?:live|in|deployed)$/.test(object[0]?.text ?? "");
  return aspect === "finished" || (aspect === "plain" && (voice === "passive" || form === "past") && verb !== "fix");
}

const APPEARING = new Set("see observe report occur detect notice receive appear remain be".split(" "));
/** Matches "No more errors seen" and "no further reports came in". */
const isGone = ({ isNegated, verb, words }: Clause): boolean =>
  isNegated &&
  APPEARING.has(verb) &&
  (hasWord(words, "ERROR") || hasWord(words, "MATTER") || hasWord(words, "REPORT")) &&
  words.some(({ text }) => /^(?:more|further|longer|new)$/.test(text));

/** Matches "Starts looking", "took a look at the log" and "having a look", but not "looks like". */
const isLooking = ({ verb, object, subject }: Clause): boolean =>
  (verb === "look" && object[0]?.text !== "like" && !hasWord(subject, "SERVICE")) ||
  ((verb === "take" || verb === "have" || object[0]?.text === "having") && object.some(({ text }) => text === "look"));

const IN_WORK = /^(?:still|restoring|yet)$/;
/** Some are back: a relief, but not the end. Being restored isn't enough: "was still restoring parts". */
const isPartlyWorking = ({ verb, aspect, isAbility, words, subject, head }: Clause): boolean =>
  (verb === "recover" && aspect === "started" && head !== undefined && hasWord([head], "SERVICE")) ||
  (hasWord(words, "PARTIAL") &&
    (((verb === "recover" || verb === "restore" || verb === "come-back") &&
      !hasWord(words, "PARTS") &&
      !words.some(({ text }) => IN_WORK.test(text))) ||
      (isAbility && hasWord(subject, "USERS"))));

/** Errors decrease, a metric is back to normal, or a backlog is gone. */
function isEasing({ verb, subject, object, words }: Clause): boolean {
  if (LOWERED.has(verb)) return hasWord(subject, "BACKLOG");
  if (verb === "be") return hasWord(subject, "METRIC") && (hasWord(words, "BASELINE") || object[0]?.text === "down");
  if (FALLING.has(verb) && hasWord(subject, "ERROR")) return true;
  return EASING.has(verb) && hasWord(subject, "METRIC") && hasWord(words, "BASELINE");
}

/** Matches "Confirmed that it is healthy", but not "working on it", and for customers also "that it works". */
const isSaidToWork = ({ subject }: Clause, all: readonly Word[]): boolean =>
  all.some(
    (word, place) => hasWord([word], "WORKING") && !/^(?:on|hours|day|days)$/.test(all[place + 1]?.text ?? ""),
  ) ||
  (hasWord(subject, "USERS") && all.some(({ verb }) => verb?.lemma === "work"));

/** Matches "Totals are correct again" and "the primary is up and accepts connections". */
const SERVING = new Set("work render respond serve load pass run boot answer flow".split(" "));
const isWorking = ({ verb, form, subject, object, words }: Clause): boolean =>
  (form === "noun" && hasWord(words, "SOUND") && words.some(({ text }) => text === "again")) ||
  (verb === "operate" && (words.some(({ text }) => text === "again") || hasWord(words, "FULLY"))) ||
  (verb === "succeed" && (hasWord(subject, "USE") || hasWord(subject, "SERVICE"))) ||
  (verb === "bring-back" && hasWord(words, "SOUND")) ||
  (verb === "be" && hasWord(object, "SOUND") && words.some(({ text }) => text === "again")) ||
  (SERVING.has(verb) && words.some(({ text }) => text === "again")) ||
  // A resolved outage is over for users. An incident can be resolved only on paper.
  ((verb === "resolve" || verb === "fix") && hasWord(subject, "OUTAGE"));
