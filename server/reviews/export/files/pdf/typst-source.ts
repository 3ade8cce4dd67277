import { utc } from "#server/reviews/frozen/index.ts";
import {
  type Block,
  type BlockOf,
  breakable,
  type Change,
  contentsOf,
  type Inline,
  isRightToLeft,
  type PrintedReview,
  type PrintedThread,
  paragraphOf,
  plainWords,
  type TextStyle,
  textOf,
} from "../../printed/printed.ts";
import { typstTable } from "./typst-table.ts";

/**
 * Returns text as a string of Typst, in which nothing is markup. A long word gets places where it can break, which have
 * no width and aren't copied.
 */
const quoted = (text: string): string =>
  `"${breakable(text)
    .join("\u200b")
    .replace(/[\\"]/g, "\\$&")
    .replace(/\r?\n/g, "\\n")
    .replace(/[\r\t]/g, " ")}"`;

/** The same without places to break, for an address. */
const exactly = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s/g, " ")}"`;

const FUNCTIONS: Readonly<Record<Exclude<TextStyle, "code">, string>> = {
  ...{ bold: "strong", italic: "emph", underline: "underline", strike: "strike" },
};

const linked = (content: string, href: string | null): string =>
  href === null ? `#${content}` : `#link(${exactly(href)}, ${content})`;

/** Marks a suggested change, followed by its author. */
const changed = (content: string, changes: readonly Change[] = []): string =>
  changes.reduce(
    (inner, { kind, author }) => `#${kind === "insert" ? "underline" : "strike"}[${inner}]#super[#${quoted(author)}]`,
    content,
  );

function part(one: Inline): string {
  switch (one.kind) {
    case "break":
      return "#linebreak()";
    case "chip":
      return changed(linked(`chip(${quoted(one.text)})`, one.href), one.changes);
    case "comment":
      return one.side === "start" ? "" : `#super(link(label("comment-${one.number}"), "[${one.number}]"))`;
    case "words": {
      const raw = one.styles.includes("code") ? `raw(${quoted(one.text)})` : `[#${quoted(one.text)}]`;
      const styled = one.styles.reduce(
        (inner, style) => (style === "code" ? inner : `${FUNCTIONS[style]}(${inner})`),
        raw,
      );
      return changed(linked(styled, one.href), one.changes);
    }
  }
}

const line = (content: readonly Inline[]): string => content.map(part).join("");

/** Returns a paragraph, read from the side from which its first letter is read. */
const paragraph = (content: readonly Inline[]): string =>
  isRightToLeft(textOf(content)) ? `#[#set text(dir: rtl)\n#par[${line(content)}]]` : `#par[${line(content)}]`;

const items = (blocks: readonly Block[], pictures: Pictures): string =>
  blocks.map((one) => print(one, pictures)).join("\n");

function list({ isOrdered, start, items: own }: BlockOf<"list">, pictures: Pictures): string {
  const isTasks = own.some(({ isChecked }) => isChecked !== null);
  const told = own.map(({ isChecked, blocks }) => {
    const box = isChecked === null ? "" : `#${quoted(isChecked ? "\u2611 " : "\u2610 ")}`;
    const [first, ...rest] = blocks;
    const head = first?.kind === "paragraph" ? `${box}${line(first.content)}` : box;
    return `[${head}\n${items(first?.kind === "paragraph" ? rest : blocks, pictures)}]`;
  });
  const options = isOrdered ? `start: ${Math.max(0, start)}, ` : isTasks ? "marker: none, " : "";
  return `#${isOrdered ? "enum" : "list"}(${options}${told.join(", ")})`;
}

/** Paths of the pictures that Typst has, by id. */
type Pictures = ReadonlyMap<string, string>;

const TONES: Readonly<Record<string, { word: string; colour: string }>> = {
  note: { word: "Note", colour: "#0b5c6b" },
  tip: { word: "Tip", colour: "#2e7d4f" },
  warning: { word: "Warning", colour: "#b26a00" },
};

function print(block: Block, pictures: Pictures): string {
  switch (block.kind) {
    case "heading":
      return `#heading(level: ${block.level}, [${line(block.content)}])`;
    case "paragraph":
      return paragraph(block.content);
    case "note":
      return `#remark[${line(block.content)}]`;
    case "list":
      return list(block, pictures);
    case "table": {
      const above =
        block.caption === null ? "" : `#block(sticky: true, below: 0.5em, strong(${quoted(block.caption)}))\n`;
      return `${above}${typstTable(block, (cell) => items(cell.blocks, pictures))}`;
    }
    case "quote":
      return `#quote(block: true)[${items(block.blocks, pictures)}]`;
    case "callout": {
      const { word, colour } = TONES[block.tone] ?? { word: "Note", colour: "#0b5c6b" };
      return `#callout(rgb("${colour}"))[#strong("${word}")\n${items(block.blocks, pictures)}]`;
    }
    case "fold":
      return `#block(sticky: true, strong[${line(block.title)}])\n#pad(left: 1em)[${items(block.blocks, pictures)}]`;
    case "code":
      return `#raw(block: true, ${quoted(block.text)})`;
    case "picture": {
      const path = pictures.get(block.id);
      if (path === undefined) return "";
      const image = `image(${exactly(path)}, width: ${block.share}%, alt: ${exactly(block.alt)})`;
      const caption = block.caption.length > 0 ? `, caption: [${line(block.caption)}]` : "";
      return `#figure(${image}, supplement: none, numbering: none${caption})`;
    }
    case "rule":
      return "#line(length: 100%, stroke: 0.5pt + gray)";
  }
}

function comments(threads: readonly PrintedThread[]): string {
  if (threads.length === 0) return "";
  const told = threads.map(({ number, quote, isResolved, comments: own }) => {
    const about = `[${number}] ${quote}${isResolved ? " (resolved)" : ""}`;
    const said = own.map(({ author, at, body }) => paragraph([plainWords(`${author}, ${utc(at)}: ${body}`)]));
    return `#[#strong(${quoted(about)})#label("comment-${number}")]\n${said.join("\n")}`;
  });
  return [print({ kind: "heading", level: 1, anchor: "", content: [plainWords("Comments")] }, new Map()), ...told].join(
    "\n",
  );
}

const STYLES = `#set page(paper: "a4", margin: (x: 20mm, y: 22mm), numbering: "1")
#set par(leading: 0.62em, spacing: 1em)
#set table(stroke: 0.5pt + luma(190), inset: 5pt, fill: (_, y) => if y == 0 { luma(243) })
#show table: set text(size: 8.5pt)
#show table: set par(justify: false)
#set table.cell(breakable: true)
#set enum(numbering: "1.")
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show raw.where(block: true): set block(fill: luma(243), inset: 6pt, width: 100%)
#show link: set text(fill: rgb("#0b5c6b"))
#show figure.caption: set text(size: 8.5pt, fill: luma(80))
#let chip(body) = box(fill: rgb("#e8eef0"), inset: (x: 2pt), outset: (y: 2pt), radius: 2pt, text(size: 0.88em, body))
#let remark(body) = par(text(size: 8.5pt, fill: luma(80), body))
#let callout(colour, body) = block(fill: luma(245), stroke: (left: 2.5pt + colour), inset: 8pt, width: 100%, body)`;

interface Given {
  pictures: Pictures;
  /** Families in the order in which they are used. */
  fonts: readonly string[];
  /** Above the text. */
  remarks: readonly string[];
}

/** Returns the review as a source of Typst. */
export function typstSource(review: PrintedReview, { pictures, fonts, remarks }: Given): string {
  const { title, about, blocks } = review;
  const families = fonts.map(exactly).join(", ");
  return [
    `#set document(title: ${exactly(title)}, author: "Afterword")`,
    `#set text(font: (${families},), size: 10pt, lang: "en", region: "GB")`,
    STYLES,
    `#set page(footer: context { set text(size: 8pt, fill: luma(80)); ${quoted([...title].slice(0, 90).join(""))}; h(1fr); counter(page).display("1 of 1", both: true) })`,
    isRightToLeft(title) ? `#[#set text(dir: rtl)\n#title()]` : "#title()",
    `#remark[${line(about)}]`,
    ...remarks.map((remark) => print({ kind: "callout", tone: "warning", blocks: [paragraphOf(remark)] }, pictures)),
    ...(contentsOf(blocks).length > 0 ? ['#outline(depth: 2, title: "Contents")'] : []),
    items(blocks, pictures),
    comments(review.comments),
  ].join("\n");
}
