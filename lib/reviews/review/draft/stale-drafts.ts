import type { StaleKind } from "#lib/base/vocabulary/review.ts";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent, isUntouched } from "#lib/document/draft-hash.ts";
import { sectionsOf } from "#lib/document/text.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { blockSortOf } from "../completeness.ts";
import { draftProse } from "./draft.ts";
import { type FactChange, factChanges } from "./fact-changes.ts";
import type { ReviewFacts } from "./facts.ts";
import { paragraph } from "./inline.ts";

/** A section that the facts would fill differently now. */
export interface StaleDraft {
  key: string;
  kind: StaleKind;
  /** The generated text. Empty if there was none. */
  before: DocumentNode[];
  content: DocumentNode[];
  /** For edited text, sentence by sentence. */
  changes: FactChange[];
}

/** The text of each section when it was last generated, and the hash of the facts that a person last decided about. */
export type Generated = ReadonlyMap<string, { content: DocumentNode[]; seen: string }>;

const NOTHING_LEFT = [paragraph(["The records no longer contain facts about this."])];

const draftBlocks = (parent: DocumentNode): DocumentNode[] =>
  (parent.content ?? []).flatMap((node) => (node.type === "draftBlock" ? [node] : draftBlocks(node)));

/** Returns the sections of a template that today's facts would fill differently, in document order. */
export function staleDrafts(
  document: DocumentJson,
  template: readonly TemplateSection[],
  { facts, generated }: { facts: ReviewFacts; generated: Generated },
): StaleDraft[] {
  const blocks = new Map(draftBlocks(document).map((node) => [node.attrs?.key, node]));
  const sections = new Map(sectionsOf(document).map(({ key, nodes }) => [key as unknown, nodes]));
  const prose = draftProse(template, facts);
  const known = new Set<unknown>(template.map(({ key }) => key));
  const keys = [...sections.keys(), ...blocks.keys()].filter((key): key is string => known.has(key));
  return [...new Set(keys)].flatMap((key) => {
    const stale = staleDraft(
      { block: blocks.get(key), nodes: sections.get(key) ?? [] },
      { today: prose.get(key), kept: generated.get(key) },
    );
    return stale ? [{ key, ...stale }] : [];
  });
}

function staleDraft(
  { block, nodes }: { block: DocumentNode | undefined; nodes: readonly DocumentNode[] },
  { today, kept }: { today: DocumentNode[] | undefined; kept: { content: DocumentNode[]; seen: string } | undefined },
): Omit<StaleDraft, "key"> | null {
  if (block && isUntouched(block)) {
    const content = today ?? NOTHING_LEFT;
    if (hashOfContent(content) === block.attrs?.hash) return null;
    return { kind: "outdated", before: block.content ?? [], content, changes: [] };
  }
  if (hashOfContent(today ?? []) === kept?.seen) return null;
  if (block || nodes.some((node) => blockSortOf(node) === "own")) {
    if (!kept) return null;
    const changes = factChanges(kept.content, today ?? [], block ? [block, ...nodes] : nodes);
    return changes.length === 0 ? null : { kind: "edited", before: kept.content, content: today ?? [], changes };
  }
  return today ? { kind: "missing", before: kept?.content ?? [], content: today, changes: [] } : null;
}

/** Returns the generated text of a document by section, as `Generated` has it. */
export const generatedIn = (document: DocumentNode): { key: string; content: DocumentNode[]; seen: string }[] =>
  draftBlocks(document).flatMap(({ attrs, content = [] }) =>
    typeof attrs?.key === "string" ? [{ key: attrs.key, content, seen: hashOfContent(content) }] : [],
  );

/** Returns the sections whose generated text still waits for a person: neither edited nor accepted. */
export function untouchedDrafts(document: DocumentNode): string[] {
  return draftBlocks(document).flatMap((node) => {
    const key = node.attrs?.key;
    return typeof key === "string" && isUntouched(node) ? [key] : [];
  });
}
