import { uuidv7 } from "uuidv7";
import { afterEach, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { plainText } from "#lib/document/text.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, getIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { readText } from "./document.ts";
import { dismissDrafts, generateReview, listStaleDrafts, undoDrafts, updateDrafts } from "./index.ts";

const fixture = runningServerFixture();
let member: UserActor;
let second: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  member = await makeUser(fixture.database.prisma, "member");
  second = await makeUser(fixture.database.prisma, "member");
});
afterEach(async () => {
  await fixture.database.pool.query("DROP TRIGGER IF EXISTS refused ON audit_entry");
});

/** A review whose facts changed since it was generated: in its summary and, newly, in its response. */
async function changedReview() {
  const { key: incidentKey, id: incidentId } = await createIncident(as(member), {
    ...{ title: "Uploads fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "Nobody could upload.", restricted: false },
  });
  const at = "2026-01-10T14:00:00Z";
  const event = { key: incidentKey, at, precision: "minute", kind: "declared", title: "Declared", body: "" };
  const { id: eventId } = await addEvent(as(member), event as Parameters<typeof addEvent>[1]);
  const { id, key } = await generateReview(as(member), { key: incidentKey, template: "standard" }, findingRecords);
  const setImpact = async (impactText: string) => {
    const { version } = await getIncident(as(member), { key: incidentKey });
    await updateIncident(as(member), { key: incidentKey, version, impactText });
  };
  await setMilestone(as(member), { key: incidentKey, name: "declared", eventId, notApplicable: false });
  await setImpact("Half of them failed.");
  const { documentId } = await fixture.database.prisma.review.findUniqueOrThrow({ where: { id } });
  const json = async () => (await readText(as(member), documentId)).json;
  const rows = () =>
    fixture.database.prisma.generatedSection.findMany({ where: { reviewId: id }, orderBy: { section: "asc" } });
  return {
    ...{ id, key, incidentId, documentId, setImpact, json, rows },
    text: async () => plainText(await json()),
    items: async () => (await listStaleDrafts(as(member), { key })).items,
    state: async () => ({ json: await json(), rows: await rows() }),
    trail: () => fixture.database.prisma.auditEntry.findMany({ where: { nounId: id, action: "review.drafts_undone" } }),
    undo: (decision: string | null) => undoDrafts(as(member), { key, decision: decision ?? "" }),
  };
}

/** Adds a paragraph to the generated text of a section, as a person does. */
const writeIn = (documentId: string, section: string, words: string) =>
  fixture.server.collab.appendServerEdit(
    documentId,
    (document) => {
      const blocks = document.getXmlFragment(TEXT_FRAGMENT).toArray();
      const block = blocks.find((one) => one instanceof Y.XmlElement && one.getAttribute("key") === section);
      const own = new Y.XmlElement("paragraph");
      own.insert(0, [new Y.XmlText(words)]);
      if (block instanceof Y.XmlElement) block.push([own]);
    },
    { userId: second.id },
  );

it("makes updated and filled sections exactly what they were, and records that", async () => {
  const { id, key, incidentId, items, state, text, undo, trail } = await changedReview();
  const before = await state();
  const stale = await items();
  expect(stale.map(({ kind }) => kind).toSorted()).toEqual(expect.arrayContaining(["missing", "outdated"]));
  const { updated, decision } = await updateDrafts(as(member), { key });
  expect([await items(), await text()]).toEqual([[], expect.stringContaining("declared at 14:00 UTC")]);
  const told = await outboxOf(fixture.database, "record.changed", async () => {
    expect((await undo(decision)).undone.toSorted()).toEqual(updated.toSorted());
  });
  expect(told).toEqual([{ noun: "review", id, incidentId }]);
  expect([await state(), await items()]).toEqual([before, stale]);
  expect(await trail()).toMatchObject([{ actorId: member.id, incidentId, after: { keys: updated.toSorted() } }]);
  await expect(undo(decision)).rejects.toMatchObject({ code: "conflict" });
});

it("puts sentences back into people's text, and leaves what they wrote since elsewhere", async () => {
  const { key, documentId, items, json, rows, text, undo } = await changedReview();
  await writeIn(documentId, "summary", "We know more.");
  const before = [await json(), await rows()];
  const { decision } = await updateDrafts(as(member), { key, keys: ["summary"] });
  expect(await text()).toContain("Half of them failed.");
  await undo(decision);
  expect([await json(), await rows()]).toEqual(before);
  expect((await items()).find((item) => item.key === "summary")).toMatchObject({ kind: "edited" });
  const again = await updateDrafts(as(member), { key, keys: ["summary"] });
  await writeIn(documentId, "summary", "Even more.");
  await undo(again.decision);
  expect(await text()).toMatch(/Nobody could upload\.[\s\S]*We know more\.[\s\S]*Even more\./);
});

it("leaves a paragraph with updated sentences in which someone wrote since", async () => {
  const { key, documentId, text, undo } = await changedReview();
  await writeIn(documentId, "summary", "We know more.");
  const { decision } = await updateDrafts(as(member), { key, keys: ["summary"] });
  await fixture.server.collab.appendServerEdit(
    documentId,
    (document) => {
      const paragraphs = document.getXmlFragment(TEXT_FRAGMENT).createTreeWalker(() => true);
      for (const node of paragraphs)
        if (node instanceof Y.XmlText && node.toString().includes("Half of them"))
          node.insert(node.length, " For long.");
    },
    { userId: second.id },
  );
  const written = await text();
  expect(written).toContain("Half of them failed. For long.");
  await expect(undo(decision)).rejects.toThrow("Someone has changed this text or commented on it since");
  expect(await text()).toBe(written);
});

it("leaves text that someone has commented on since, because the comment would lose its words", async () => {
  const { key, documentId, state, undo } = await changedReview();
  const { decision } = await updateDrafts(as(member), { key, keys: ["summary"] });
  await fixture.server.collab.appendServerEdit(
    documentId,
    (document) => {
      for (const node of document.getXmlFragment(TEXT_FRAGMENT).createTreeWalker(() => true))
        if (node instanceof Y.XmlText && node.toString().includes("Half of them"))
          node.format(0, 4, { "comment--1": { threadId: uuidv7() } });
    },
    { userId: second.id },
  );
  const commented = await state();
  await expect(undo(decision)).rejects.toThrow("Someone has changed this text or commented on it since");
  expect(await state()).toEqual(commented);
});

it("takes one of two decisions at the same moment, and undoes it once", async () => {
  const { key, documentId, items, state, undo, trail } = await changedReview();
  await writeIn(documentId, "summary", "We know more.");
  const [before, stale] = [await state(), await items()];
  const keys = ["summary"];
  const [updated, dismissed] = await Promise.all([
    updateDrafts(as(member), { key, keys }),
    dismissDrafts(as(second), { key, keys }),
  ]);
  expect([updated.updated, dismissed.dismissed].toSorted()).toEqual([[], keys]);
  const decision = updated.decision ?? dismissed.decision;
  const undone = await Promise.allSettled([undo(decision), undo(decision), undo(decision)]);
  expect(undone.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await state(), await items(), (await trail()).length]).toEqual([before, stale, 1]);
});

it("leaves a section in which someone wrote since, and undoes the others", async () => {
  const { key, documentId, rows, text, undo } = await changedReview();
  const { updated, decision } = await updateDrafts(as(member), { key });
  await writeIn(documentId, "summary", "We saw it.");
  const others = updated.filter((section) => section !== "summary").toSorted();
  expect(others).not.toEqual([]);
  expect((await undo(decision)).undone.toSorted()).toEqual(others);
  expect(await text()).toMatch(/Half of them failed\.[\s\S]*We saw it\./);
  const kept = [await text(), await rows()];
  await expect(undo(decision)).rejects.toThrow("Someone has changed this text or commented on it since");
  expect([await text(), await rows()]).toEqual(kept);
});

it("offers again what was kept or left out, with the earlier facts or none", async () => {
  const { key, documentId, items, state, undo } = await changedReview();
  await writeIn(documentId, "summary", "We know more.");
  const [before, stale] = [await state(), await items()];
  expect(before.rows.some(({ section }) => section === "response")).toBe(false);
  for (const section of ["summary", "response"]) {
    const { dismissed, decision } = await dismissDrafts(as(member), { key, keys: [section] });
    expect([dismissed, (await items()).some((item) => item.key === section)]).toEqual([[section], false]);
    expect(await undo(decision)).toEqual({ undone: [section] });
    expect([await state(), await items()]).toEqual([before, stale]);
  }
});

it("leaves what someone else has decided about since", async () => {
  const { key, documentId, setImpact, state, undo } = await changedReview();
  await writeIn(documentId, "summary", "We know more.");
  const { decision } = await dismissDrafts(as(member), { key, keys: ["summary"] });
  await setImpact("Nobody could upload for an hour.");
  await dismissDrafts(as(second), { key, keys: ["summary"] });
  const decided = await state();
  await expect(undo(decision)).rejects.toThrow("someone has decided about it since");
  expect(await state()).toEqual(decided);
});

it("undoes an update whose facts changed again, and then offers the newest", async () => {
  const { key, setImpact, items, json, undo } = await changedReview();
  const before = await json();
  const { decision } = await updateDrafts(as(member), { key });
  await setImpact("Nobody could upload for an hour.");
  await undo(decision);
  expect(await json()).toEqual(before);
  expect((await items()).find((item) => item.key === "summary")?.after).toContain("for an hour");
});

it("undoes nothing if the audit entry can't be written", async () => {
  const { key, state, undo } = await changedReview();
  const { decision } = await updateDrafts(as(member), { key });
  const updated = await state();
  await fixture.database.pool.query(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refused BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse()`);
  await expect(undo(decision)).rejects.toThrow();
  expect(await state()).toEqual(updated);
});
