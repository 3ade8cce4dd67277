import { standingNodes } from "#lib/document/decide-suggestions.ts";
import { type DocumentJson, type DocumentNode, isSectionHead, stringAttr } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import type { SectionDifference } from "#lib/reviews/template/differences.ts";
import { HEADER, type TemplateSection } from "#lib/reviews/template/template.ts";
import { blockSortOf } from "../completeness.ts";
import { liveBlock, sectionNodes } from "./draft.ts";

/** The parts of a newer version of its template that a text takes up. Plain data, for a worker. */
export interface TakeUp {
  /** The sections to take up. */
  differences: readonly SectionDifference[];
  /** All sections of the version, in its order. */
  sections: readonly TemplateSection[];
  /** Generated text of new sections, by key. */
  prose: ReadonlyMap<string, DocumentNode[]>;
  incidentKey: string;
}

const keyOf = (node: DocumentNode) => (isSectionHead(node) ? stringAttr(node, "sectionKey") : null);

/** Returns where a section starts, and where the next one does. Null if the text doesn't have it. */
function rangeOf(nodes: readonly DocumentNode[], key: string): { from: number; to: number } | null {
  const from = nodes.findIndex((node) => keyOf(node) === key);
  if (from < 0) return null;
  const next = nodes.findIndex((node, index) => index > from && isSectionHead(node));
  return { from, to: next < 0 ? nodes.length : next };
}

/**
 * Returns a text with sections of a newer version of its template. It adds headings, live blocks, questions and
 * generated text, and renames a heading that no one changed. A section that the template no longer has becomes one of
 * people's own. Nothing that people wrote is removed.
 */
export function takeUpSections(json: DocumentJson, { differences, ...how }: TakeUp): DocumentJson {
  let content = json.content ?? [];
  for (const difference of differences) {
    const { key, before, after } = difference;
    const range = rangeOf(content, key);
    if (key === HEADER) content = [...missingBlocks(content, after, how.incidentKey), ...content];
    else if (range && after) content = change(content, range, { ...difference, after }, how.incidentKey);
    else if (range) content = release(content, range);
    else if (before === null && after) content = add(content, after, how);
  }
  return { ...json, content };
}

function add(
  nodes: DocumentNode[],
  section: TemplateSection,
  { sections, prose, incidentKey }: Omit<TakeUp, "differences">,
) {
  const before = sections
    .slice(
      0,
      sections.findIndex(({ key }) => key === section.key),
    )
    .reverse();
  const previous = before.flatMap(({ key }) => rangeOf(nodes, key) ?? [])[0];
  const first = nodes.findIndex(isSectionHead);
  const at = previous?.to ?? (first < 0 ? nodes.length : first);
  return nodes.toSpliced(at, 0, ...sectionNodes(section, prose.get(section.key), incidentKey));
}

function missingBlocks(nodes: readonly DocumentNode[], section: TemplateSection | null, incidentKey: string) {
  const there = new Set(nodes.flatMap((node) => (node.type === "liveBlock" ? [stringAttr(node, "kind")] : [])));
  return (section?.live ?? []).filter((kind) => !there.has(kind)).map((kind) => liveBlock(kind, incidentKey));
}

function change(
  nodes: DocumentNode[],
  { from, to }: { from: number; to: number },
  { key, before, after }: SectionDifference & { after: TemplateSection },
  incidentKey: string,
): DocumentNode[] {
  const [head, ...below] = nodes.slice(from, to);
  if (!head) return nodes;
  // What people proposed, commented or formatted in the heading is kept with its words.
  const isMarked = head.content?.some(({ marks = [] }) => marks.length > 0) ?? false;
  const isUnchanged = before !== null && !isMarked && plainText(standingNodes([head])) === before.title;
  const title: DocumentNode = isUnchanged ? { ...head, content: [{ type: "text", text: after.title }] } : head;
  const live = missingBlocks(nodes, after, incidentKey);
  const isEmpty = below.every((node) => ["live", null].includes(blockSortOf(node)));
  const asks = isEmpty && after.questions.length > 0;
  const guidance: DocumentNode[] = asks ? [{ type: "guidance", attrs: { sectionKey: key } }] : [];
  const leading = below.findIndex(({ type }) => type !== "liveBlock");
  const [blocks, rest] = leading < 0 ? [below, []] : [below.slice(0, leading), below.slice(leading)];
  return nodes.toSpliced(from, to - from, title, ...blocks, ...live, ...guidance, ...rest);
}

/** Without the key, its heading and blocks are like any other text. Its questions go with the template. */
function release(nodes: DocumentNode[], { from, to }: { from: number; to: number }): DocumentNode[] {
  const [head, ...below] = nodes.slice(from, to);
  if (!head) return nodes;
  const own: DocumentNode = { ...head, attrs: { ...head.attrs, sectionKey: null } };
  return nodes.toSpliced(from, to - from, own, ...below.filter(({ type }) => type !== "guidance"));
}
