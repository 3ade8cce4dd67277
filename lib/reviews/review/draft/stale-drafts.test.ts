import { expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { plainText } from "../plain-text.ts";
import { rolledBack } from "../testing/facts.ts";
import { draft } from "./draft.ts";
import type { ReviewFacts } from "./facts.ts";
import { staleDrafts, untouchedDrafts } from "./stale-drafts.ts";

const document = (): DocumentNode => ({ type: "doc", content: draft("standard", rolledBack()) });

function withTitle(title: string): ReviewFacts {
  const facts = rolledBack();
  return { ...facts, incident: { ...facts.incident, title } };
}

function edit(doc: DocumentNode, key: string, change: (block: DocumentNode) => DocumentNode): DocumentNode {
  const content = (doc.content ?? []).map((node) => (node.attrs?.key === key ? change(node) : node));
  return { ...doc, content };
}
const addSentence = (block: DocumentNode): DocumentNode => ({
  ...block,
  content: [...(block.content ?? []), { type: "paragraph", content: [{ type: "text", text: "We saw more." }] }],
});

it("returns nothing while the facts are the same", () => {
  expect(staleDrafts(document(), rolledBack())).toEqual([]);
});

it("offers new text for a block that no one edited, and where it is", () => {
  const doc = document();
  const [stale, ...others] = staleDrafts(doc, withTitle("Payments answer with errors"));
  expect(others).toEqual([]);
  expect(stale?.key).toBe("summary");
  expect(plainText(stale?.before ?? [])).toContain("“Checkout returns errors” was");
  expect(plainText(stale?.content ?? [])).toContain("“Payments answer with errors” was");
  expect(doc.content?.[stale?.path[0] ?? -1]?.attrs?.key).toBe("summary");
});

it("leaves an edited block alone, and no longer counts it as waiting", () => {
  const doc = edit(document(), "summary", addSentence);
  expect(staleDrafts(doc, withTitle("Payments answer with errors"))).toEqual([]);
  expect(untouchedDrafts(document())).toContain("summary");
  expect(untouchedDrafts(doc)).not.toContain("summary");
});

it("is settled once the offered text is there", () => {
  const facts = withTitle("Payments answer with errors");
  const doc = document();
  const [stale] = staleDrafts(doc, facts);
  const next = edit(doc, "summary", (block) => ({
    ...block,
    attrs: { ...block.attrs, hash: stale?.hash },
    content: stale?.content ?? [],
  }));
  expect(staleDrafts(next, facts)).toEqual([]);
});

it("reports when the records no longer contain what a block said", () => {
  const facts = rolledBack();
  const { trigger_change: _, impact_started: __, ...milestones } = facts.milestones;
  const stale = staleDrafts(document(), { ...facts, milestones }).find(({ key }) => key === "trigger");
  expect(plainText(stale?.content ?? [])).toBe("The records no longer contain facts about this.");
});

it("finds a block that was moved into another", () => {
  const [summary, ...rest] = (document().content ?? []).filter(({ type }) => type === "draftBlock");
  const doc: DocumentNode = { type: "doc", content: [{ type: "callout", content: summary ? [summary] : [] }, ...rest] };
  expect(staleDrafts(doc, withTitle("Other")).map(({ path }) => path)).toEqual([[0, 0]]);
});
