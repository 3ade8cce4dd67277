/** One place in a phrase: words that can be there, ends of words (`*ing`), or up to so many words of any kind. */
interface Slot {
  words: ReadonlySet<string>;
  endings: readonly string[];
  isOptional: boolean;
  most: number;
}

const WORD = /[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*/gu;
const LONGEST_GAP = 6;

/** Returns the words of a text in lower case. A hyphen, an apostrophe or a full stop within a word belongs to it. */
export const plainWords = (text: string): string[] => text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];

/**
 * A table of phrases, one per line. `|` separates words in one place, `?` follows an optional place, `*ing` is the end
 * of a word, and `..` is up to six words.
 */
export class PhraseTable {
  readonly #single = new Set<string>();
  readonly #byFirst = new Map<string, (readonly Slot[])[]>();
  /** Phrases that start with any word of an ending. */
  readonly #open: (readonly Slot[])[] = [];

  constructor(table: string) {
    for (const line of table.split("\n")) this.#add(line.trim().split(/\s+/).map(readSlot));
  }

  #add(slots: readonly Slot[]): void {
    const [first, ...rest] = slots;
    if (first?.isOptional && rest.length > 0) this.#add(rest);
    if (!first || first.endings.length > 0 || first.most > 0) this.#open.push(slots);
    else
      for (const word of first.words) {
        if (rest.length === 0) this.#single.add(word);
        else this.#byFirst.set(word, [...(this.#byFirst.get(word) ?? []), slots]);
      }
  }

  /** Returns whether the words contain one of the phrases. */
  isIn(words: readonly string[]): boolean {
    return words.some((_, place) => this.isAt(words, place));
  }

  /** Returns whether one of the phrases starts at a place in the words. */
  isAt(words: readonly string[], place: number): boolean {
    const word = words[place] ?? "";
    const starts = (slots: readonly Slot[]) => standsAt(slots, 0, words, place);
    return this.#single.has(word) || this.#byFirst.get(word)?.some(starts) || this.#open.some(starts);
  }
}

function readSlot(written: string): Slot {
  const isOptional = written.endsWith("?");
  const parts = (isOptional ? written.slice(0, -1) : written).split("|");
  return {
    words: new Set(parts.filter((part) => !part.startsWith("*"))),
    endings: parts.filter((part) => part.startsWith("*")).map((part) => part.slice(1)),
    isOptional,
    most: written === ".." ? LONGEST_GAP : 0,
  };
}

function standsAt(slots: readonly Slot[], from: number, words: readonly string[], place: number): boolean {
  const slot = slots[from];
  if (!slot) return true;
  if (slot.most > 0)
    return Array.from({ length: slot.most + 1 }).some((_, gap) => standsAt(slots, from + 1, words, place + gap));
  const word = words[place];
  const isMet = word !== undefined && (slot.words.has(word) || slot.endings.some((end) => word.endsWith(end)));
  return (
    (isMet && standsAt(slots, from + 1, words, place + 1)) ||
    (slot.isOptional && standsAt(slots, from + 1, words, place))
  );
}
