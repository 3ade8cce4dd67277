/** One place of a phrase: words that may stand there, ends of words (`*ing`), or up to so many words of any kind. */
interface Slot {
  words: ReadonlySet<string>;
  endings: readonly string[];
  isOptional: boolean;
  most: number;
}

const WORD = /[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*/gu;
const LONGEST_GAP = 6;

/** The words of a text in lower case; a hyphen, an apostrophe or a point within a word belongs to it. */
export const plainWords = (text: string): string[] => text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];

/**
 * A table of phrases, one a line: `|` between words of one place, `?` behind a place that may be empty, `*ing` for the end
 * of a word, `..` for up to six words.
 */
export class Phrases {
  readonly #single = new Set<string>();
  readonly #longer: (readonly Slot[])[] = [];

  constructor(table: string) {
    const lines = table.split("\n").map((line) => line.trim().split(/\s+/).map(readSlot));
    for (const slots of lines) {
      const [first] = slots;
      if (slots.length === 1 && first && first.endings.length === 0)
        for (const word of first.words) this.#single.add(word);
      else this.#longer.push(slots);
    }
  }

  /** Whether one of the phrases stands among the words. */
  isIn(words: readonly string[]): boolean {
    return words.some(
      (word, place) => this.#single.has(word) || this.#longer.some((slots) => standsAt(slots, 0, words, place)),
    );
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
