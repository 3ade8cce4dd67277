const LETTERS = 3;
const ASCII = 128;

/**
 * Finds, in one pass over a text, which of many patterns could match it: those of which a word begins as they need.
 * A beginning of one or two letters is a whole word; digits count as letters.
 */
export class WordIndex {
  readonly #asking: number[] = [];
  readonly #byLetters = new Map<number, { beginning: string; place: number }[]>();
  /** Which first two letters some beginning has: most words of a text end their look here. */
  readonly #begins = new Uint8Array(ASCII * ASCII);
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
    // A digit speaks for every word that it begins, whatever follows.
    if (isDigit(letters)) this.#begins.fill(1, letters * ASCII, (letters + 1) * ASCII);
    else this.#begins[firstTwo(letters)] = 1;
  }

  /**
   * Marks with 1 the places of the patterns that could match a text in lower case; null when none could. The marks hold
   * until the next text is looked at.
   */
  candidates(text: string): Uint8Array | null {
    let isAny = this.#asking.length > 0 && text.endsWith("?");
    const found = this.#found.fill(0);
    if (isAny) for (const place of this.#asking) found[place] = 1;
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      if (isWord(text.charCodeAt(at))) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        const letters = lettersAt(text, start, at);
        if (this.#begins[firstTwo(letters)] === 1) isAny = this.#mark(text, start, letters, found) || isAny;
        start = -1;
      }
    }
    return isAny ? found : null;
  }

  /** Marks the patterns that the word from `start` may be for, and says whether there are any. */
  #mark(text: string, start: number, letters: number, found: Uint8Array): boolean {
    let isAny = false;
    for (const { beginning, place } of this.#byLetters.get(letters) ?? []) {
      if (found[place] === 0 && !text.startsWith(beginning, start)) continue;
      found[place] = 1;
      isAny = true;
    }
    const first = letters % ASCII;
    if (!isDigit(first)) return isAny;
    for (const { place } of this.#byLetters.get(first) ?? []) {
      found[place] = 1;
      isAny = true;
    }
    return isAny;
  }
}

const DIGIT_NINE = 57;
const isDigit = (code: number): boolean => code <= DIGIT_NINE;

/** The first letters of the word from `start` to `end` as one number, the first of them the lowest. */
function lettersAt(text: string, start: number, end: number): number {
  let letters = 0;
  for (let at = Math.min(end, start + LETTERS) - 1; at >= start; at -= 1)
    letters = letters * ASCII + text.charCodeAt(at);
  return letters;
}

const firstTwo = (letters: number): number => (letters % ASCII) * ASCII + (Math.floor(letters / ASCII) % ASCII);

const WORD = Uint8Array.from({ length: ASCII }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));
/** Letters, digits and `_`: what `\w` takes. */
const isWord = (code: number): boolean => code < ASCII && WORD[code] === 1;
