import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import { BLOCKS, isHeading, isHidden } from "#importers/html/elements.ts";
import { storable } from "#lib/base/text/storable.ts";
import type { DocumentMark, DocumentNode } from "#lib/document/document-json.ts";
import { safeHref } from "#lib/document/link-address.ts";

/** A picture of a source. `blocks` refer to it by its place, as `pictureId`. */
export interface SourcePicture {
  alt: string;
  /** The address as written, without the bytes of an embedded one. */
  address: string;
  /** Embedded bytes. Null for a picture that is somewhere else. */
  bytes: Uint8Array<ArrayBuffer> | null;
}

export interface HtmlPage {
  /** The title in the head of the page. */
  title: string | null;
  blocks: DocumentNode[];
  pictures: SourcePicture[];
}

/** Elements that run or are never shown. Everything else is text. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  "script style template noscript iframe object embed head meta link base title".split(" "),
);
const MARKS: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  cite: "italic",
  u: "underline",
  ins: "underline",
  s: "strike",
  del: "strike",
  strike: "strike",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
};
const OTHERS: ReadonlySet<string> = new Set(
  "a abbr acronym area audio bdi bdo big body br button canvas caption col colgroup data datalist details dfn dialog dir fieldset figure font form frame hr html img input label main map mark math menu meter nav optgroup option output param path picture pre progress q rp rt ruby search select small source span strike sub sup svg table tbody td text textarea tfoot th thead time tr track var video wbr blockquote".split(
    " ",
  ),
);
const TONES: ReadonlySet<string> = new Set(["note", "tip", "warning"]);
/** Deeper elements only give their text. */
const DEEPEST = 60;

const isKnown = (name: string) =>
  OTHERS.has(name) || LEFT_OUT.has(name) || name in MARKS || BLOCKS.has(name) || isHeading(name);

const paragraph = (content: DocumentNode[]): DocumentNode => ({
  type: "paragraph",
  ...(content.length > 0 ? { content } : {}),
});

/** Returns the text of a page as blocks of a review. `isMarkdown`: a tag that HTML doesn't know is text, as `<name>`. */
export function blocksOfHtml(html: string, { isMarkdown = false }: { isMarkdown?: boolean } = {}): HtmlPage {
  const root = parseDocument(storable(html), { lowerCaseTags: !isMarkdown, lowerCaseAttributeNames: !isMarkdown });
  const reading = new Reading(isMarkdown);
  const blocks = reading.blocks(root.children, [], 0);
  return { title: titleOf(root.children), blocks, pictures: reading.pictures };
}

function titleOf(nodes: ChildNode[]): string | null {
  const open = [...nodes];
  for (let node = open.shift(); node; node = open.shift()) {
    if (!isTag(node)) continue;
    if (node.name === "title") return textOf(node).replace(/\s+/g, " ").trim() || null;
    if (node.name === "html" || node.name === "head") open.push(...node.children);
  }
  return null;
}

/** All text below a node, without recursion. */
function textOf(node: Element): string {
  const parts: string[] = [];
  const open: ChildNode[] = node.children.toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    if (isText(next)) parts.push(next.data);
    else if (isTag(next) && next.name.toLowerCase() === "br") parts.push("\n");
    else if (isTag(next) && !LEFT_OUT.has(next.name.toLowerCase())) open.push(...next.children.toReversed());
  }
  return parts.join("");
}

/** Blocks that are being collected, with the line of text that is still open. */
class Blocks {
  readonly done: DocumentNode[] = [];
  #line: DocumentNode[] = [];

  text(text: string, marks: readonly DocumentMark[]): void {
    const last = this.#line.at(-1);
    const startsLine = last === undefined || last.type === "hardBreak";
    const words = startsLine || (last?.text ?? "").endsWith(" ") ? text.trimStart() : text;
    if (words !== "")
      this.#line.push({ type: "text", text: words, ...(marks.length > 0 ? { marks: [...marks] } : {}) });
  }

  lineBreak(): void {
    if (this.#line.length > 0) this.#line.push({ type: "hardBreak" });
  }

  line(): DocumentNode[] {
    const line = this.#line;
    this.#line = [];
    for (let last = line.at(-1); last; last = line.at(-1)) {
      const words = last.text?.trimEnd() ?? "";
      if (words === "") line.pop();
      else {
        line[line.length - 1] = { ...last, text: words };
        break;
      }
    }
    return line;
  }

  close(): void {
    const line = this.line();
    if (line.length > 0) this.done.push(paragraph(line));
  }

  add(...blocks: DocumentNode[]): void {
    this.close();
    this.done.push(...blocks);
  }
}

class Reading {
  readonly pictures: SourcePicture[] = [];
  readonly #isMarkdown: boolean;

  constructor(isMarkdown: boolean) {
    this.#isMarkdown = isMarkdown;
  }

  blocks(nodes: readonly ChildNode[], marks: readonly DocumentMark[], depth: number): DocumentNode[] {
    const out = new Blocks();
    this.#read(nodes, marks, depth, out);
    out.close();
    return out.done;
  }

  #read(nodes: readonly ChildNode[], marks: readonly DocumentMark[], depth: number, out: Blocks): void {
    for (const node of nodes) {
      if (isText(node)) out.text(node.data.replace(/\s+/g, " "), marks);
      else if (isTag(node)) this.#element(node, marks, depth + 1, out);
    }
  }

  #element(node: Element, marks: readonly DocumentMark[], depth: number, out: Blocks): void {
    const name = node.name.toLowerCase();
    if (LEFT_OUT.has(name) || isHidden(node.attribs)) return;
    if (depth > DEEPEST) out.text(textOf(node).replace(/\s+/g, " "), marks);
    else if (name === "br") out.lineBreak();
    else if (name === "img") this.#picture(node, out);
    else if (isHeading(name)) this.#heading(node, Number(name.slice(1)), depth, out);
    else {
      const blocks = this.#blocksOf(name, node, marks, depth);
      if (blocks) out.add(...blocks);
      else this.#inline(name, node, marks, depth, out);
    }
  }

  /** The blocks of an element that has its own. Null for text. */
  #blocksOf(name: string, node: Element, marks: readonly DocumentMark[], depth: number): DocumentNode[] | null {
    switch (name) {
      case "hr":
        return [{ type: "horizontalRule" }];
      case "pre":
      case "textarea":
        return this.#code(node);
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        return [this.#list(node, depth)];
      case "table":
        return this.#table(node, depth);
      case "blockquote":
        return this.#quote(node, depth);
      case "details":
        return this.#details(node, depth);
      case "aside":
        return this.#aside(node, depth);
      case "dt":
        return this.blocks(node.children, withMark(marks, { type: "bold" }), depth);
      default:
        return null;
    }
  }

  #inline(name: string, node: Element, marks: readonly DocumentMark[], depth: number, out: Blocks): void {
    if (name === "input" && node.attribs.type !== "checkbox") out.text(` ${node.attribs.value ?? ""} `, marks);
    if (this.#isMarkdown && !isKnown(name)) out.text(`<${[node.name, ...Object.keys(node.attribs)].join(" ")}>`, marks);
    const isBlock = BLOCKS.has(name) || name === "caption" || name === "td" || name === "th" || name === "tr";
    if (isBlock) out.close();
    this.#read(node.children, this.#marksOf(name, node, marks), depth, out);
    if (isBlock) out.close();
  }

  #marksOf(name: string, { attribs }: Element, marks: readonly DocumentMark[]): readonly DocumentMark[] {
    const type = MARKS[name];
    if (type !== undefined) return withMark(marks, { type });
    const href = name === "a" ? safeHref(attribs.href ?? "") : null;
    return href === null || href.startsWith("#") || href.length > 2000
      ? marks
      : withMark(marks, { type: "link", attrs: { href } });
  }

  #heading(node: Element, level: number, depth: number, out: Blocks): void {
    const [first, ...rest] = this.blocks(node.children, [], depth);
    if (first?.type === "paragraph")
      out.add({ type: "heading", attrs: { level }, content: first.content ?? [] }, ...rest);
    else out.add(...(first ? [first] : []), ...rest);
  }

  #code(node: Element): DocumentNode[] {
    const text = textOf(node)
      .replace(/\r\n?/g, "\n")
      .replace(/^\n|\n$/g, "");
    const inner = node.children.find((child) => isTag(child) && child.name === "code");
    const named = /(?:^|\s)language-(.+)$/.exec((inner && isTag(inner) && inner.attribs.class) || "")?.[1]?.trim();
    if (text.trim() === "") return named ? [paragraph([{ type: "text", text: named }])] : [];
    return [{ type: "codeBlock", attrs: { language: named || null }, content: [{ type: "text", text }] }];
  }

  #list(node: Element, depth: number): DocumentNode {
    const items = groupsOf(node.children).map((children) => ({
      checked: boxOf(children),
      content: startingWithText(this.blocks(children, [], depth)),
    }));
    const isTask = items.length > 0 && items.every(({ checked }) => checked !== null);
    if (isTask)
      return {
        type: "taskList",
        content: items.map(({ checked, content }) => ({ type: "taskItem", attrs: { checked }, content })),
      };
    const content = items.map((item) => ({
      type: "listItem",
      content: item.checked === null ? item.content : withBox(item.content, item.checked),
    }));
    if (node.name.toLowerCase() !== "ol") return { type: "bulletList", content };
    const start = Number.parseInt(node.attribs.start ?? "1", 10);
    return { type: "orderedList", attrs: { start: Number.isSafeInteger(start) ? start : 1 }, content };
  }

  #quote(node: Element, depth: number): DocumentNode[] {
    const content = this.blocks(node.children, [], depth);
    if (content.length === 0) return [];
    const first = content[0]?.content?.[0];
    const tone = /^\[!(\w+)\]\s*/.exec(first?.text ?? "");
    const named = tone?.[1]?.toLowerCase() ?? "";
    if (!tone || !first || !TONES.has(named)) return [{ type: "blockquote", content }];
    const rest = { ...first, text: (first.text ?? "").slice(tone[0].length) };
    const line = [...(rest.text === "" ? [] : [rest]), ...(content[0]?.content ?? []).slice(1)];
    const inner = [...(line.length > 0 ? [paragraph(line)] : []), ...content.slice(1)];
    return [{ type: "callout", attrs: { tone: named }, content: inner.length > 0 ? inner : [paragraph([])] }];
  }

  /** A callout as our own HTML has it. Any other aside is plain text. */
  #aside(node: Element, depth: number): DocumentNode[] {
    const tone = node.attribs["data-tone"] ?? "";
    const [label, ...rest] = node.children;
    const isLabel = label && isTag(label) && label.attribs.class === "tone" && TONES.has(textOf(label).toLowerCase());
    const content = this.blocks(TONES.has(tone) && isLabel ? rest : node.children, [], depth);
    if (!TONES.has(tone) || content.length === 0) return content;
    return [{ type: "callout", attrs: { tone }, content }];
  }

  #details(node: Element, depth: number): DocumentNode[] {
    const isSummary = (child: ChildNode) => isTag(child) && child.name.toLowerCase() === "summary";
    const head = this.blocks(node.children.filter(isSummary), [], depth);
    const rest = this.blocks(
      node.children.filter((child) => !isSummary(child)),
      [],
      depth,
    );
    const content = [...head, ...rest];
    return content.length === 0 ? [] : [{ type: "collapsible", content: startingWithText(content) }];
  }

  #table(node: Element, depth: number): DocumentNode[] {
    const rows: Element[][] = [];
    const beside: ChildNode[] = [];
    const visit = (children: readonly ChildNode[]) => {
      for (const child of children) {
        if (!isTag(child)) {
          if (isText(child) && child.data.trim() !== "") beside.push(child);
        } else if (/^(?:thead|tbody|tfoot)$/i.test(child.name)) visit(child.children);
        else if (/^tr$/i.test(child.name)) {
          const cells = child.children.filter((cell): cell is Element => isTag(cell) && /^t[dh]$/i.test(cell.name));
          beside.push(...child.children.filter((cell) => !isTag(cell) || !/^t[dh]$/i.test(cell.name)));
          if (cells.length > 0) rows.push(cells);
        } else beside.push(child);
      }
    };
    visit(node.children);
    const before = this.blocks(beside, [], depth);
    if (rows.length === 0) return before;
    // A table with one cell only places other blocks.
    if (rows.length === 1 && rows[0]?.length === 1)
      return [...before, ...this.blocks(rows[0][0]?.children ?? [], [], depth)];
    const content = rows.map((cells) => ({
      type: "tableRow",
      content: cells.map((cell) => this.#cell(cell, depth)),
    }));
    return [...before, { type: "table", content }];
  }

  #cell(cell: Element, depth: number): DocumentNode {
    const span = (name: string) => Math.min(Math.max(Number.parseInt(cell.attribs[name] ?? "1", 10) || 1, 1), 100);
    const content = this.blocks(cell.children, [], depth);
    return {
      type: cell.name.toLowerCase() === "th" ? "tableHeader" : "tableCell",
      attrs: { colspan: span("colspan"), rowspan: span("rowspan") },
      content: content.length > 0 ? content : [paragraph([])],
    };
  }

  #picture({ attribs }: Element, out: Blocks): void {
    const src = attribs.src ?? "";
    const alt = (attribs.alt ?? "").replace(/\s+/g, " ").trim();
    const data = /^data:[^,;]{0,60};base64,/i.exec(src.slice(0, 100));
    const bytes = data ? bytesOf(src.slice(data[0].length)) : null;
    const pictureId = String(this.pictures.length);
    this.pictures.push({ alt, address: data ? "" : src.slice(0, 2000), bytes });
    out.add({ type: "picture", attrs: { pictureId, alt } });
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function withMark(marks: readonly DocumentMark[], mark: DocumentMark): DocumentMark[] {
  const others = marks.filter(({ type }) => type !== mark.type);
  // Words in code have no other format.
  if (mark.type === "code") return [mark];
  return others.some(({ type }) => type === "code") ? [...marks] : [...others, mark];
}

/** The children of each item. What isn't in an item becomes one. */
function groupsOf(nodes: readonly ChildNode[]): ChildNode[][] {
  const groups: ChildNode[][] = [];
  for (const node of nodes) {
    if (isTag(node) && node.name.toLowerCase() === "li") groups.push(node.children);
    else if (isTag(node) && /^(?:ul|ol)$/i.test(node.name) && groups.length > 0)
      groups[groups.length - 1] = [...(groups.at(-1) ?? []), node];
    else if (isTag(node) || (isText(node) && node.data.trim() !== "")) groups.push([node]);
  }
  return groups.length > 0 ? groups : [[]];
}

/** Whether the box at the start of an item is checked. Null without a box. */
function boxOf(children: readonly ChildNode[]): boolean | null {
  const first = children.find((child) => isTag(child) || (isText(child) && child.data.trim() !== ""));
  if (!first || !isTag(first)) return null;
  if (first.name.toLowerCase() === "input" && first.attribs.type === "checkbox")
    return first.attribs.checked !== undefined;
  return /^(?:p|label)$/i.test(first.name) ? boxOf(first.children) : null;
}

function withBox([first, ...rest]: DocumentNode[], isChecked: boolean): DocumentNode[] {
  const box = { type: "text", text: isChecked ? "[x] " : "[ ] " };
  return [{ type: "paragraph", content: [box, ...(first?.content ?? [])] }, ...rest];
}

/** An item and a collapsible start with a line of text. */
const startingWithText = (blocks: DocumentNode[]): DocumentNode[] =>
  blocks[0]?.type === "paragraph" ? blocks : [paragraph([]), ...blocks];
