import { onceAText } from "#lib/base/text/once-a-text.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Concept } from "./concept.ts";
import { EAST_ASIAN_WORDS } from "./east-asian-words.ts";
import { ACCENTED_ENGLISH, ALSO_ENGLISH, EUROPEAN_WORDS, SMALL_WORDS } from "./european-words.ts";

/** What a line in another language than English tells. */
export interface ToldElsewhere {
  /** Undefined if its words suggest no kind. */
  kind: EventKind | undefined;
  means: ReadonlySet<Concept>;
  /** It is certainly in another language, so English words in it tell nothing. */
  isOther: boolean;
}

/** One or more words, each as its start (`stem*`), its end (`*end`) or whole. */
interface Entry {
  parts: readonly string[];
  concept: Concept;
}

const CONCEPTS = Object.keys(EUROPEAN_WORDS) as Concept[];
const ENTRIES = CONCEPTS.flatMap((concept) =>
  EUROPEAN_WORDS[concept].split(/\s+/).map((entry): Entry => ({ parts: entry.split("_"), concept })),
);
const isWhole = ({ parts: [first = "", ...rest] }: Entry): boolean => rest.length === 0 && !first.includes("*");
const wholeWords = Map.groupBy(ENTRIES.filter(isWhole), ({ parts: [word = ""] }) => word);
const KEY = 2;
/** The other entries by the first letters of their first word. Those that begin with any letters are under "*". */
const byStart = Map.groupBy(
  ENTRIES.filter((entry) => !isWhole(entry)),
  ({ parts: [first = ""] }) => (first.startsWith("*") ? "*" : first.slice(0, KEY)),
);
const anyStart = byStart.get("*") ?? [];
const EAST_ASIAN = CONCEPTS.map((concept) => [concept, EAST_ASIAN_WORDS[concept].split(" ")] as const);

/** Returns whether a text has words in a script that English isn't written in. Its Latin words are names there. */
export const hasOtherScript = (text: string): boolean => OTHER_SCRIPT.test(text);
const OTHER_SCRIPT = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}|[\u0400-\u04ff]{3}/;
const CJK = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
/** All that isn't part of a word, except for hyphens. */
const BETWEEN = /[\s!-,./:-@[-`{-~’…„“”«»–—→]+/;
/** Words that only English has. */
const ENGLISH = new Set("the and with from were been that this has have our".split(" "));
/** Returns whether a text has letters that English doesn't use. */
export const hasOtherLetter = (text: string): boolean =>
  OTHER_LETTER.test(text) && text.toLowerCase().split(BETWEEN).some(isForeign);
const isForeign = (word: string): boolean => OTHER_LETTER.test(word) && !ACCENTED_ENGLISH.has(word);
const OTHER_LETTER = /[\u00c0-\u024f\u0370-\u052f]/;
const READ = 300;

/** Returns what a line in another language tells. */
export const toldElsewhere = (text: string): ToldElsewhere => read(text.slice(0, READ));

const read = onceAText(2000, (text): ToldElsewhere => {
  const means = CJK.test(text) ? meantInEastAsia(text) : meantInEurope(withoutAims(text));
  return {
    means,
    isOther: hasOtherScript(text) || isInEurope(text),
    kind: KINDS.find(({ of, not = [] }) => of.every((all) => hasAny(means, all)) && !hasAny(means, not))?.kind,
  };
});

/** "Afin de rétablir l'accès": what a step is for, which it doesn't tell to have reached. */
const AIM = new RegExp(
  String.raw`(?:(?<!\p{L})${oneOf`
    afin d[e'’] | dans le but d[e'’] | pour (?=(?:la |le |les |l['’])?\p{L}+(?:er|ir|re)(?!\p{L}))
    (?:para|a fin de|con el fin de|com o objetivo de) (?=\p{L}+[aei]r(?:l[oae]s?|se)?(?!\p{L}))
    (?:per|al fine di|allo scopo di) (?=\p{L}+[aei]r(?:e|l[oaie]|si)(?!\p{L})) | teneinde | чтобы | aby | żeby
  `}|,\s(?:um|om)\s(?=[^,.;]*(?:zu\p{L}*en(?!\p{L})|\szu\s|\ste\s)))[^,.;:]*`,
  "giu",
);
/** "O nome é resolvido", "das wird behoben": a step or what is under way. "Foi resolvido" and "ist behoben" tell an end. */
const UNDER_WAY =
  /(?<!\p{L})(?:é|são|será|serão|es|son|será|serán|wird|werden) (?:resolvid|resuelt|solucionad|restabelecid|restablecid|behoben|gelöst|wiederhergestellt)\p{L}*/giu;
const withoutAims = (text: string): string => text.replace(AIM, " ").replace(UNDER_WAY, " ");

const hasAny = (means: ReadonlySet<Concept>, wanted: Concept | readonly Concept[]): boolean =>
  typeof wanted === "string" ? means.has(wanted) : wanted.some((one) => means.has(one));

const meantInEastAsia = (text: string): Set<Concept> =>
  new Set(EAST_ASIAN.flatMap(([concept, all]) => (all.some((word) => unspaced(text).includes(word)) ? concept : [])));

/** Korean divides words, and not always. What is left of a change, or a warning, goes without the trouble ending. */
const unspaced = (text: string): string => text.replaceAll(" ", "").replace(REMAINS, "");
const REMAINS = /(?:残留|残骸|残存|残り|重複|不整合|差分|警告)の?(?:解消|解決)/g;

function meantInEurope(text: string): Set<Concept> {
  const means = new Set<Concept>();
  const words = text.toLowerCase().split(BETWEEN);
  if (words.some((word) => ENGLISH.has(word))) return means;
  let isOther = words.some(isForeign);
  for (const [place, word] of words.entries()) {
    isOther ||= SMALL_WORDS.has(word);
    const fits = ({ parts }: Entry) => parts.every((part, step) => isPart(words[place + step], part));
    const add = ({ parts, concept }: Entry) => {
      means.add(concept);
      isOther ||= parts.length > 1 || !ALSO_ENGLISH.has(word);
    };
    wholeWords.get(word)?.forEach(add);
    for (const entries of [byStart.get(word.slice(0, KEY)), anyStart])
      for (const entry of entries ?? []) if (fits(entry)) add(entry);
  }
  return isOther ? means : new Set();
}

/** Returns whether a text in Latin letters isn't English: by its small words, or by accents outside of names. */
function isInEurope(text: string): boolean {
  const words = text.split(BETWEEN);
  if (words.some((word) => ENGLISH.has(word.toLowerCase()))) return false;
  const isOther = (word: string) =>
    SMALL_WORDS.has(word.toLowerCase()) || (/^\p{Ll}/u.test(word) && ACCENT.test(word) && isForeign(word));
  return words.some(isOther) || meantInEurope(text).size > 0;
}
const ACCENT = /[\u00df-\u024f]/;

function isPart(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  if (part.startsWith("*")) return word.endsWith(part.slice(1));
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}

interface KindOfMeaning {
  kind: EventKind | undefined;
  /** Each of them, or any of a list. */
  of: readonly (Concept | readonly Concept[])[];
  not?: readonly Concept[];
}

const RECOVERY: readonly Concept[] = ["restored", "resolved", "normal"];
/** Excludes that restoring has only started. */
const NOT_YET: readonly Concept[] = [
  "fully",
  "done",
  "end",
  "works",
  "available",
  "resolved",
  "normal",
  "restart",
  "outage",
];
const STEP: readonly Concept[] = ["restart", "rollback", "replace", "deploy"];

/** The first that fits decides. */
const KINDS: readonly KindOfMeaning[] = [
  { kind: undefined, of: ["planned"] },
  { kind: "mitigation_failed", of: ["useless", [...STEP, "fail"]] },
  { kind: "decision", of: ["decide"] },
  { kind: "rollback_finished", of: ["rollback", "done"], not: ["not"] },
  { kind: "rollback_started", of: ["rollback"], not: ["not"] },
  { kind: "public_update", of: ["statuspage", ["publish", "inform", "report"]] },
  { kind: "public_update", of: ["customer", ["inform", "publish"]] },
  { kind: "public_update", of: ["publish", ["incident", "outage"]], not: ["done", "restored", "resolved"] },
  { kind: "paged", of: ["oncall", "call"] },
  { kind: "acknowledged", of: ["acknowledge"], not: ["not"] },
  { kind: "customer_report", of: ["customer", "report"], not: ["restored", "resolved"] },
  { kind: undefined, of: ["alert", "useless"] },
  { kind: "alert_fired", of: ["alert"], not: ["done", "end", "resolved", "normal", "not", "deploy", "migrate"] },
  { kind: "alert_fired", of: ["monitoring", "report"] },
  { kind: "error_observed", of: ["notice", ["gone", "outage"]], not: RECOVERY },
  { kind: undefined, of: [["monitoring", "watch"], "restored"] },
  { kind: undefined, of: [[...RECOVERY, "works"], "not"], not: ["end"] },
  { kind: "mitigated", of: [RECOVERY, "partly"] },
  { kind: "resolved", of: [["resolved", "normal"]], not: ["gone"] },
  { kind: "resolved", of: [["outage", "incident"], "end"] },
  { kind: "resolved", of: ["fully", ["restored", "again"], ["restored", "available", "works", "service"]] },
  { kind: "resolved", of: ["fully", "works"], not: ["not", "gone", "fail", "begin"] },
  { kind: "resolved", of: ["restored", "end"] },
  { kind: "mitigation_started", of: ["backup", ["restored", "repair"]], not: NOT_YET },
  { kind: "mitigation_started", of: ["repair", "begin"], not: NOT_YET },
  { kind: "impact_ended", of: ["restored", "service"] },
  { kind: "mitigated", of: ["again", ["works", "available"]], not: ["not"] },
  { kind: "mitigated", of: ["restored"] },
  { kind: "closed", of: [["incident", "ticket"], "close"], not: ["not", "declare"] },
  { kind: "escalated", of: ["escalate"], not: ["not"] },
  { kind: "declared", of: ["incident", "declare"] },
  { kind: "impact_started", of: ["gone"], not: ["again"] },
  { kind: "impact_started", of: ["outage", "begin"] },
  { kind: "impact_started", of: ["fail", "begin"], not: [...RECOVERY, ...STEP, "not", "again", "cause"] },
  { kind: "escalated", of: ["supplier", "contact"] },
  { kind: "error_observed", of: ["crash"], not: ["not", "cause", "found", "investigate", "repair"] },
  { kind: "restarted", of: ["restart"], not: ["not"] },
  { kind: "deploy_finished", of: ["deploy", "done"] },
  { kind: "deploy_started", of: ["deploy"], not: ["not", "cause"] },
  { kind: "mitigation_started", of: ["replace"], not: ["not", "cause"] },
  { kind: "scaled", of: ["scale"], not: ["not", "cause"] },
  { kind: "migration", of: ["migrate"], not: ["not", "cause", "fail", "found"] },
  {
    kind: "error_observed",
    of: ["fail"],
    not: [...RECOVERY, ...STEP, "not", "again", "cause", "investigate", "found", "works"],
  },
];
