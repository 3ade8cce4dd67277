import { type DocumentJson, type DocumentNode, isSectionHead, stringAttr } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";
import { plainText } from "#lib/document/text.ts";
import { originOf, type TemplateSection } from "#lib/reviews/template/template.ts";

/**
 * How complete a section is: questions only, generated text that no one has checked, records only, people's text next
 * to generated text, or written.
 */
export const COMPLETENESS = ["empty", "generated", "facts", "part", "written"] as const;
export type Completeness = (typeof COMPLETENESS)[number];

export const COMPLETENESS_WORDS: Record<Completeness, string> = {
  empty: "empty",
  generated: "generated, to check",
  facts: "facts",
  part: "partly written",
  written: "written",
};

/** Sorts of blocks under a heading: records, unchanged generated text, people's text, or questions. */
export type BlockSort = "live" | "generated" | "own" | "questions";

/** Facts that decide whether records complete a section. */
export interface CompletenessFacts {
  /** Sections of the review's template. */
  template: readonly TemplateSection[];
  /** The review has contributing factors. */
  hasFactors: boolean;
  /** The review has learnings. */
  hasLearnings: boolean;
}

/**
 * Returns how complete a section is. Only text that people wrote or accepted makes it written. Finding factors and
 * learnings is for people, so their live blocks count for nothing while there are none.
 */
export function completenessOf(
  sectionKey: unknown,
  blocks: ReadonlySet<BlockSort>,
  { template, hasFactors, hasLearnings }: CompletenessFacts,
): Completeness {
  if (blocks.has("own")) return blocks.has("generated") ? "part" : "written";
  if (blocks.has("generated")) return "generated";
  const section = template.find(({ key }) => key === sectionKey);
  const found = { factors: hasFactors, learnings: hasLearnings };
  const asked = (["factors", "learnings"] as const).filter((kind) => section?.live.includes(kind));
  if (asked.length > 0 && !asked.some((kind) => found[kind])) return "empty";
  const isFact = section !== undefined && originOf(section) === "A";
  return blocks.has("live") || isFact ? "facts" : "empty";
}

/** Counts for "4 of 8 written". Sections of facts don't need to be written. */
export function countWritten(states: readonly Completeness[]): {
  written: number;
  toWrite: number;
  toRead: number;
  facts: number;
} {
  const count = (...wanted: Completeness[]) => states.filter((state) => wanted.includes(state)).length;
  return {
    written: count("written"),
    toWrite: states.length - count("facts"),
    toRead: count("generated", "part"),
    facts: count("facts"),
  };
}

/** Returns what a block counts as when its section's completeness is determined. Null for an empty block. */
export function sortOfBlock(type: string, isGenerated: () => boolean, isBlank: () => boolean): BlockSort | null {
  if (type === "draftBlock") return isGenerated() ? "generated" : "own";
  if (type === "liveBlock") return "live";
  if (type === "guidance") return "questions";
  if (type === "picture") return "own";
  return isBlank() ? null : "own";
}

/** Returns what a stored block counts as. Null for an empty one. */
export const blockSortOf = (node: DocumentNode): BlockSort | null =>
  sortOfBlock(
    node.type,
    () => isUntouched(node),
    () => plainText([node]).trim() === "",
  );

export interface SectionState {
  /** Null for a section that people added. */
  key: string | null;
  state: Completeness;
}

/** Returns how complete each section of a text is, in its order. */
export function sectionStates(json: DocumentJson, facts: CompletenessFacts): SectionState[] {
  const sections: { key: string | null; blocks: Set<BlockSort> }[] = [];
  for (const node of json.content ?? []) {
    if (isSectionHead(node)) {
      sections.push({ key: stringAttr(node, "sectionKey"), blocks: new Set() });
      continue;
    }
    const sort = blockSortOf(node);
    if (sort !== null) sections.at(-1)?.blocks.add(sort);
  }
  return sections.map(({ key, blocks }) => ({ key, state: completenessOf(key, blocks, facts) }));
}
