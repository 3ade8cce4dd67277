import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";
import { plainText } from "#lib/document/text.ts";
import { isSectionKey, type SectionKey, sectionOf } from "./sections.ts";

/** How far a section is: questions only, generated text that no one read, facts alone, people's text with generated text next to it, written. */
export const COMPLETENESS = ["empty", "generated", "facts", "part", "written"] as const;
export type Completeness = (typeof COMPLETENESS)[number];

export const COMPLETENESS_WORDS: Record<Completeness, string> = {
  empty: "empty",
  generated: "generated, to check",
  facts: "facts",
  part: "partly written",
  written: "written",
};

/** What is under a heading: records, generated text as it was, words of people, or questions. */
export type BlockSort = "live" | "generated" | "own" | "questions";

/** Factors are for people to find: the records of a section without any say nothing. */
const NEEDS_PEOPLE: SectionKey = "factors";

/** How far a section is, by what is in it. Only what people wrote or accepted makes it written. */
export function completenessOf(sectionKey: unknown, blocks: ReadonlySet<BlockSort>, hasFactors: boolean): Completeness {
  if (blocks.has("own")) return blocks.has("generated") ? "part" : "written";
  if (blocks.has("generated")) return "generated";
  const saysNothing = sectionKey === NEEDS_PEOPLE && !hasFactors;
  const isFact = isSectionKey(sectionKey) && sectionOf(sectionKey).origin === "A";
  return (blocks.has("live") && !saysNothing) || isFact ? "facts" : "empty";
}

/** "4 of 8 written": facts are not for anyone to write. */
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

/** What a block is to the question of how far its section is; null for an empty one. */
export function sortOfBlock(type: string, isGenerated: () => boolean, isBlank: () => boolean): BlockSort | null {
  if (type === "draftBlock") return isGenerated() ? "generated" : "own";
  if (type === "liveBlock") return "live";
  if (type === "guidance") return "questions";
  return isBlank() ? null : "own";
}

const isSectionHead = ({ type, attrs }: DocumentNode) => type === "heading" && attrs?.level === 2;

/** How far each section of a text is, in its order. `hasFactors`: the review has contributing factors. */
export function sectionStates(json: DocumentJson, hasFactors: boolean): Completeness[] {
  const sections: { key: string | null; blocks: Set<BlockSort> }[] = [];
  for (const node of json.content ?? []) {
    if (isSectionHead(node)) {
      sections.push({ key: stringAttr(node, "sectionKey"), blocks: new Set() });
      continue;
    }
    const sort = sortOfBlock(
      node.type,
      () => isUntouched(node),
      () => plainText([node]).trim() === "",
    );
    if (sort !== null) sections.at(-1)?.blocks.add(sort);
  }
  return sections.map(({ key, blocks }) => completenessOf(key, blocks, hasFactors));
}
