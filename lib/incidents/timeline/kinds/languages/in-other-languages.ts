import { onceAText } from "#lib/base/text/once-a-text.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Concept } from "./concept.ts";
import { EAST_ASIAN_WORDS } from "./east-asian-words.ts";
import { ACCENTED_ENGLISH, ALSO_ENGLISH, EUROPEAN_WORDS, SMALL_WORDS } from "./european-words.ts";
import { kindOfMeaning } from "./kind-of-meaning.ts";
import { MORE_EUROPEAN_WORDS } from "./more-european-words.ts";
import { isOnlySpokenOf, withoutQuestions, withoutWishes } from "./only-spoken-of.ts";
import { RARER_EUROPEAN_WORDS } from "./rarer-european-words.ts";
import { plainEastAsian, plainEuropean, simplified } from "./rewrite.ts";

/** The kind and sayings of a line in a language other than English. */
export interface ToldElsewhere {
  /** Undefined if its words suggest no kind. */
  kind: EventKind | undefined;
  means: ReadonlySet<Concept>;
  /** Its words suggest a kind, but it only wishes, denies or asks for it. */
  isOnlySpokenOf: boolean;
  /** It is certainly in another language, so its English words have no meaning for a kind. */
  isOther: boolean;
}

/** One or more words, each as its start (`stem*`), its end (`*end`) or whole. */
interface Entry {
  parts: readonly string[];
  concept: Concept;
}

const CONCEPTS = Object.keys(EAST_ASIAN_WORDS) as Concept[];
const ENTRIES = [EUROPEAN_WORDS, MORE_EUROPEAN_WORDS, RARER_EUROPEAN_WORDS].flatMap((table) =>
  (Object.entries(table) as [Concept, string][]).flatMap(([concept, words]) =>
    words.split(/\s+/).map((entry): Entry => ({ parts: entry.split("_"), concept })),
  ),
);
const isWhole = ({ parts: [first = "", ...rest] }: Entry): boolean => rest.length === 0 && !first.includes("*");
const wholeWords = Map.groupBy(ENTRIES.filter(isWhole), ({ parts: [word = ""] }) => word);
const KEY = 2;
/** The other entries by the first letters of their first word. Those that start with any letters are under "*". */
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
const OTHER_LETTER = /[\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff]/;
const READ = 300;

/** Returns the kind and sayings of a line in another language. */
export const toldElsewhere = (text: string): ToldElsewhere => read(text.slice(0, READ));

const read = onceAText(2000, (text): ToldElsewhere => {
  const stated = withoutQuestions(text);
  const means = meantBy(stated);
  const kind = kindOfMeaning(means);
  const isTold = (part: string) => kindOfMeaning(meantBy(part)) === kind && kind && !isOnlySpokenOf(part, kind);
  const isSpoken = kind !== undefined && isOnlySpokenOf(stated, kind) && !isTold(withoutWishes(stated));
  return {
    means,
    isOther: hasOtherScript(text) || isInEurope(text),
    isOnlySpokenOf: isSpoken,
    kind: isSpoken ? undefined : kind,
  };
});

const meantBy = (text: string): Set<Concept> =>
  CJK.test(text) ? meantInEastAsia(text) : meantInEurope(plainEuropean(text));

function meantInEastAsia(text: string): Set<Concept> {
  const plain = plainEastAsian(text);
  const simple = simplified(plain);
  const isIn = (word: string) => plain.includes(word) || simple.includes(word);
  return new Set(EAST_ASIAN.flatMap(([concept, all]) => (all.some(isIn) ? concept : [])));
}

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
  return words.some(isOther) || [...meantInEurope(text)].some((one) => !HELPERS.has(one));
}
/** Meanings that suggest no kind alone. Their words occur next to English ones too. */
const HELPERS: ReadonlySet<Concept> = new Set<Concept>([
  "take",
  "confirm",
  "can",
  "capacity",
  "site",
  "team",
  "add",
  "setting",
  "set",
  "traffic",
]);
const ACCENT = /[\u00df-\u024f]/;

function isPart(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  if (part.startsWith("*")) return word.endsWith(part.slice(1));
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}
