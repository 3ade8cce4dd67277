import { LIVE_BLOCK_KINDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { type DocumentMark, type DocumentNode, stringAttr } from "./document-json.ts";
import { fenceFor, markBars, markLineStart, withoutReserved } from "./escape-markdown.ts";
import { linkedWords, safeHref } from "./link-address.ts";
import {
  BLOCK_PROPOSAL_NAMES,
  type BlockProposal,
  type ProposedValue,
  readProposed,
} from "./nodes/proposal-attributes.ts";
import { plainText } from "./text.ts";

/** Returns the Markdown of what the document only refers to. Inline results are one line. */
export interface MarkdownResolver {
  liveBlock(kind: LiveBlockKind, node: DocumentNode): string;
  eventChip(eventId: string): string;
  recordChip(noun: string, key: string): string;
  personMention(userId: string, label: string): string;
  /** The address of a picture. */
  picture(pictureId: string): string;
}

interface Place {
  inTable: boolean;
}

const verbatim = (markdown: string): DocumentNode => ({ type: "verbatim", attrs: { markdown } });

function verbatimInline(markdown: string, { inTable }: Place): DocumentNode {
  const line = markdown.replace(/\s*\n\s*/g, " ");
  return { type: "verbatimInline", attrs: { markdown: inTable ? markBars(line) : line } };
}

const isLiveBlockKind = (kind: string | null): kind is LiveBlockKind =>
  LIVE_BLOCK_KINDS.some((known) => known === kind);

/** Returns the marks that Markdown supports. A link is kept only if its URL is safe. */
function keptMarks(marks: DocumentMark[] = []): DocumentMark[] {
  return marks.flatMap((mark) => {
    if (mark.type === "comment" || mark.type === "underline" || mark.type.startsWith("suggest")) return [];
    if (mark.type !== "link") return [mark];
    const href = safeHref(String(mark.attrs?.href ?? ""));
    if (href === null) return [];
    const safe = href.replace(/[()\s<>]/g, (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29"));
    return [{ type: "link", attrs: { href: safe } }];
  });
}

function freezeText(node: DocumentNode, place: Place, startsLine: boolean): DocumentNode {
  const text = withoutReserved(node.text ?? "");
  const marks = keptMarks(node.marks);
  if (marks.some((mark) => mark.type === "code")) {
    const fence = fenceFor(text, 1);
    const padding = fence.length > 1 ? " " : "";
    return verbatimInline(`${fence}${padding}${text}${padding}${fence}`, place);
  }
  const marked = startsLine ? markLineStart(text) : text;
  return { type: "text", text: place.inTable ? markBars(marked) : marked, marks };
}

const TAGS: Readonly<Record<string, string>> = { suggestInsert: "ins", suggestDelete: "del" };

/** Proposed words between tags, where a text is read with both. */
function tagged(node: DocumentNode, frozen: DocumentNode, place: Place): DocumentNode[] {
  const tags = (node.marks ?? []).flatMap(({ type }) => TAGS[type] ?? []);
  const tag = (markdown: string) => verbatimInline(markdown, place);
  return [...tags.map((name) => tag(`<${name}>`)), frozen, ...tags.toReversed().map((name) => tag(`</${name}>`))];
}

function freezeInline(nodes: DocumentNode[], place: Place, resolve: MarkdownResolver): DocumentNode[] {
  const frozen = nodes.map((node, index) => {
    const attr = (name: string) => stringAttr(node, name) ?? "";
    switch (node.type) {
      case "text":
        return freezeText(node, place, index === 0 || nodes[index - 1]?.type === "hardBreak");
      case "eventChip":
        return verbatimInline(resolve.eventChip(attr("eventId")), place);
      case "recordChip":
        return verbatimInline(resolve.recordChip(attr("noun"), attr("key")), place);
      case "personMention":
        return verbatimInline(resolve.personMention(attr("userId"), attr("label")), place);
      default:
        return node;
    }
  });
  return nodes.flatMap((node, index) => tagged(node, frozen[index] ?? node, place));
}

/** Its picture and its caption, each in a paragraph. */
function freezePicture(node: DocumentNode, place: Place, resolve: MarkdownResolver): DocumentNode[] {
  const alt = withoutReserved(stringAttr(node, "alt") ?? "").replace(/[\\`*_[\]<>]/g, "\\$&");
  const image = verbatimInline(`![${alt}](${resolve.picture(stringAttr(node, "pictureId") ?? "")})`, place);
  const caption = freezeInline(node.content ?? [], place, resolve);
  return [[image], caption].filter((content) => content.length > 0).map((content) => ({ type: "paragraph", content }));
}

const SPECIAL: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** GitHub flavour shows the HTML of a collapsible, with Markdown inside it. Its title is plain text. */
function freezeCollapsible({ content = [] }: DocumentNode, place: Place, resolve: MarkdownResolver): DocumentNode[] {
  const [title, ...rest] = content;
  const words = withoutReserved(title ? plainText([title]) : "").replace(/\s*\n\s*/g, " ");
  const summary = words.replace(/[&<>]/g, (char) => SPECIAL[char] ?? char);
  return [
    verbatim(`<details>\n<summary>${summary}</summary>`),
    ...freezeBlocks(rest, place, resolve),
    verbatim("</details>"),
  ];
}

const textOf = (node: DocumentNode): string => node.text ?? (node.content ?? []).map(textOf).join("");

function freezeBlock(node: DocumentNode, place: Place, resolve: MarkdownResolver): DocumentNode[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "guidance":
      return [];
    case "liveBlock": {
      const kind = stringAttr(node, "kind");
      const markdown = isLiveBlockKind(kind) ? resolve.liveBlock(kind, node) : "";
      return markdown.trim() === "" ? [] : [verbatim(markdown.trim())];
    }
    case "codeBlock": {
      const fence = fenceFor(textOf(node), 3);
      return [verbatim(`${fence}${stringAttr(node, "language") ?? ""}\n${textOf(node)}\n${fence}`)];
    }
    case "collapsible":
      return freezeCollapsible(node, place, resolve);
    case "picture":
      return freezePicture(node, place, resolve);
    case "linkCard":
      return [{ type: "paragraph", content: freezeInline(linkedWords(node), place, resolve) }];
    case "draftBlock":
      return freezeBlocks(content, place, resolve);
    case "paragraph":
    case "heading":
      return [{ ...node, content: freezeInline(content, place, resolve) }];
    default:
      return [
        { ...node, content: freezeBlocks(content, { inTable: place.inTable || node.type === "table" }, resolve) },
      ];
  }
}

const isEmptyText = (node: DocumentNode) => ["paragraph", "heading"].includes(node.type) && !node.content?.length;

const PROPOSED_WORDS: Record<BlockProposal, string> = {
  suggestInsert: "Proposed: add this",
  suggestDelete: "Proposed: remove this",
  suggestJoin: "Proposed: join this to the line before",
  suggestType: "Proposed: make this a",
};

/** Returns what is proposed for a block, in words. */
export function proposedWords(name: BlockProposal, { type, level }: ProposedValue): string {
  return `${PROPOSED_WORDS[name]}${type ? ` ${type}${level === null ? "" : ` ${level}`}` : ""}`;
}

/** Says above a block what is proposed for it, where a text is read with both. */
function proposedFor({ attrs = {} }: DocumentNode, { inTable }: Place): DocumentNode[] {
  if (inTable) return [];
  return BLOCK_PROPOSAL_NAMES.flatMap((name) => {
    const value = readProposed(attrs[name]);
    return value ? [verbatim(`*${proposedWords(name, value)}*`)] : [];
  });
}

/** Resolves all blocks that only the application can show. Empty lines are dropped unless there is nothing else. */
export function freezeBlocks(nodes: DocumentNode[], place: Place, resolve: MarkdownResolver): DocumentNode[] {
  const kept = nodes.filter((node) => nodes.length === 1 || !isEmptyText(node));
  return kept.flatMap((node) => [...proposedFor(node, place), ...freezeBlock(node, place, resolve)]);
}
