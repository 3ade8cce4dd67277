import { describe, expect, it } from "vitest";
import { Learning } from "#lib/contract/learning.ts";
import { search } from "#server/across/search/index.ts";
import {
  createCanonicalFactor,
  getCanonicalFactor,
  mergeCanonicalFactor,
} from "#server/follow/canonical-factor/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { archiveReview, getReview, reviewContent, reviewGates } from "#server/reviews/review/index.ts";
import { createTemplate, publishTemplate, updateTemplate } from "#server/reviews/template/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { createLearning, learningsOfCondition, listLearnings, updateLearning } from "./index.ts";

const world = conditionWorld();
const { as, seen, publish } = world;
const ada = () => as("ada");
const BLANK = { kind: "luck", detail: "", eventIds: [], conditionId: null } as const;

const eventOf = (key: string) =>
  addEvent(ada(), {
    ...{ key, at: "2026-01-10T14:00:00Z", precision: "minute", kind: "alert_fired", title: "Alert", body: "" },
  });
const learn = (key: string, statement: string, more: Partial<Parameters<typeof createLearning>[1]> = {}) =>
  createLearning(ada(), { ...BLANK, eventIds: [], key, statement, ...more });
const conditionOf = async (statement: string, name: string, restricted = false) => {
  const factor = await seen(statement, { restricted });
  const condition = await createCanonicalFactor(ada(), { name, factors: [{ id: factor.id, version: factor.version }] });
  return { factor, condition };
};

describe("learnings", () => {
  it("are numbered within their review, with evidence from its timeline only", async () => {
    const factor = await seen("No dump was tested");
    const event = await eventOf(factor.incidentKey);
    const foreign = await eventOf((await seen("Another one")).incidentKey);
    const first = await learn(factor.reviewKey, "A snapshot was taken by hand", { eventIds: [event.id] });
    expect(Learning.parse(first)).toEqual(first);
    expect(first).toMatchObject({ number: 1, evidence: [{ eventId: event.id, title: "Alert" }] });
    expect((await learn(factor.reviewKey, "Second")).number).toBe(2);
    await expect(learn(factor.reviewKey, "Third", { eventIds: [foreign.id] })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await listLearnings(as("ben"), { key: factor.reviewKey })).items).toHaveLength(2);
  });

  it("complete a section that shows them, and that its template requires", async () => {
    const tpm = makeContext(world.prisma, await makeUser(world.prisma, "tpm"));
    const { slug, version, draft } = await createTemplate(tpm, { name: "Lessons", from: "quick" });
    if (!draft) throw new Error("a new template has a draft");
    const lessons = { key: "lessons", title: "Lessons", questions: ["What did you learn?"], facts: [] };
    const section = { ...lessons, live: ["learnings" as const], requiredAt: "in_review" as const };
    const sections = [...draft.sections, section];
    const saved = await updateTemplate(tpm, { slug, version, draft: { ...draft, sections } });
    await publishTemplate(tpm, { slug, version: saved.version, note: "" });
    const { reviewKey: key } = await seen("The replica was stopped", { template: slug });
    const gate = async () => (await reviewGates(tpm, { key })).gates.find(({ code }) => code === "section:lessons");
    expect(await gate()).toMatchObject({ ok: false, detail: "Write “Lessons”" });
    const { id } = await learn(key, "Nobody knew what the replica was for");
    expect(await gate()).toMatchObject({ ok: true, detail: "Filled in from records" });
    await updateLearning(ada(), { id, version: 1, removed: true });
    expect(await gate()).toMatchObject({ ok: false });
  });

  it("report conflicts, leave the list when removed, and can be restored", async () => {
    const { reviewKey: key } = await seen("The copy was old");
    const { id } = await learn(key, "People expected a fresh copy");
    await updateLearning(ada(), { id, version: 1, kind: "surprise" });
    await expect(updateLearning(ada(), { id, version: 1, statement: "x" })).rejects.toMatchObject({
      ...{ code: "conflict", details: { current: { kind: "surprise" } } },
    });
    const listed = async () => (await listLearnings(as("ben"), { key })).items.map((one) => one.id);
    await updateLearning(ada(), { id, version: 2, removed: true });
    expect(await listed()).toEqual([]);
    await updateLearning(ada(), { id, version: 3, removed: false });
    expect(await listed()).toEqual([id]);
    const entries = await world.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual([
      ...["learning.added", "learning.updated", "learning.removed", "learning.updated"],
    ]);
  });

  it("can't be written by a viewer, and can't be found in a restricted incident", async () => {
    const open = await seen("Open to all");
    await expect(
      createLearning(as("viewer"), { ...BLANK, eventIds: [], key: open.reviewKey, statement: "x" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(listLearnings(as("viewer"), { key: open.reviewKey })).rejects.toMatchObject({ code: "forbidden" });
    const secret = await seen("Restricted one", { restricted: true });
    const { id } = await learn(secret.reviewKey, "Zanzibar was lucky");
    await expect(listLearnings(as("ben"), { key: secret.reviewKey })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateLearning(as("ben"), { id, version: 1, kind: "lesson" })).rejects.toMatchObject({
      code: "not_found",
    });
    const found = async (who: "ada" | "ben") =>
      (await search(as(who), { q: "zanzibar", limit: 20 })).items.map(({ noun, title }) => [noun, title]);
    expect(await found("ben")).toEqual([]);
    expect(await found("ada")).toEqual([["learning", "Zanzibar was lucky"]]);
  });
});

describe("a learning about a condition", () => {
  it("stays on its page when the review is archived, and follows the condition when that is merged", async () => {
    const { factor, condition } = await conditionOf("Dumps were not read", "Unread dumps");
    await learn(factor.reviewKey, "Read one dump a week", { kind: "lesson", conditionId: condition.id });
    const { version } = await getReview(ada(), { key: factor.reviewKey });
    await archiveReview(ada(), { key: factor.reviewKey, version });
    const other = await conditionOf("Backups were not watched", "Unwatched backups");
    await mergeCanonicalFactor(ada(), {
      ...{ id: other.condition.id, version: other.condition.version },
      ...{ otherId: condition.id, otherVersion: condition.version },
    });
    const { items } = await learningsOfCondition(as("ben"), { id: other.condition.id });
    expect(items).toMatchObject([
      { statement: "Read one dump a week", condition: { id: other.condition.id, name: "Unwatched backups" } },
    ]);
  });

  it("doesn't tell the name of a condition that the reader can't read", async () => {
    const { condition } = await conditionOf("A secret condition", "Hidden name", true);
    const { reviewKey } = await seen("Readable to all");
    await learn(reviewKey, "Linked to it", { conditionId: condition.id });
    const conditionFor = async (who: "ada" | "ben") =>
      (await listLearnings(as(who), { key: reviewKey })).items.map((one) => one.condition?.name ?? null);
    expect(await conditionFor("ada")).toEqual(["Hidden name"]);
    expect(await conditionFor("ben")).toEqual([null]);
    await expect(learningsOfCondition(as("ben"), { id: condition.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(
      createLearning(as("ben"), { ...BLANK, eventIds: [], key: reviewKey, statement: "x", conditionId: condition.id }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("is shown as the published version states it to those who can't read the draft", async () => {
    const { factor, condition } = await conditionOf("Muted alert", "Muted alerts");
    const { reviewKey: key } = factor;
    const { id } = await learn(key, "Someone happened to look", { conditionId: condition.id });
    await publish(key);
    await updateLearning(ada(), { id, version: 1, statement: "Changed since" });
    await learn(key, "Written since", { conditionId: condition.id });
    const told = async (who: "ada" | "viewer") =>
      (await learningsOfCondition(as(who), { id: condition.id })).items.map(({ statement }) => statement).sort();
    expect(await told("viewer")).toEqual(["Someone happened to look"]);
    expect(await told("ada")).toEqual(["Changed since", "Written since"]);
    await expect(listLearnings(as("viewer"), { key })).rejects.toMatchObject({ code: "forbidden" });
    const { blocks } = await reviewContent(as("viewer"), { key });
    expect(blocks?.learnings?.rows.map(({ cells }) => cells[0])).toEqual(["Someone happened to look"]);
    expect((await getCanonicalFactor(as("viewer"), { id: condition.id })).name).toBe("Muted alerts");
  });

  it("is of the kind that an older version states in other words", async () => {
    const { factor, condition } = await conditionOf("Short pool", "Short pools");
    const { reviewKey: key } = factor;
    const { id } = await learn(key, "The pool held ten connections", { conditionId: condition.id });
    await publish(key);
    await updateLearning(ada(), { id, version: 1, kind: "surprise" });
    await world.prisma.$executeRaw`UPDATE review_version
      SET blocks = replace(blocks::text, 'Where luck helped', 'Where we got lucky')::jsonb
      WHERE blocks::text LIKE ${`%${id}%`}`;
    const { items } = await learningsOfCondition(as("viewer"), { id: condition.id });
    expect(items.map(({ kind }) => kind)).toEqual(["luck"]);
  });
});
