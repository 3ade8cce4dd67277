import { describe, expect, it } from "vitest";
import type { BlockDiff, VersionChanges } from "./changes.ts";
import { authorName, blockWords, changeWords, diffWords, versionTitle } from "./version-words.ts";

it.each([
  ["paragraph", "Paragraph"],
  ["heading", "Heading"],
  ["bulletList", "List"],
  ["orderedList", "Numbered list"],
  ["taskList", "Task list"],
  ["table", "Table"],
  ["codeBlock", "Code"],
  ["collapsible", "Collapsible"],
  ["linkCard", "Link card"],
  ["picture", "Picture"],
  ["blockquote", "Quote"],
  ["callout", "Callout"],
  ["draftBlock", "Generated text"],
  ["liveBlock", "Live block"],
  ["horizontalRule", "Line"],
  ["unheardOf", "Block"],
])("a %s is called %s", (type, words) => expect(blockWords(type)).toBe(words));

describe("a change of a block", () => {
  const block: BlockDiff = {
    ...{ op: "changed", block: "a", type: "paragraph", picture: null, section: "", moved: false, was: null },
    runs: [
      { text: "One", change: "same" },
      { text: "Two", change: "in" },
    ],
  };
  const kept = { runs: [{ text: "One", change: "same" as const }] };
  it.each<[Partial<BlockDiff>, string]>([
    [{}, "Paragraph changed"],
    [{ op: "same" }, "Paragraph, unchanged"],
    [{ op: "moved", moved: true }, "Paragraph moved, unchanged"],
    [{ op: "added" }, "Paragraph added"],
    [{ op: "removed", moved: true }, "Paragraph removed"],
    [{ op: "added", ...kept }, "Paragraph added"],
    [kept, "Paragraph, format changed"],
    [{ moved: true }, "Paragraph changed and moved"],
    [{ type: "heading", was: "paragraph" }, "Heading, was paragraph"],
    [{ type: "heading", was: "paragraph", moved: true }, "Heading, was paragraph and moved"],
  ])("words %j as “%s”", (more, words) => expect(diffWords({ ...block, ...more })).toBe(words));
});

it.each([
  ["person", { name: "Ana" }, "Ana"],
  ["removed", null, "A person who was removed"],
  ["generated", null, "Generated"],
  ["unknown", null, "Unknown"],
  ["person", null, "Unknown"],
] as const)("an author of the kind %s, %j, is %s", (kind, person, name) =>
  expect(authorName({ kind, person })).toBe(name),
);

it.each<[Partial<Parameters<typeof versionTitle>[0]>, string]>([
  [{ published: {} }, "Published"],
  [{ published: {}, name: "Final" }, "Final, published"],
  [{ name: "Final", status: "reviewed" }, "Final"],
  [{ status: "published" }, "Back to published"],
  [{ status: "reviewed" }, "Reviewed"],
  [{}, "Status changed"],
  [{ kind: "before_restore", status: "published" }, "Before a restore"],
  [{ kind: "before_suggestions" }, "Before several suggestions"],
  [{ kind: "before_update" }, "Before an update of generated text"],
  [{ kind: "pause" }, ""],
])("the version %j is called “%s”", (more, title) => {
  expect(versionTitle({ kind: "status", name: null, status: null, ...more })).toBe(title);
});

describe("the summary of changes", () => {
  const none: VersionChanges = { title: null, wordsIn: 0, wordsOut: 0, sections: [], records: [] };
  const section = (name: string, more: Partial<VersionChanges["sections"][number]> = {}) => ({
    ...{ section: name, changed: 0, added: 0, removed: 0, moved: 0 },
    ...more,
  });
  it.each<[Partial<VersionChanges>, string]>([
    [{}, "No changes."],
    [{ sections: [section("Impact", { changed: 2, added: 1 })] }, "Impact: 2 changed, 1 added."],
    [{ sections: [section("", { removed: 1, moved: 3 })] }, "Before the first section: 1 removed, 3 moved."],
    [{ title: { before: "A", after: "B" } }, "The title is now “B”."],
    [{ records: ["timeline", "actions"] }, "Records changed: Timeline and Action items."],
    [
      {
        sections: ["A", "B", "C", "D", "E"].map((name) => section(name, { moved: 1 })),
        ...{ title: { before: "A", after: "B" }, records: ["impact"] },
      },
      "The title is now “B”. A: 1 moved. B: 1 moved. C: 1 moved. And 2 more sections. Records changed: Impact.",
    ],
    [{ sections: ["A", "B", "C"].map((name) => section(name, { moved: 1 })) }, "A: 1 moved. B: 1 moved. C: 1 moved."],
  ])("%j reads “%s”", (more, words) => expect(changeWords({ ...none, ...more })).toBe(words));
});
