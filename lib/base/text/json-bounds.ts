export interface JsonBounds {
  /** How deeply lists and objects can be nested. */
  depth: number;
  /** How many values there can be in all. */
  members: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Checks a JSON text piece by piece before it is parsed, so a text with too much in it is never parsed. */
export class JsonBoundsCheck {
  readonly #bounds: JsonBounds;
  #depth = 0;
  #members = 1;
  #isInText = false;
  #isEscaped = false;

  constructor(bounds: JsonBounds) {
    this.#bounds = bounds;
  }

  /** Returns which bound the text exceeds so far, or null. */
  take(bytes: Uint8Array): keyof JsonBounds | null {
    for (const byte of bytes) {
      if (this.#isInText) this.#read(byte);
      else if (byte === QUOTE) this.#isInText = true;
      else if (byte === COMMA) this.#members += 1;
      else if (OPENING.has(byte)) this.#open();
      else if (CLOSING.has(byte)) this.#depth -= 1;
      if (this.#depth > this.#bounds.depth) return "depth";
      if (this.#members > this.#bounds.members) return "members";
    }
    return null;
  }

  #open(): void {
    this.#depth += 1;
    this.#members += 1;
  }

  #read(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInText = false;
  }
}
