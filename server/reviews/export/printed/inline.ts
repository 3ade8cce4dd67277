import { proposalOf } from "#lib/document/decide-suggestions.ts";
import { type DocumentMark, type DocumentNode, descendants, stringAttr } from "#lib/document/document-json.ts";
import { safeHref } from "#lib/document/link-address.ts";
import { recordWords } from "#lib/document/text.ts";
import { recordPath } from "#server/reviews/frozen/index.ts";
import { type StatedReview, threadIdsOf } from "../stated/stated-review.ts";
import { type Change, type Inline, plainWords, printable, type TextStyle } from "./printed.ts";

/** Which threads start and end at which part of a text, by number. */
export interface Places {
  starts: ReadonlyMap<DocumentNode, readonly number[]>;
  ends: ReadonlyMap<DocumentNode, readonly number[]>;
  /** Threads about a whole block, by its id. */
  blocks: ReadonlyMap<string, readonly number[]>;
}

export type InlineReview = Pick<StatedReview, "labels" | "baseUrl" | "suggestions">;

const STYLES: ReadonlySet<string> = new Set<TextStyle>(["bold", "italic", "underline", "strike", "code"]);
const isStyle = (type: string): type is TextStyle => STYLES.has(type);

/** Returns the address as it works in a file: a path of this server needs the server's address. */
function hrefOf(marks: readonly DocumentMark[], baseUrl: string | null): string | null {
  const given = marks.find(({ type }) => type === "link")?.attrs?.href;
  const href = safeHref(printable(String(given ?? "")));
  if (href === null || href.startsWith("#")) return null;
  const whole = href.startsWith("/") ? `${baseUrl ?? ""}${href}` : href;
  // Word doesn't open a file that contains an address of another form.
  return URL.canParse(whole) ? new URL(whole).href : null;
}

/** Returns the parts of a line of text. */
export function inlineOf(nodes: readonly DocumentNode[], review: InlineReview, places: Places): Inline[] {
  const sided = (node: DocumentNode, side: "start" | "end"): Inline[] =>
    ((side === "start" ? places.starts : places.ends).get(node) ?? []).map((number) => ({
      ...{ kind: "comment", side, number },
    }));
  return nodes.flatMap((node) => [
    ...sided(node, "start"),
    ...partOf(node, review).map((part) => withChanges(part, changesOf(node, review))),
    ...sided(node, "end"),
  ]);
}

const CHANGES: Readonly<Record<string, Change["kind"]>> = { suggestInsert: "insert", suggestDelete: "delete" };

/** Returns what is proposed for a part of a line, the insertion first. */
function changesOf({ marks = [] }: DocumentNode, { suggestions }: InlineReview): Change[] {
  if (suggestions === null) return [];
  const changes = marks.flatMap((mark): Change[] => {
    const kind = CHANGES[mark.type];
    const found = suggestions[proposalOf(mark) ?? ""];
    return kind && found ? [{ kind, author: printable(found.author), at: found.at }] : [];
  });
  return changes.toSorted((one, other) => (one.kind === other.kind ? 0 : one.kind === "insert" ? -1 : 1));
}

const withChanges = (part: Inline, changes: readonly Change[]): Inline =>
  changes.length > 0 && (part.kind === "words" || part.kind === "chip") ? { ...part, changes } : part;

function partOf(node: DocumentNode, { labels, baseUrl }: InlineReview): Inline[] {
  const attr = (name: string) => stringAttr(node, name) ?? "";
  switch (node.type) {
    case "text": {
      const marks = node.marks ?? [];
      const styles = marks.flatMap(({ type }) => (isStyle(type) ? type : []));
      return [{ ...plainWords(node.text ?? "", hrefOf(marks, baseUrl)), styles }];
    }
    case "hardBreak":
      return [{ kind: "break" }];
    case "eventChip":
      return [{ kind: "chip", text: labels[attr("eventId")] ?? "event removed", href: null }];
    case "recordChip": {
      const path = recordPath(attr("noun"), attr("key"));
      const href = path !== null && baseUrl !== null ? `${baseUrl}${path}` : null;
      return [{ kind: "chip", text: printable(recordWords(attr("noun"), attr("key"))), href }];
    }
    case "personMention":
      return [{ kind: "chip", text: printable(`@${attr("label")}`), href: null }];
    default:
      return [];
  }
}

/** Returns where the threads of a text are in it, with the order in which it comes to them. */
export function placesOf(
  content: readonly DocumentNode[],
  threads: readonly { id: string; blockId: string | null }[],
): Places & { order: string[] } {
  const known = new Set(threads.map(({ id }) => id));
  const aboutBlocks = new Map<string, string[]>();
  const spans = new Map<string, { first: DocumentNode; last: DocumentNode }>();
  const order: string[] = [];
  const nodes = [...descendants({ type: "doc", content: [...content] })].map((node) => ({
    node,
    own: ownThreads(node),
  }));
  for (const { node, own } of nodes)
    for (const id of own) if (known.has(id)) spans.set(id, { first: spans.get(id)?.first ?? node, last: node });
  for (const { id, blockId } of threads)
    if (blockId !== null && !spans.has(id)) aboutBlocks.set(blockId, [...(aboutBlocks.get(blockId) ?? []), id]);
  for (const { node, own } of nodes) {
    const whole = aboutBlocks.get(stringAttr(node, "id") ?? "") ?? [];
    for (const id of [...whole, ...own]) if (known.has(id) && !order.includes(id)) order.push(id);
  }
  const numberOf = (id: string) => order.indexOf(id) + 1;
  const starts = new Map<DocumentNode, number[]>();
  const ends = new Map<DocumentNode, number[]>();
  const add = (map: Map<DocumentNode, number[]>, node: DocumentNode, number: number) =>
    map.set(node, [...(map.get(node) ?? []), number]);
  for (const [id, { first, last }] of spans) {
    add(starts, first, numberOf(id));
    add(ends, last, numberOf(id));
  }
  const placedBlocks = [...aboutBlocks].map(([id, own]) => [id, own.map(numberOf)] as const);
  return { starts, ends, blocks: new Map(placedBlocks), order };
}

/** A mark is on parts of a line only. */
const ownThreads = (node: DocumentNode): string[] => (node.marks ? threadIdsOf({ ...node, content: [] }) : []);
