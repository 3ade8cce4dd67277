import {
  BorderStyle,
  CheckBox,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { columnShares } from "../../printed/columns.ts";
import { type Block, type BlockOf, type Cell, type PrintedReview, plainWords } from "../../printed/printed.ts";
import { lineDirection, runsOf, type WordIds } from "./word-inline.ts";

/** Width of the text on A4 with its margins, in twentieths of a point, and in pixels of 96 to the inch. */
const TEXT_TWIPS = 9638;
const TEXT_PIXELS = 642;
const TALLEST_PIXELS = 880;
/** Word has nine levels of a list. */
const DEEPEST = 8;
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const TONES: Readonly<Record<string, { word: string; colour: string }>> = {
  note: { word: "Note", colour: "0B5C6B" },
  tip: { word: "Tip", colour: "2E7D4F" },
  warning: { word: "Warning", colour: "B26A00" },
};

/** How paragraphs look where they are. */
type Look = Pick<IParagraphOptions, "style" | "indent" | "shading" | "border">;

/** Where a list has its first number. Each has a numbering of its own, or it would continue the one before. */
export interface Numbering {
  reference: string;
  start: number;
}

/** Turns blocks into those of Word, and collects the numberings that they need. */
export class WordBlocks {
  readonly numberings: Numbering[] = [];
  readonly #pictures: PrintedReview["pictures"];
  readonly #ids: WordIds;

  constructor(pictures: PrintedReview["pictures"], ids: WordIds) {
    this.#pictures = pictures;
    this.#ids = ids;
  }

  of(blocks: readonly Block[], look: Look = {}, level = 0): (Paragraph | Table)[] {
    return blocks.flatMap((block) => this.#one(block, look, level));
  }

  #one(block: Block, look: Look, level: number): (Paragraph | Table)[] {
    switch (block.kind) {
      case "heading":
        return [this.#line(block.content, { heading: LEVELS[block.level] })];
      case "paragraph":
        return [this.#line(block.content, look)];
      case "note":
        return [this.#line(block.content, { ...look, style: "Remark" })];
      case "list":
        return this.#list(block, look, level);
      case "table":
        return this.#table(block);
      case "quote":
        return this.of(block.blocks, { ...look, style: "Quote" }, level);
      case "callout":
        return this.#callout(block, level);
      case "fold": {
        const bold = block.title.map((part) => (part.kind === "words" ? { ...part, styles: ["bold"] as const } : part));
        return [this.#line(bold, look), ...this.of(block.blocks, { indent: { left: 340 }, ...look }, level)];
      }
      case "code":
        return [codeOf(block.text)];
      case "picture":
        return this.#picture(block);
      case "rule":
        return [new Paragraph({ thematicBreak: true })];
    }
  }

  #line(content: BlockOf<"paragraph">["content"], options: IParagraphOptions): Paragraph {
    return new Paragraph({ ...options, ...lineDirection(content), children: runsOf(content, this.#ids) });
  }

  #list({ isOrdered, start, items }: BlockOf<"list">, look: Look, level: number): (Paragraph | Table)[] {
    const reference = isOrdered ? `numbers-${this.numberings.length}` : "bullets";
    if (isOrdered) this.numberings.push({ reference, start });
    const numbering = { reference, level: Math.min(level, DEEPEST) };
    return items.flatMap(({ isChecked, blocks }) => {
      const [first, ...rest] = blocks;
      const content = first?.kind === "paragraph" ? first.content : [];
      const more = first?.kind === "paragraph" ? rest : blocks;
      const indent = { left: 400 * (level + 1) };
      const line =
        isChecked === null
          ? this.#line(content, { ...look, numbering })
          : new Paragraph({
              ...{ ...look, indent, ...lineDirection(content) },
              children: [new CheckBox({ checked: isChecked }), new TextRun(" "), ...runsOf(content, this.#ids)],
            });
      return [line, ...this.of(more, { ...look, indent }, level + 1)];
    });
  }

  #callout({ tone, blocks }: BlockOf<"callout">, level: number): (Paragraph | Table)[] {
    const { word, colour } = TONES[tone] ?? { word: "Note", colour: "0B5C6B" };
    const look = {
      shading: { type: ShadingType.CLEAR, fill: "F2F5F5" },
      border: { left: { style: BorderStyle.SINGLE, size: 18, color: colour, space: 8 } },
    };
    const name: Block = { kind: "paragraph", content: [{ ...plainWords(word), styles: ["bold"] }] };
    return this.of([name, ...blocks], look, level);
  }

  #table(table: BlockOf<"table">): (Paragraph | Table)[] {
    const { caption, headRows, rows } = table;
    const widths = columnShares(table).map((share) => Math.round(share * TEXT_TWIPS));
    if (rows.every((row) => row.length === 0)) return [];
    const drawn = new Table({
      width: { size: TEXT_TWIPS, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      ...(caption === null ? {} : { caption }),
      rows: rows.map(
        (cells, at) =>
          new TableRow({
            ...(at < headRows ? { tableHeader: true, cantSplit: true } : {}),
            children: this.#cells(cells, widths),
          }),
      ),
    });
    const above = caption === null ? [] : [new Paragraph({ text: caption, style: "Caption", keepNext: true })];
    // Word joins tables that touch, and needs a paragraph after the last one.
    return [...above, drawn, new Paragraph({ spacing: { after: 60 } })];
  }

  #cells(cells: readonly Cell[], widths: readonly number[]): TableCell[] {
    let at = 0;
    return cells.map(({ isHead, columns, rows, blocks }) => {
      const size = widths.slice(at, at + columns).reduce((sum, width) => sum + width, 0);
      at += columns;
      const inside = this.of(blocks);
      return new TableCell({
        width: { size, type: WidthType.DXA },
        ...(columns > 1 ? { columnSpan: columns } : {}),
        ...(rows > 1 ? { rowSpan: rows } : {}),
        ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: "EEF2F2" } } : {}),
        children: inside.length === 0 ? [new Paragraph("")] : inside,
      });
    });
  }

  #picture({ id, alt, share, caption }: BlockOf<"picture">): Paragraph[] {
    const picture = this.#pictures.get(id);
    if (!picture) return [];
    const scale = Math.min((TEXT_PIXELS * share) / 100 / picture.width, TALLEST_PIXELS / picture.height);
    const image = new ImageRun({
      type: picture.mediaType === "image/png" ? "png" : "jpg",
      data: picture.bytes,
      transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
      altText: { name: alt, title: alt, description: alt },
    });
    const below = caption.length === 0 ? [] : [this.#line(caption, { style: "Caption" })];
    return [new Paragraph({ children: [image], keepNext: below.length > 0 }), ...below];
  }
}

const codeOf = (text: string): Paragraph =>
  new Paragraph({
    style: "Code",
    children: text.split("\n").map((line, at) => new TextRun({ text: line, ...(at === 0 ? {} : { break: 1 }) })),
  });
