import type { Clause } from "#lib/base/clauses/clause.ts";
import { IS, isA } from "#lib/base/clauses/lexicon.ts";
import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import { onceAText } from "#lib/base/text/once-a-text.ts";
import { oneOf, opening, words } from "#lib/base/text/phrases.ts";
import { type EventGroup, type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { kindOfLastPhrase, kindOfPhrase } from "./fixed-phrases.ts";
import { CHECKED_WELL, FOUND_FIT, GOOD_REPORT, SEEN_ONLINE, UNHARMED } from "./good-news.ts";
import { kindByName } from "./kind-by-name.ts";
import { kindOfCommand } from "./kind-of-command.ts";
import { fits, type KindRule, kindOfRule, makeReady, ReadClause, type ReadyRule } from "./kind-rule.ts";
import { KIND_RULES } from "./kind-rules.ts";
import { hasOtherLetter, hasOtherScript, toldElsewhere } from "./languages/in-other-languages.ts";
import { chancesElsewhere, meantKind, weighElsewhere } from "./languages/weigh-elsewhere.ts";
import { asTold } from "./not-as-told.ts";
import { isNotNow, withoutHabits } from "./not-now.ts";
import { shapeOfWords } from "./shape-of-words.ts";
import { kindOfUsualLine } from "./usual-lines.ts";
import { isByAccident, kindOfLastTurn, kindOfTurn } from "./usual-turns.ts";
import { type Guess, weigh } from "./weigh.ts";
import { chancesOf } from "./weights/chances.ts";
import { kindOfWholeLine, withoutVoid } from "./whole-lines.ts";
import { withoutTimes } from "./without-times.ts";
import { classesIn, hasWord, meet } from "./words/word-classes.ts";

const SCAN = 400;
const MOST_ASKED = 200;
/** A sentence among others that asks someone directly: "That's odd. Can you share the logs?" */
const ASKED_TOO = new RegExp(
  String.raw`(?:^|[.!?…] )${oneOf`
    (?:can|could|would|will|should|shall) (?:you|we|someone|somebody|anyone|anybody|it|this|that|they|i)
    (?:is|are|was|were) (?:this|that|it|there|we|you|they|the|anyone|someone)
    (?:do|does|did|have|has) (?:you|we|anyone|anybody|someone|it|they|the)
    anyone | anybody | what | why | how | who | when | where | which
  `}\b[^.!?]{3,160}\?`,
  "i",
);
/** A single sentence that is a question. */
const QUESTION = /^[^.!?]{3,200}\?\s*$/;

const READY = KIND_RULES.map(makeReady);
const ANY_VERB = READY.filter(({ verbs }) => verbs === "*");
const verbsOf = ({ verbs }: KindRule): string[] => verbs.split(/\s+/);
const byVerb = new Map(
  [...new Set(READY.flatMap(verbsOf))].map((verb) => [
    verb,
    READY.filter((rule) => rule.verbs === "*" || verbsOf(rule).includes(verb)),
  ]),
);

/** "Release test done": not the release itself. */
const RELEASE_TEST = /^\W{0,3}(?:\w{1,20} )?(?:release|deploy(?:ment)?) tests?\b/i;
const NEUTRAL: Guess = { kind: "observation", isStep: false };

/** Returns the kind that an entry's text suggests, or `observation` if it suggests none. */
export const guessKind = (words: string): EventKind => guess(words).kind;

/** Like guessKind, and also returns whether it is an act of the response, if there is one. */
export function guess(words: string): Guess {
  return guessOfShape(shapeOfWords(words.slice(0, SCAN)));
}

/** Machines repeat the same text with other numbers, so most lines of a log, an export or a table are among a few. */
const guessOfShape = onceAText(2000, judge);

/** Like guess, without the cache. */
export function judge(shape: string): Guess {
  const whole = withoutVoid(withoutTimes(shape));
  const text = withoutHabits(whole);
  const isWhole = text === whole || guessByGrammar(whole).kind === "question";
  if (!isWhole && text.trim() === "") return NEUTRAL;
  const told = judgeNow(isWhole ? whole : text);
  if (told.kind.startsWith("deploy") && RELEASE_TEST.test(whole)) return NEUTRAL;
  if (TOLD_WITH_HARM.has(told.kind) && AT_RISK.test(whole)) return NEUTRAL;
  const kind = asTold(told.kind, whole);
  return kind === told.kind ? told : { kind, isStep: false };
}

function judgeNow(text: string): Guess {
  const clauses = readClauses(text);
  const told = guessByGrammar(text, clauses);
  if (told.kind !== "question" && isNotNow(text)) return NEUTRAL;
  const stated = told.kind === "question" ? undefined : (kindOfTurn(text) ?? kindOfWholeLine(text));
  if (stated) return { kind: stated, isStep: false };
  const phrase = BY_PHRASE.has(told.kind) ? kindOfPhrase(text) : undefined;
  if (phrase) return { kind: phrase, isStep: false };
  if (told.kind === "observation" && NO_HARM.test(text)) return NEUTRAL;
  if (told.kind === "deploy_finished" && FIX_LABEL.test(text))
    return NO_FIX.test(text) ? NEUTRAL : { kind: "mitigation_started", isStep: false };
  if (FOUND_FIT.test(text)) return NEUTRAL;
  if (NOT_BY_CHECK.has(told.kind) && CHECKED_WELL.test(text)) return NEUTRAL;
  if (told.kind === "customer_report" && UNHARMED.test(text)) return NEUTRAL;
  if (SIGNALS.has(told.kind) && GOOD_REPORT.test(text)) return NEUTRAL;
  if (SEEN_ONLINE.test(text)) return { kind: "alert_resolved", isStep: false };
  if (TOLD_WITH_OUTAGE.has(told.kind) && HAD_OUTAGE.test(text) && !OTHER_OUTAGE.test(text))
    return { kind: "impact_started", isStep: false };
  const chances = chancesOf(text, clauses);
  const mayBeOther = chances.known < MOSTLY_ENGLISH || hasOtherScript(text) || hasOtherLetter(text);
  const elsewhere = mayBeOther ? toldElsewhere(text) : undefined;
  if (elsewhere?.kind === "declared" && STATUS_PAGE.test(text)) return NEUTRAL;
  if (elsewhere?.kind && NOT_BY_CHECK.has(elsewhere.kind) && CHECKED_WELL.test(text)) return NEUTRAL;
  if (elsewhere?.kind || (elsewhere?.isOther && !told.isSure)) {
    const kind = weighElsewhere(text, elsewhere) ?? "observation";
    const isStep = kind === "mitigation_started" && IS_STEP.some((one) => elsewhere.means.has(one));
    return { kind, isStep: !isStep && kind === "mitigation_started" && elsewhere.kind !== kind ? "only" : isStep };
  }
  // Single words don't show a negation such as "no one".
  const isDenied = told.kind === "observation" && clauses.length > 0 && clauses.every(({ isReal }) => !isReal);
  const isOpen = told.kind === "observation" && !isDenied && !elsewhere?.means.has("not");
  const command = isOpen ? kindOfCommand(text) : undefined;
  if (command) return { kind: command, isStep: true };
  const weighed = weigh(told, chances);
  if (weighed.kind === "observation" && STEP_LABEL.test(text)) return { kind: "mitigation_started", isStep: false };
  const usual =
    weighed.kind === "observation"
      ? (kindOfUsualLine(text) ?? kindOfLastPhrase(text) ?? kindOfLastTurn(text))
      : undefined;
  if (usual) return { kind: usual, isStep: false };
  // What a monitoring tool sees isn't told to the public.
  if (weighed.kind === "public_update" && told.kind === "alert_resolved") return told;
  if (weighed.kind === "alert_fired" && GONE.test(text)) return { kind: "alert_resolved", isStep: false };
  if (SIGNALS.has(weighed.kind) && GOOD_REPORT.test(text)) return NEUTRAL;
  if (groupOfKind(weighed.kind) === "mitigation" && isByAccident(text)) return NEUTRAL;
  return isDenied && !HARM_TOLD.has(weighed.kind) ? NEUTRAL : weighed;
}

/** Without trouble before, these acts are changes. */
const IS_STEP = ["replace", "disable"] as const;

/** Kinds that a fixed phrase of the text states more exactly. */
const BY_PHRASE: ReadonlySet<EventKind> = new Set<EventKind>([
  "observation",
  "alert_fired",
  "metric_shift",
  "error_observed",
  "public_update",
  "support_update",
]);

/** "A risk of downtime", "an end to the outage": words with which it isn't the outage that there was. */
const NOT_OF_OUTAGE = oneOf`
  no | not | been | planned | scheduled | simulated | possible | potential | near | of | to | for | from | about | in | on
  with | without | after | before | during | until | since | by | than | and | or | that | which | when | whether | if
`;
/** "There was a partial outage of the API", "we've had 19 minutes of downtime". */
const HAD_OUTAGE = words`
  (?:there (?:was|were|has been|have been|had been)|we(?:['’]ve| have| had)? (?:had|experienced|suffered)) (?:(?:\d+|\w+) (?:minutes?|hours?|seconds?|days?) of )?(?:(?!${NOT_OF_OUTAGE} )[\w-]+ ){0,4}(?:outages?|downtime|disruptions?|interruptions?)
`;
/** "No downtime for customers", at the start of a text or after "there was". */
const NO_HARM = opening`
  (?:so far )?(?:there (?:was|were|is|has been) )?(?:no|zero) (?:[\w-]+ ){0,2}(?:outages?|downtime|impact|disruptions?|interruptions?)
  none of (?:the|our) (?:[\w-]+ ){0,2}(?:users|customers|clients|members|merchants) (?:experienced|had|saw|suffered|faced|encountered)
`;
const NOT_BY_CHECK: ReadonlySet<EventKind> = new Set<EventKind>([
  "error_observed",
  "alert_fired",
  "customer_report",
  "public_update",
]);
/** "It matches the incident on status.example.com": one that a supplier opened. */
const STATUS_PAGE = /\bstatus\.[a-z\d-]{2,40}\.[a-z]{2,10}\b/i;
/** "Mitigation: unclear", "workaround: use the old site": nothing is done. */
const NOTHING_DONE = oneOf`
  none | not | no | planned | will | would | should | unknown | tbd | n/a | unclear | pending | awaited | under (?:discussion|review)
  see | same as | in progress | to be | only | maybe | possibly | needed | required | missing | next (?:week|month|quarter|year)
`;
/** Matches a request to readers, or a later step, at the start of a line or after a label. */
const ADVISED = oneOf`
  use(?! of) | please | ask | write | rewrite | add | improve | create | document | review | consider | avoid | wait | retry
`;
/** "Containment: ban of the top ten addresses". */
const STEP_LABEL = new RegExp(
  String.raw`^\W*(?:containment|mitigation|remediation|workaround) ?[:–—] ?(?!.*\b${NOTHING_DONE}\b)(?!${ADVISED}\b)\w`,
  "i",
);
/** "Fix applied: …": a label, followed by a step that was done. */
const FIX_LABEL = /^\W*(?:fix|workaround|mitigation|correction) applied ?[:–—]/i;
const NO_FIX = new RegExp(
  String.raw`^[^:–—]*[:–—]\W*${oneOf`
    (?:none|no|not) ?\W*$ | not (?:yet|applied|effective|working|done) | pending | unclear | unknown | tbd | n/a | planned | will | to be
    did(?:n['’]t| not) | failed | later | tomorrow | waiting | in progress
  `}(?!\w)`,
  "i",
);
/** "A fibre is cut, which is non-service affecting": trouble that no one has yet. */
export const AT_RISK =
  /\b(?:non|not)[ -](?:currently )?service[ -](?:affecting|impacting)\b|\bwithout (?:any )?(?:service|customer) impact\b|\b(?:not|without) affecting (?:any |our )?(?:customers|users|services?|traffic)\b/i;
const SIGNALS: ReadonlySet<EventKind> = new Set<EventKind>(["alert_fired", "error_observed", "customer_report"]);
const TOLD_WITH_HARM: ReadonlySet<EventKind> = new Set<EventKind>(["impact_started", "impact_changed"]);
const OTHER_OUTAGE = words`planned|scheduled|similar|last|previous|earlier|maintenance`;
const TOLD_WITH_OUTAGE: ReadonlySet<EventKind> = new Set<EventKind>([
  "observation",
  "error_observed",
  "impact_changed",
]);

/** Matches the text of an alert that is over: "updated from ALARM to OK", "web;http;OK;HARD". */
const GONE =
  /\b(?:alarm|critical|warning|down|problem|firing) (?:to|->|→) (?:ok|up|normal|resolved)\b|;(?:OK|UP|RECOVERY);/i;

/** A line with this share of known words isn't in another language. */
const MOSTLY_ENGLISH = 0.8;

/** Kinds that are often described with a negation: "no one can log in". */
const HARM_TOLD: ReadonlySet<EventKind> = new Set<EventKind>([
  "error_observed",
  "impact_started",
  "impact_changed",
  "customer_report",
  "public_update",
  "mitigation_failed",
]);

/** Returns the kind by rules of grammar alone. */
export function guessByGrammar(text: string, clauses: readonly Clause[] = readClauses(text)): Guess {
  const told = guessStatement(text, clauses);
  const isAsked = text.length <= MOST_ASKED && text.includes("?") && QUESTION.test(text);
  if (!isAsked && told.kind === "observation" && text.includes("?") && ASKED_TOO.test(text.slice(0, MOST_ASKED)))
    return { kind: "question", isStep: false, isSure: true };
  return !isAsked || (TOLD_WITH_DOUBT.has(told.kind) && !ASKS.test(text)) ? told : { kind: "question", isStep: false };
}

/**
 * With a question mark these are statements in doubt ("a customer reports errors?"). An act with a question mark is a
 * proposal.
 */
const TOLD_WITH_DOUBT: ReadonlySet<EventKind> = new Set<EventKind>([
  "customer_report",
  "error_observed",
  "alert_fired",
]);
const ASKS =
  /\b(?:who|what|why|how|where|when|which|whether|any|anyone|anybody)\b|(?:^|[:,] )(?:is|are|was|were|do|does|did|has|have|had|can|could|should|shall|would|will|may|maybe|am|isn't|aren't|still|seeing)\b/i;

function guessStatement(text: string, all: readonly Clause[]): Guess {
  let [first, isDoubtful] = [undefined as Guess | undefined, false];
  const clauses = withoutReasons(all);
  const isTold = clauses.some(({ isAside, form }) => !isAside && form !== "noun");
  for (const [place, clause] of clauses.entries()) {
    if (first?.isStep && saysItFailed(clause)) return FAILED;
    const goesOn = !first || isDoubtful || first.isStep || GOING_ON.has(first.kind);
    const rule = goesOn ? ruleOf(clause, text) : undefined;
    if (!rule || (rule.kind === "mitigated" && clause.isContrasted)) continue;
    const sure = rule.isSure ? { isSure: rule.isSure } : {};
    const found: Guess = { kind: kindIn(clause, rule, text), isStep: rule.isStep ?? false, ...sure };
    if (clause.isAside && isTold && found.kind !== "impact_started") continue;
    const isRest = place > 0 && clause.form === "noun" && clause.aspect === "plain";
    if (isRest && isTold && !HARM.has(found.kind)) continue;
    if (!first) {
      first = found;
      isDoubtful = clause.isContrasted && ACTS.has(groupOfKind(found.kind));
    } else if (isDoubtful && FAILING.has(found.kind)) return first.isStep ? FAILED : found;
    else if (first.kind === "error_observed") return found.kind === "impact_started" && place === 1 ? found : first;
    else if (OUTCOMES.has(found.kind) || (clause.isAside && found.kind === "impact_started")) return found;
  }
  return first ?? NEUTRAL;
}

const LONGEST_HEADING = 8;
/** Returns whether a text is a heading or a name and not a statement. */
export const statesNothing = (words: string): boolean => isHeadingOfShape(shapeOfWords(words));

const isHeadingOfShape = onceAText(2000, isHeading);
/** Like statesNothing, without the cache. */
export function isHeading(words: string): boolean {
  return wordsOf(words).length <= LONGEST_HEADING && readClauses(words).every(({ form }) => form === "noun");
}

/** The least chance of a kind that is considered, although another kind is usually right. */
const MAYBE = 0.15;

/** Returns the kinds that a text makes possible, with their chances. */
export const kindsMaybe = (words: string): ReadonlyMap<EventKind, number> =>
  maybeOfShape(shapeOfWords(words.slice(0, SCAN)));
const maybeOfShape = onceAText(2000, (shape): ReadonlyMap<EventKind, number> => {
  const text = withoutTimes(shape);
  const isOther =
    (hasOtherScript(text) || hasOtherLetter(text) || chancesOf(text, []).known < MOSTLY_ENGLISH) &&
    toldElsewhere(text).isOther;
  const likely = (isOther ? chancesElsewhere(text) : chancesOf(text, readClauses(text))).from(MAYBE);
  return new Map([...likely].filter(([kind]) => asTold(kind, text) === kind));
});

/** Returns every kind that a statement of the text suggests. */
export function kindsTold(whole: string): Set<EventKind> {
  const words = withoutVoid(withoutHabits(whole));
  const elsewhere = meantKind(words.slice(0, SCAN));
  const phrase = kindOfPhrase(words.slice(0, SCAN));
  // "[ALERT] CPU back to normal" fires none.
  const sure =
    (elsewhere && asTold(elsewhere, words.slice(0, SCAN))) ?? (phrase === "alert_resolved" ? phrase : undefined);
  if (sure) return new Set(sure === "observation" ? [] : [sure]);
  if (isNotNow(whole) || FOUND_FIT.test(words)) return new Set();
  const stated = kindOfTurn(words.slice(0, SCAN)) ?? kindOfWholeLine(words.slice(0, SCAN));
  if (stated === "observation") return new Set();
  if (stated === "escalated") return new Set([stated]);
  const kinds = new Set<EventKind>(phrase && phrase !== "metric_shift" ? [phrase] : []);
  for (const clause of withoutReasons(readClauses(words.slice(0, SCAN)))) {
    const rule = ruleOf(clause, words);
    if (rule) kinds.add(kindIn(clause, rule, words));
  }
  if (stated && stated !== "mitigation_started") kinds.add(stated);
  if (AT_RISK.test(words)) for (const kind of TOLD_WITH_HARM) kinds.delete(kind);
  if (GOOD_REPORT.test(words)) for (const kind of SIGNALS) kinds.delete(kind);
  return new Set([...kinds].filter((kind) => asTold(kind, words.slice(0, SCAN)) === kind));
}

/** "Cause found: the limit was lowered": the text after the colon explains why, and isn't a new event. */
function withoutReasons(all: readonly Clause[]): readonly Clause[] {
  const announced = all.findIndex(({ isAnnounced }, place) => isAnnounced && tellsCause(all[place - 1]));
  const clauses = announced < 0 ? all : all.slice(0, announced);
  const found = clauses.findIndex(({ verb, words }) => FOUND.has(verb) && hasWord(words, "REASON"));
  if (found < 0) return clauses;
  const from = clauses.findIndex(({ isJoined, isAside }, place) => place > found && !isJoined && !isAside);
  return from < 0 ? clauses : clauses.filter(({ voice }, place) => place < from || voice !== "passive");
}
/** Matches "Cause found:" and "diagnosis:". */
const tellsCause = (clause: Clause | undefined): boolean =>
  clause !== undefined && (FOUND.has(clause.verb) || (clause.verb === "" && hasWord(clause.words, "CAUSE")));
const FOUND: ReadonlySet<string> = new Set(
  "identify find discover reveal determine establish confirm detect trace locate".split(" "),
);

/** Kinds that a bare noun suggests even after other statements: "; timeouts on all pages". */
const HARM: ReadonlySet<EventKind> = new Set<EventKind>(["error_observed", "metric_shift", "impact_started"]);

const FAILED: Guess = { kind: "mitigation_failed", isStep: false };
/** Matches "…, but errors persist" and "…, same result" after a step. */
const saysItFailed = ({ verb, words, head }: Clause): boolean =>
  hasWord(words, "FUTILE") || (LASTING_ON.has(verb) && head !== undefined && hasWord([head], "LASTS"));
const LASTING_ON: ReadonlySet<string> = new Set("persist continue remain stay".split(" "));

/** Kinds that an outcome can follow in the same sentence. */
const GOING_ON: ReadonlySet<EventKind> = new Set<EventKind>(["metric_shift", "mitigated", "error_observed"]);

/** Matches a partial recovery, "with reduced capacity". */
const isReduced = (text: string): boolean => hasWord(wordsOf(text), "DEGRADED");

/** The outcome of a step matters more than the step. */
const OUTCOMES: ReadonlySet<EventKind> = new Set<EventKind>(["resolved", "impact_ended", "mitigated"]);

/** "Back, but with delays" isn't back. "Fully back, but …" is mitigated. */
function kindIn(clause: Clause, rule: KindRule, text: string): EventKind {
  const kind = kindOfRule(rule, clause);
  if (kind === "impact_ended" && isReduced(text)) return "mitigated";
  if (kind !== "impact_ended" || !clause.isContrasted) return kind;
  return hasWord(clause.object, "FULLY") ? "mitigated" : "impact_changed";
}

/** "Upgraded the nodes, but they become stuck": the act went wrong. */
const ACTS: ReadonlySet<EventGroup> = new Set<EventGroup>(["change", "mitigation"]);
const FAILING: ReadonlySet<EventKind> = new Set<EventKind>(["error_observed", "mitigation_failed", "impact_started"]);

function speaksOfTrouble(text: string): boolean {
  const all = wordsOf(text);
  return hasWord(all, "TROUBLED") || all.some((word) => isA(word, IS.negation));
}

const isTextOf = ({ troubled, asksText, refusesText }: ReadyRule, text: string): boolean =>
  (!troubled || speaksOfTrouble(text)) &&
  !(asksText && !meet(classesIn(wordsOf(text)), asksText)) &&
  !(refusesText && meet(classesIn(wordsOf(text)), refusesText));

function ruleOf(clause: Clause, text: string): KindRule | undefined {
  const named = kindByName(clause);
  if (named) return { kind: named, verbs: clause.verb };
  const rules = byVerb.get(clause.verb) ?? ANY_VERB;
  const read = new ReadClause(clause);
  const rule = rules.find((one) => fits(one, read) && isTextOf(one, text));
  return rule?.kind === "observation" ? undefined : rule;
}
