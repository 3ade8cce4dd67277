const LETTERS = 3;

/**
 * Finds, in one pass over a text, which of many patterns could match it: those of which a word begins as they need.
 * A beginning of one or two letters is a whole word; digits count as letters.
 */
export class WordIndex {
  readonly #asking: number[] = [];
  readonly #byLetters = new Map<number, { beginning: string; place: number }[]>();
  /** One for all texts: they are looked at one after another. */
  readonly #found: Uint8Array;

  /** For each pattern the beginnings of words that it needs one of, separated by blanks; `?` for a text that ends so. */
  constructor(patterns: readonly string[]) {
    this.#found = new Uint8Array(patterns.length);
    for (const [place, beginnings] of patterns.entries()) {
      if (beginnings === "?") this.#asking.push(place);
      else for (const beginning of beginnings.split(" ")) this.#add(beginning, place);
    }
  }

  #add(beginning: string, place: number): void {
    const letters = lettersAt(beginning, 0, beginning.length);
    const known = this.#byLetters.get(letters);
    if (known) known.push({ beginning, place });
    else this.#byLetters.set(letters, [{ beginning, place }]);
  }

  /** Places of the patterns that could match a text in lower case, in their order. */
  candidates(text: string): number[] {
    const found = this.#found.fill(0);
    if (text.endsWith("?")) for (const place of this.#asking) found[place] = 1;
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      if (isWord(text.charCodeAt(at))) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        this.#mark(text, start, at, found);
        start = -1;
      }
    }
    const places: number[] = [];
    for (let place = 0; place < found.length; place += 1) if (found[place] === 1) places.push(place);
    return places;
  }

  #mark(text: string, start: number, end: number, found: Uint8Array): void {
    const known = this.#byLetters.get(lettersAt(text, start, end));
    for (const { beginning, place } of known ?? []) {
      if (found[place] === 0 && text.startsWith(beginning, start)) found[place] = 1;
    }
    const code = text.charCodeAt(start);
    if (code > DIGIT_NINE) return;
    for (const { place } of this.#byLetters.get(code) ?? []) found[place] = 1;
  }
}

const DIGIT_NINE = 57;

/** The first letters of the word from `start` to `end` as one number. */
function lettersAt(text: string, start: number, end: number): number {
  let letters = 0;
  for (let at = Math.min(end, start + LETTERS) - 1; at >= start; at -= 1) letters = letters * 128 + text.charCodeAt(at);
  return letters;
}

/** Letters, digits and `_`: what `\w` takes. */
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= DIGIT_NINE) || code === 95 || (code >= 65 && code <= 90);
