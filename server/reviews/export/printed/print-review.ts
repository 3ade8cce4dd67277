import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import { type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { proposedWords } from "#lib/document/freeze.ts";
import { linkedWords } from "#lib/document/link-address.ts";
import { BLOCK_PROPOSAL_NAMES, readProposed } from "#lib/document/nodes/proposal-attributes.ts";
import { placed } from "#lib/document/placed.ts";
import { pictureHref } from "#lib/reviews/picture/picture-sizes.ts";
import { withoutEmptySections } from "#lib/reviews/review/reader.ts";
import { utc } from "#server/reviews/frozen/index.ts";
import type { StatedReview } from "../stated/stated-review.ts";
import { inlineOf, type Places, placesOf } from "./inline.ts";
import { citedEvents, liveBlock } from "./live-blocks.ts";
import {
  type Block,
  type Cell,
  type Inline,
  noteOf,
  type PrintedReview,
  type PrintedThread,
  plainWords,
  printable,
} from "./printed.ts";

/**
 * Returns the review as a tree that every format prints: without questions and empty sections, with live blocks as
 * tables.
 */
export function printReview(review: StatedReview): PrintedReview {
  const live = new Map<DocumentNode, Block[]>();
  const liveOf = (node: DocumentNode) => {
    const blocks = live.get(node) ?? liveBlock(node, review);
    live.set(node, blocks);
    return blocks;
  };
  const json = withoutEmptySections(review.json, (node) => liveOf(node).length === 0);
  const content = placed(json.content ?? []);
  const threads = review.threads ?? [];
  const { order, ...places } = placesOf(content, threads);
  const pictures = new Map(review.pictures.map((picture) => [picture.id, picture]));
  const walk = new Walk({ review, places, liveOf, pictures });
  const blocks = walk.blocks(content);
  return {
    title: printable(review.title),
    about: aboutOf(review),
    blocks: [...blocks, ...citedEvents(review)],
    comments: threadsInOrder(threads, order),
    pictures,
  };
}

function aboutOf({
  key,
  incident,
  baseUrl,
  version,
  exportedAt,
  status,
  templateName,
  blocks,
}: StatedReview): Inline[] {
  const link = (path: string) => (baseUrl === null ? null : `${baseUrl}${path}`);
  const state = version === null ? REVIEW_STATUS_WORDS[status] : `version ${version}`;
  const missing = blocks === null ? " Its live blocks weren't stored with it." : "";
  return [
    plainWords(key, link(`/reviews/${key}`)),
    plainWords(", review of "),
    plainWords(incident.key, link(`/incidents/${incident.key}`)),
    plainWords(` (template: ${templateName}), ${state}. Exported ${utc(exportedAt)}.${missing}`),
  ];
}

/** Threads by where they are in the text, then those whose text was removed. */
function threadsInOrder(threads: NonNullable<StatedReview["threads"]>, order: readonly string[]): PrintedThread[] {
  const places = new Map(order.map((id, at) => [id, at]));
  const placeOf = (id: string) => places.get(id) ?? Number.POSITIVE_INFINITY;
  const sorted = threads.toSorted((a, b) => (placeOf(a.id) === placeOf(b.id) ? 0 : placeOf(a.id) - placeOf(b.id)));
  return sorted.map(({ id, quote, isResolved, comments }, at) => ({
    ...{ number: at + 1, isPlaced: places.has(id), quote: printable(quote), isResolved },
    comments: comments.map(({ author, at: when, body }) => ({
      ...{ author: printable(author), at: when, body: printable(body) },
    })),
  }));
}

/** No format can print wider cells. */
const MOST_SPAN = 60;

const LEVELS: Readonly<Record<number, 1 | 2 | 3>> = { 3: 2, 4: 3 };

interface Given {
  review: StatedReview;
  places: Places;
  liveOf: (node: DocumentNode) => Block[];
  pictures: PrintedReview["pictures"];
}

/** Reads the blocks of a text once, in order. */
class Walk {
  #headings = 0;
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  blocks(nodes: readonly DocumentNode[]): Block[] {
    return nodes.flatMap((node) => [...this.#proposed(node), ...this.#withThreads(node, this.#blocksOf(node))]);
  }

  /** Says above a block what is proposed for it. */
  #proposed({ attrs = {} }: DocumentNode): Block[] {
    const { suggestions } = this.#given.review;
    if (suggestions === null) return [];
    return BLOCK_PROPOSAL_NAMES.flatMap((name) => {
      const value = readProposed(attrs[name]);
      const found = suggestions[value?.id ?? ""];
      return value && found ? [noteOf(`${proposedWords(name, value)} (${printable(found.author)})`)] : [];
    });
  }

  /** A block that is commented on as a whole has the mark at the end of its last line. */
  #withThreads(node: DocumentNode, blocks: Block[]): Block[] {
    const numbers = this.#given.places.blocks.get(stringAttr(node, "id") ?? "") ?? [];
    if (numbers.length === 0) return blocks;
    const marks = numbers.flatMap((number): Inline[] => [
      { kind: "comment", side: "start", number },
      { kind: "comment", side: "end", number },
    ]);
    const last = blocks.at(-1);
    if (last?.kind === "paragraph" || last?.kind === "heading")
      return [...blocks.slice(0, -1), { ...last, content: [...last.content, ...marks] }];
    return [...blocks, { kind: "paragraph", content: marks }];
  }

  #line = (node: DocumentNode) => inlineOf(node.content ?? [], this.#given.review, this.#given.places);

  #blocksOf(node: DocumentNode): Block[] {
    const { content = [] } = node;
    switch (node.type) {
      case "paragraph":
        return content.length === 0 ? [] : [{ kind: "paragraph", content: this.#line(node) }];
      case "heading": {
        if (content.length === 0) return [];
        this.#headings += 1;
        const level = LEVELS[Number(node.attrs?.level)] ?? 1;
        return [{ kind: "heading", level, anchor: `section-${this.#headings}`, content: this.#line(node) }];
      }
      case "bulletList":
      case "orderedList":
      case "taskList":
        return [this.#list(node)];
      case "table":
        return [this.#table(content)];
      case "blockquote":
        return [{ kind: "quote", blocks: this.blocks(content) }];
      case "callout":
        return [{ kind: "callout", tone: stringAttr(node, "tone") ?? "note", blocks: this.blocks(content) }];
      case "collapsible": {
        const [first, ...rest] = content;
        const isLine = first?.type === "paragraph" || first?.type === "heading";
        const title = first && isLine ? this.#line(first) : [];
        return [{ kind: "fold", title, blocks: this.blocks(isLine ? rest : content) }];
      }
      case "codeBlock": {
        const text = content.map((part) => part.text ?? "").join("");
        return [{ kind: "code", language: stringAttr(node, "language"), text: printable(text) }];
      }
      case "picture":
        return [this.#picture(node)];
      case "linkCard":
        return [{ kind: "paragraph", content: this.#line({ ...node, content: linkedWords(node) }) }];
      case "horizontalRule":
        return [{ kind: "rule" }];
      case "liveBlock":
        return this.#given.liveOf(node);
      case "guidance":
        return [];
      default:
        return this.blocks(content);
    }
  }

  #list({ type, attrs, content = [] }: DocumentNode): Block {
    const items = content.map((item) => ({
      isChecked: type === "taskList" ? item.attrs?.checked === true : null,
      blocks: this.blocks(item.content ?? []),
    }));
    return { kind: "list", isOrdered: type === "orderedList", start: Number(attrs?.start ?? 1), items };
  }

  #table(rows: readonly DocumentNode[]): Block {
    const cells = rows.map(({ content = [] }) => content.map((cell) => this.#cell(cell)));
    const isHead = (row: readonly Cell[]) => row.length > 0 && row.every((cell) => cell.isHead);
    const body = cells.findIndex((row) => !isHead(row));
    return { kind: "table", caption: null, headRows: body === -1 ? 0 : body, rows: cells };
  }

  #cell({ type, attrs, content = [] }: DocumentNode): Cell {
    const span = (name: string) => Math.min(MOST_SPAN, Math.max(1, Math.trunc(Number(attrs?.[name] ?? 1)) || 1));
    const spans = { columns: span("colspan"), rows: span("rowspan") };
    return { isHead: type === "tableHeader", ...spans, blocks: this.blocks(content) };
  }

  #picture(node: DocumentNode): Block {
    const id = stringAttr(node, "pictureId") ?? "";
    const alt = printable(stringAttr(node, "alt"));
    const caption = this.#line(node);
    if (this.#given.pictures.has(id))
      return { kind: "picture", id, alt, share: Number(node.attrs?.share ?? 100), caption };
    const { baseUrl, key } = this.#given.review;
    const href = baseUrl === null ? null : `${baseUrl}${pictureHref(key, id)}`;
    const words = plainWords(alt === "" ? "A picture that this file doesn't include" : `Picture: ${alt}`, href);
    return { kind: "note", content: [words, ...(caption.length > 0 ? [{ kind: "break" } as const] : []), ...caption] };
  }
}
