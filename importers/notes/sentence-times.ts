import type { FoundDate } from "#importers/lex/find-dates.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Line } from "./lines.ts";
import { saidDates } from "./said-dates.ts";
import type { Section } from "./sections.ts";
import { isElsewhereTitle } from "./titles.ts";
import type { TrailingEntry } from "./trailing.ts";

const LIMIT = 8000;
const LEAST = 3;
const SENTENCE_END = /[.!?]["”')\]]?\s+(?=["“'(]?[\p{Lu}\d])/gu;
const NOT_AN_END =
  /(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|no|dr|mr|ms|st|jan|feb|mar|apr|aug|sept?|oct|nov|dec)|\b\p{L})\.$/iu;
/** What tells that a time follows, not a number, a ratio or a length. */
const BEFORE =
  /(?<![\p{L}\d:.-])(?:at|by|around|about|approximately|from|since|until|between|um|gegen|vers|à|a las|hacia las|alle|às)\s+(?:(?:exactly|precisely)\s+)?(?=(?:(?:about|around|roughly|approximately|approx\.?|circa)\s+|~\s?)?\d)/giu;
/** A time of a plan, a habit or an example, at which nothing happened. */
const NOT_YET =
  /\b(?:every (?:day|night|week|month|hour|morning)|daily|weekly|hourly|will|should|for example)\b|\((?:e\.g\.|for instance|such as)/i;

/**
 * The times within the sentences of a text that tells its story in paragraphs only. Empty unless it names a day
 * and at least three times. Each sentence is the words of each time in it; a time told twice counts once.
 */
export function readSentenceTimes(lines: readonly Line[], sections: readonly Section[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  const told = new Set<string>();
  const days = new Days(firstDay(lines, sections));
  for (const { at, text } of paragraphsOf(lines, sections)) {
    for (const sentence of sentencesOf(text)) {
      const stamps = NOT_YET.test(sentence) ? [] : stampsIn(sentence);
      days.see(sentence, stamps.length > 0);
      if (!days.isKnown) continue;
      for (const stamp of stamps) {
        const dated = days.date(stamp);
        const key = JSON.stringify([dated.date, dated.clock]);
        if (told.has(key)) continue;
        told.add(key);
        found.push({ at, words: [], stamp: dated, text: [sentence], actor: null });
      }
    }
  }
  return found.length >= LEAST ? found : [];
}

/** Paragraphs and items with the lines they are wrapped over, but of parts for lessons and actions. */
function paragraphsOf(lines: readonly Line[], sections: readonly Section[]): { at: number; text: string }[] {
  const paragraphs: { at: number; text: string }[] = [];
  for (const [index, { role, content }] of lines.entries()) {
    if ((role !== "text" && role !== "item") || isElsewhereTitle(sections[index]?.title ?? "")) continue;
    const last = paragraphs.at(-1);
    const above = lines[index - 1]?.role;
    if (last && role === "text" && (above === "text" || above === "item"))
      last.text += last.text.length < LIMIT ? ` ${content}` : "";
    else paragraphs.push({ at: index, text: content });
  }
  return paragraphs.map(({ at, text }) => ({ at, text: plainText(text.slice(0, LIMIT)) }));
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    if (NOT_AN_END.test(text.slice(Math.max(from, end.index - 8), end.index + 1))) continue;
    sentences.push(text.slice(from, end.index + end[0].length).trim());
    from = end.index + end[0].length;
  }
  return [...sentences, text.slice(from).trim()];
}

function stampsIn(sentence: string): Stamp[] {
  const stamps: Stamp[] = [];
  let after = 0;
  for (const before of sentence.matchAll(BEFORE)) {
    const start = before.index + before[0].length;
    if (start < after) continue;
    const stamp = readStamp(sentence.slice(start));
    if (!stamp?.clock || stamp.problem !== null || stamp.clock.minute === null) continue;
    stamps.push(stamp);
    after = start + stamp.statedText.length;
  }
  return stamps;
}

/** The first full date that is no day of something else. */
function firstDay(lines: readonly Line[], sections: readonly Section[]): FoundDate | null {
  for (const [index, { role, content }] of lines.entries()) {
    if (!TELLS.has(role) || sections[index]?.elsewhere) continue;
    const full = saidDates(content, role === "heading").find(({ day }) => day.year !== null);
    if (full) return full;
  }
  return null;
}

const TELLS: ReadonlySet<string> = new Set(["text", "heading", "item", "row"]);
const NEXT_DAY = /\b(?:the\s)?(?:next|following)\s(?:day|morning|afternoon|evening)\b/i;
/** A day that nobody can count to: what follows has none until one is named. */
const SOME_DAY =
  /\b(?:(?:\w+\s)?(?:days?|nights?|weeks?|months?|years?)\s(?:later|after|before|earlier|ago)|(?:later|earlier)\sthat\s(?:week|month|year)|(?:next|following|previous|last)\s(?:night|week|month|year|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|yesterday|the\sday\sbefore|overnight|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** The day of each time: that of its sentence, else that of the time before it, over midnight when the clock turns back. */
class Days {
  #day: FoundDate["day"] | null;
  #year: number | null;
  #above = 0;
  #isNew = true;

  constructor(first: FoundDate | null) {
    this.#day = first?.day ?? null;
    this.#year = first?.day.year ?? null;
  }

  get isKnown(): boolean {
    return this.#day !== null;
  }

  /** Takes over the day that a sentence names; one that only alludes to a day loses it. */
  see(sentence: string, isTimed: boolean): void {
    const [named] = isTimed ? findDates(sentence) : saidDates(sentence);
    if (named) this.#day = { ...named.day, year: named.day.year ?? this.#year };
    else if (NEXT_DAY.test(sentence)) this.#day = this.#day && dayAfter(this.#day);
    else if (SOME_DAY.test(sentence)) this.#day = null;
    else return;
    this.#year = this.#day?.year ?? this.#year;
    this.#isNew = true;
  }

  date(stamp: Stamp): Stamp {
    const minutes = (stamp.clock?.hour ?? 0) * 60 + (stamp.clock?.minute ?? 0);
    if (stamp.date === null && this.#day && !this.#isNew && this.#above - minutes > HALF_DAY)
      this.#day = dayAfter(this.#day);
    this.#above = minutes;
    this.#isNew = false;
    if (stamp.date !== null || this.#day === null) return stamp;
    return { ...stamp, date: { kind: "day", day: this.#day, end: 0, written: "" } };
  }
}

function dayAfter({ year, month, day }: FoundDate["day"]): FoundDate["day"] {
  const next = new Date(Date.UTC(year ?? 2000, month - 1, day + 1));
  return { year: year === null ? null : next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

const HALF_DAY = 12 * 60;
