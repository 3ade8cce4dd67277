import { BLOCKS, boldness, DROPPED, isHeading, isHidden, linkOf, MARKS } from "./elements.ts";
import { Frame, type OutLine } from "./frame.ts";
import { isLayout, type TableRow, tableLines } from "./table-rows.ts";

type Attributes = Readonly<Record<string, string>>;

interface OpenElement {
  name: string;
  frame: Frame;
  from: number;
  closed: number;
  wrap: ((inner: string) => string) | null;
  /** The frame for the lines of items, quotes and cells. */
  own: boolean;
  marker: string;
  attributes: Attributes;
}

interface OpenTable {
  rows: TableRow[];
  hasInner: boolean;
}

/** Quotes and lists nested more deeply are read as text. */
const DEEPEST = 30;

/** Receives the elements of a page one by one and writes their Markdown. */
export class MarkdownWriter {
  private readonly frames: Frame[] = [new Frame()];
  private readonly elements: OpenElement[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly lists: { isOrdered: boolean; count: number }[] = [];
  private dropping = 0;
  private pre: { text: string; line: number } | null = null;
  private title: { text: string; line: number } | null = null;
  private inTitle = false;
  private line = 1;
  /** Open items and cells. */
  private kept = 0;

  open(name: string, attributes: Attributes, line: number): void {
    this.line = line;
    if (this.dropping > 0 || DROPPED.has(name) || isHidden(attributes)) {
      this.dropping += 1;
      return;
    }
    if (name === "title" && !this.title) {
      this.title = { text: "", line };
      this.inTitle = true;
    } else if (name === "br") this.addBreak();
    else if (name === "hr") this.closeBlock();
    else if (name === "input" && attributes.type === "checkbox") {
      this.frame.add(attributes.checked === undefined ? "[ ] " : "[x] ", line);
    } else if (name === "img") this.frame.add(attributes.alt ?? "", line);
    if (this.pre) this.push(name, attributes, null, false);
    else this.openBlock(name, attributes);
  }

  text(text: string, line: number): void {
    this.line = line;
    if (this.dropping > 0) return;
    if (this.inTitle && this.title) this.title.text += text;
    else if (this.pre) this.pre.text += text;
    // Line breaks of the source are white space. Only an element breaks a line.
    else if (text.trim() !== "") this.frame.add(text.replace(/\s+/g, " "), line);
    else if (this.frame.length > 0) this.frame.add(" ", line);
  }

  close(name: string): void {
    if (this.dropping > 0) {
      this.dropping -= 1;
      return;
    }
    if (name === "title") this.inTitle = false;
    const element = this.elements.pop();
    if (!element) return;
    if (name === "pre" && this.pre) this.closePre();
    else if (element.wrap && element.closed === element.frame.closed) element.frame.mark(element.from, element.wrap);
    else if (isHeading(name)) this.closeHeading(Number(name.slice(1)));
    else if (element.own) this.closeOwn(element);
    else if (name === "table") this.closeTable();
    else if (BLOCKS.has(name)) this.closeBlock();
    if (name === "ul" || name === "ol") this.lists.pop();
  }

  finish(): OutLine[] {
    while (this.elements.length > 0) this.close(this.elements.at(-1)?.name ?? "");
    this.frame.close();
    const lines = this.frame.lines;
    const title = this.title?.text.replace(/\s+/g, " ").trim() ?? "";
    if (title === "" || lines.some(({ text }) => text.startsWith("# "))) return lines;
    return [{ text: `# ${title}`, line: this.title?.line ?? 1 }, { text: "", line: 1 }, ...lines];
  }

  private get frame(): Frame {
    const last = this.frames.at(-1);
    if (last) return last;
    const first = new Frame();
    this.frames.push(first);
    return first;
  }

  private push(name: string, attributes: Attributes, wrap: OpenElement["wrap"], own: boolean, marker = ""): void {
    if (own) this.frames.push(new Frame());
    if (own && name !== "blockquote") this.kept += 1;
    const { frame } = this;
    this.elements.push({ name, frame, from: frame.length, closed: frame.closed, wrap, own, marker, attributes });
  }

  private openBlock(name: string, attributes: Attributes): void {
    if (name === "pre") {
      this.closeBlock();
      this.push(name, attributes, null, false);
      this.pre = { text: "", line: this.line };
    } else if (name === "table") this.openTable(attributes);
    else if (name === "tr") {
      this.tables.at(-1)?.rows.push({ line: this.line, cells: [] });
      this.push(name, attributes, null, false);
    } else if ((name === "td" || name === "th") && this.tables.length > 0) this.push(name, attributes, null, true);
    else if (name === "blockquote" && this.frames.length < DEEPEST) {
      this.closeBlock();
      this.push(name, attributes, null, true, "> ");
    } else if ((name === "li" || name === "dt" || name === "dd") && this.frames.length < DEEPEST) {
      this.frame.close();
      this.push(name, attributes, null, true, this.markerOf(name));
    } else if (name === "ul" || name === "ol") {
      if (this.lists.length === 0) this.closeBlock();
      else this.frame.close();
      this.lists.push({ isOrdered: name === "ol", count: 0 });
      this.push(name, attributes, null, false);
    } else {
      if (BLOCKS.has(name) || isHeading(name)) this.closeBlock();
      this.push(name, attributes, wrapOf(name, attributes), false);
    }
  }

  private markerOf(name: string): string {
    const list = this.lists.at(-1);
    if (name === "dd") return "  ";
    if (name === "dt" || !list?.isOrdered) return "- ";
    list.count += 1;
    return `${list.count}. `;
  }

  private addBreak(): void {
    if (this.pre) this.pre.text += "\n";
    else this.frame.add("\n", this.line);
  }

  private closeBlock(): void {
    this.frame.close();
    // A blank line within an item or cell would end it.
    if (this.kept > 0) return;
    this.frame.blank();
  }

  private closeHeading(level: number): void {
    const text = this.frame;
    text.close(`${"#".repeat(level)} `);
    text.blank();
  }

  private closePre(): void {
    const { text = "", line = this.line } = this.pre ?? {};
    this.pre = null;
    const rows = text.replace(/\r\n?/g, "\n").replace(/^\n/, "").trimEnd().split("\n");
    if (rows.every((row) => row.trim() === "")) return;
    const fence = text.includes("```") ? "~~~" : "```";
    this.frame.push(
      [fence, ...rows, fence].map((row, index) => ({
        text: row,
        line: line + Math.min(Math.max(index - 1, 0), rows.length - 1),
      })),
    );
    this.closeBlock();
  }

  private closeOwn({ name, marker, attributes }: OpenElement): void {
    const own = this.frames.pop() ?? new Frame();
    own.close();
    if (name !== "blockquote") this.kept -= 1;
    if (name === "td" || name === "th") {
      const span = (value: string | undefined) => Math.min(Math.max(Number.parseInt(value ?? "1", 10) || 1, 1), 500);
      const cell = {
        lines: own.lines,
        isHead: name === "th",
        colspan: span(attributes.colspan),
        rowspan: span(attributes.rowspan),
      };
      const rows = this.tables.at(-1)?.rows ?? [];
      if (rows.length === 0) rows.push({ line: this.line, cells: [] });
      rows.at(-1)?.cells.push(cell);
      return;
    }
    const isQuote = name === "blockquote";
    const later = isQuote ? marker : " ".repeat(marker.length);
    while (own.lines.at(-1)?.text === "") own.lines.pop();
    this.frame.push(
      own.lines.map(({ text, line }, index) => ({ text: `${index === 0 ? marker : later}${text}`, line })),
    );
    if (isQuote) this.frame.blank();
  }

  private openTable(attributes: Attributes): void {
    this.closeBlock();
    const outer = this.tables.at(-1);
    if (outer) outer.hasInner = true;
    this.tables.push({ rows: [], hasInner: false });
    this.push("table", attributes, null, false);
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    if (isLayout(table.rows, table.hasInner)) {
      for (const { cells } of table.rows) {
        for (const cell of cells) {
          this.frame.push(cell.lines);
          this.frame.blank();
        }
      }
    } else this.frame.push(tableLines(table.rows));
    this.closeBlock();
  }
}

function wrapOf(name: string, attributes: Attributes): OpenElement["wrap"] {
  if (name === "a") return (inner) => linkOf(inner, attributes.href ?? "");
  const isBold = boldness(attributes);
  const mark = isBold === true && name === "span" ? "**" : isBold === false ? undefined : MARKS[name];
  if (mark === undefined) return null;
  return (inner) => (inner.includes(mark) ? inner : `${mark}${inner}${mark}`);
}
