/** One line of Markdown with the physical line of the source where it starts. */
export interface OutLine {
  text: string;
  line: number;
}

const MOST_MARKED = 4000;
const MOST_PARTS = 200;

/** The lines of one block, and the text of the open paragraph. */
export class Frame {
  readonly lines: OutLine[] = [];
  /** How often a paragraph was closed. Emphasis can't span several. */
  closed = 0;
  private parts: string[] = [];
  private line = 0;

  add(text: string, line: number): void {
    if (this.parts.length === 0) this.line = line;
    this.parts.push(text);
  }

  /** Number of pieces in the open paragraph, to mark later where something starts. */
  get length(): number {
    return this.parts.length;
  }

  /**
   * Puts marks around the text since `from`, with white space outside. Does nothing for several lines or an empty text.
   */
  mark(from: number, wrap: (inner: string) => string): void {
    if (this.parts.length - from > MOST_PARTS) return;
    const inside = this.parts.slice(from).join("");
    const inner = inside.trim();
    if (inner === "" || inner.includes("\n") || inner.length > MOST_MARKED) return;
    const at = inside.indexOf(inner);
    this.parts.length = from;
    this.parts.push(`${inside.slice(0, at)}${wrap(inner)}${inside.slice(at + inner.length)}`);
  }

  /** Closes the paragraph. White space collapses, and only a break starts a new line. */
  close(prefix = ""): void {
    this.closed += 1;
    const lines = this.parts
      .join("")
      .split("\n")
      .map((text) => text.replace(/\s+/g, " ").trim());
    for (const text of lines) {
      if (text !== "") this.lines.push({ text: prefix === "" ? escaped(text) : `${prefix}${text}`, line: this.line });
    }
    this.parts = [];
  }

  push(lines: readonly OutLine[]): void {
    for (const line of lines) this.lines.push(line);
  }

  blank(): void {
    const last = this.lines.at(-1);
    if (last && last.text !== "") this.lines.push({ text: "", line: last.line });
  }
}

/** A paragraph that looks like a heading or quote of Markdown isn't one. */
const escaped = (text: string) => (/^(?:#{1,6}\s|>)/.test(text) ? `\\${text}` : text);
