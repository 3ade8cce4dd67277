import { describe, expect, it } from "vitest";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { sentenceWords } from "#lib/document/sentences.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { plainText } from "../plain-text.ts";
import { rolledBack } from "../testing/facts.ts";
import { draft } from "./draft.ts";
import type { ReviewFacts } from "./facts.ts";
import { type Generated, generatedIn, staleDrafts, untouchedDrafts } from "./stale-drafts.ts";

const SECTIONS = builtIn("standard").sections;

const document = (): DocumentJson => ({ type: "doc", content: draft(SECTIONS, rolledBack()) });
const keptOf = (doc: DocumentJson): Generated => new Map(generatedIn(doc).map((one) => [one.key, one]));
const generated = keptOf(document());
const stale = (doc: DocumentJson, facts: ReviewFacts, from: Generated = generated) =>
  staleDrafts(doc, SECTIONS, { facts, generated: from });

function withTitle(title: string): ReviewFacts {
  const facts = rolledBack();
  return { ...facts, incident: { ...facts.incident, title } };
}

function withoutMilestones(...names: (keyof ReviewFacts["milestones"])[]): ReviewFacts {
  const facts = rolledBack();
  const milestones = Object.fromEntries(
    Object.entries(facts.milestones).filter(([name]) => !names.some((one) => one === name)),
  );
  return { ...facts, milestones };
}

/** Returns the generated texts after a person has decided about the facts of a section. */
const decided = (from: Generated, key: string, facts: DocumentNode[] = []): Generated =>
  new Map([...from, [key, { content: from.get(key)?.content ?? [], seen: hashOfContent(facts) }]]);

const said = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });

/** A document with a block changed, replaced by several, or removed. */
function edit(doc: DocumentJson, key: string, change: (block: DocumentNode) => DocumentNode[]): DocumentJson {
  const isOf = (node: DocumentNode) => node.type === "draftBlock" && node.attrs?.key === key;
  return { ...doc, content: (doc.content ?? []).flatMap((node) => (isOf(node) ? change(node) : [node])) };
}
const addSentence = (block: DocumentNode): DocumentNode[] => [
  { ...block, content: [...(block.content ?? []), said("We saw more.")] },
];
const accept = (block: DocumentNode): DocumentNode[] => block.content ?? [];
const told = (items: ReturnType<typeof stale>) =>
  items.map(({ key, kind, changes }) => ({
    ...{ key, kind },
    changes: changes.map(({ was, now, isReplaceable }) => [
      was && sentenceWords(was),
      now && sentenceWords(now),
      isReplaceable,
    ]),
  }));

it("returns nothing while the facts are the same", () => {
  expect(stale(document(), rolledBack())).toEqual([]);
});

it("offers new text for a block that no one edited", () => {
  const [item, ...others] = stale(document(), withTitle("Payments answer with errors"));
  expect(others).toEqual([]);
  expect(item).toMatchObject({ key: "summary", kind: "outdated", changes: [] });
  expect(plainText(item?.before ?? [])).toContain("“Checkout returns errors” was");
  expect(plainText(item?.content ?? [])).toContain("“Payments answer with errors” was");
});

it("no longer counts an edited block as waiting", () => {
  expect(untouchedDrafts(document())).toContain("summary");
  expect(untouchedDrafts(edit(document(), "summary", addSentence))).not.toContain("summary");
});

it("reports when the records no longer contain what a block said", () => {
  const item = stale(document(), withoutMilestones("trigger_change", "impact_started")).find(
    ({ key }) => key === "trigger",
  );
  expect(plainText(item?.content ?? [])).toBe("The records no longer contain facts about this.");
});

it("finds a block that was moved into another", () => {
  const [summary, ...rest] = (document().content ?? []).filter(({ type }) => type === "draftBlock");
  const doc: DocumentJson = { type: "doc", content: [{ type: "callout", content: summary ? [summary] : [] }, ...rest] };
  expect(stale(doc, withTitle("Other"))).toMatchObject([{ key: "summary", kind: "outdated" }]);
});

describe("a section that people wrote over", () => {
  const facts = withTitle("Payments answer with errors");

  it.each([
    ["edited", addSentence],
    ["accepted", accept],
  ])("shows the sentence whose facts changed, if it was %s", (_, change) => {
    const [item, ...others] = told(stale(edit(document(), "summary", change), facts));
    expect(others).toEqual([]);
    expect(item).toMatchObject({ key: "summary", kind: "edited" });
    expect(item?.changes).toHaveLength(1);
    const [was, now, isReplaceable] = item?.changes[0] ?? [];
    expect(was).toContain("“Checkout returns errors” was");
    expect(now).toContain("“Payments answer with errors” was");
    expect(isReplaceable).toBe(true);
  });

  it("says nothing if people no longer say it, or already say the new fact", () => {
    const rewritten = (text: string) => edit(document(), "summary", () => [said(text)]);
    expect(stale(rewritten("It was a bad day for our buyers."), facts)).toEqual([]);
    const today = stale(document(), facts)[0]?.content ?? [];
    expect(
      stale(
        edit(document(), "summary", () => [...today, said("More.")]),
        facts,
      ),
    ).toEqual([]);
  });

  it("shows a figure that people put into a sentence of their own, and leaves the sentence to them", () => {
    const late = rolledBack();
    const at = "2025-06-10T09:17:00Z";
    const milestones = { ...late.milestones, detected: { at, precision: "minute" as const, eventId: "deploy" } };
    const was = plainText(generated.get("detection")?.content ?? []);
    const clock = /\d\d:\d\d/.exec(was)?.[0] ?? "none";
    const doc = edit(document(), "detection", () => [said(`Our eyes opened at ${clock}, not a minute before.`)]);
    const items = told(stale(doc, { ...late, milestones })).filter(({ key }) => key === "detection");
    expect(items).toMatchObject([{ kind: "edited" }]);
    expect(items[0]?.changes.every(([, , isReplaceable]) => isReplaceable === false)).toBe(true);
  });

  it("says nothing about text that was never generated", () => {
    expect(stale(edit(document(), "summary", addSentence), facts, new Map())).toEqual([]);
  });

  it("is silent once a person has decided about the same facts", () => {
    const doc = edit(document(), "summary", addSentence);
    const seen = decided(generated, "summary", stale(doc, facts)[0]?.content);
    expect(stale(doc, facts, seen)).toEqual([]);
    expect(stale(doc, withTitle("Another one"), seen)).toMatchObject([{ key: "summary", kind: "edited" }]);
  });
});

describe("a section without text", () => {
  const before = withoutMilestones("trigger_change", "impact_started");
  const poor: DocumentJson = { type: "doc", content: draft(SECTIONS, before) };
  const kept = keptOf(poor);
  const missing = (doc: DocumentJson, from: Generated = kept): string[] =>
    stale(doc, rolledBack(), from).flatMap(({ key, kind }) => (kind === "missing" ? [key] : []));
  const intoTrigger = (node: DocumentNode): DocumentJson => ({
    ...poor,
    content: (poor.content ?? []).flatMap((one) =>
      one.type === "heading" && one.attrs?.sectionKey === "trigger" ? [one, node] : [one],
    ),
  });

  it("is filled once the facts can fill it", () => {
    expect([kept.has("impact"), kept.has("trigger")]).toEqual([false, false]);
    expect(missing(poor)).toEqual(["impact", "trigger"]);
  });

  it("is left to people who wrote in it, or removed its heading", () => {
    expect(missing(intoTrigger(said("A deploy.")))).toEqual(["impact"]);
    const content = (poor.content ?? []).filter(({ attrs }) => attrs?.sectionKey !== "trigger");
    expect(missing({ ...poor, content })).toEqual(["impact"]);
  });

  it("isn't offered again after a person left it, until its facts change", () => {
    const [item] = stale(poor, rolledBack(), kept).filter(({ key }) => key === "trigger");
    expect(missing(poor, decided(kept, "trigger", item?.content))).toEqual(["impact"]);
    expect(missing(poor, decided(kept, "trigger", [said("Something else.")]))).toEqual(["impact", "trigger"]);
  });
});
