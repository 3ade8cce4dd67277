import { isSectionKey, type SectionKey, sectionOf } from "./sections.ts";

/** How far a section is: questions only, generated text that nobody read, facts alone, people's text with generated text beside it, written. */
export type Completeness = "empty" | "generated" | "facts" | "part" | "written";

export const COMPLETENESS_WORDS: Record<Completeness, string> = {
  empty: "empty",
  generated: "generated, to read",
  facts: "facts",
  part: "written in part",
  written: "written",
};

/** What stands under a heading: records, generated text as it was, words of people, or questions. */
export type BlockSort = "live" | "generated" | "own" | "questions";

/** Factors are for people to find: the records of a section without any say nothing. */
const NEEDS_PEOPLE: readonly SectionKey[] = ["factors"];

/** How far a section is, by what stands in it. Only what people wrote or accepted makes it written. */
export function completenessOf(sectionKey: unknown, blocks: ReadonlySet<BlockSort>): Completeness {
  if (blocks.has("own")) return blocks.has("generated") ? "part" : "written";
  if (blocks.has("generated")) return "generated";
  const key = isSectionKey(sectionKey) ? sectionKey : null;
  const isFacts = blocks.has("live") && !(key !== null && NEEDS_PEOPLE.includes(key));
  return isFacts || (key !== null && sectionOf(key).origin === "A") ? "facts" : "empty";
}

/** "4 of 8 written": facts are not for anybody to write. */
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
