import { afterEach, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { plainText } from "#lib/document/text.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { readText } from "./document.ts";
import { dismissDrafts, generateReview, listStaleDrafts, updateDrafts } from "./index.ts";

const fixture = runningServerFixture();
let member: UserActor;
const ctx = () => makeContext(fixture.database.prisma, member);

beforeAll(async () => {
  member = await makeUser(fixture.database.prisma, "member");
});
afterEach(async () => {
  await fixture.database.pool.query("DROP TRIGGER IF EXISTS refused ON audit_entry");
  await fixture.database.pool.query("DROP TRIGGER IF EXISTS refused ON document_update");
});

/** A review whose incident has new facts since its text was drafted. */
async function staleReview() {
  const incident = await createIncident(ctx(), {
    ...{ title: "Uploads fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "Nobody could upload.", restricted: false },
  });
  const review = await generateReview(ctx(), { key: incident.key, template: "quick" }, findingRecords);
  await updateIncident(ctx(), { key: incident.key, version: incident.version, impactText: "Half of them failed." });
  const stale = async () => (await listStaleDrafts(ctx(), { key: review.key })).items.map(({ key }) => key);
  const trail = () =>
    fixture.database.prisma.auditEntry.findMany({ where: { nounId: review.id, action: "review.drafts_updated" } });
  return { ...review, incidentId: incident.id, stale, trail };
}

/** Makes a table reject every insert, as a full database does. */
const refuseRowsOf = (table: string) =>
  fixture.database.pool.query(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refused BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`);

it("records in the audit log which drafts were updated, and notifies the screens", async () => {
  const { id, key, incidentId, stale, trail } = await staleReview();
  const keys = await stale();
  expect(keys).not.toEqual([]);
  const told = await outboxOf(fixture.database, "record.changed", () => updateDrafts(ctx(), { key }));
  expect(told).toEqual([{ noun: "review", id, incidentId }]);
  expect(await stale()).toEqual([]);
  expect(await trail()).toMatchObject([
    { actorId: member.id, actorLabel: member.name, noun: "review", incidentId, before: null, after: { keys } },
  ]);
});

it("records nothing if the text couldn't be edited, or didn't need it", async () => {
  const { key, stale, trail } = await staleReview();
  await refuseRowsOf("document_update");
  await expect(updateDrafts(ctx(), { key })).rejects.toThrow();
  expect(await trail()).toEqual([]);
  await fixture.database.pool.query("DROP TRIGGER refused ON document_update");
  expect(await updateDrafts(ctx(), { key, keys: ["nothing"] })).toEqual({ updated: [], decision: null });
  expect([await trail(), (await stale()).length > 0]).toEqual([[], true]);
});

it("edits no text if the audit entry can't be written", async () => {
  const { key, stale } = await staleReview();
  const keys = await stale();
  await refuseRowsOf("audit_entry");
  await expect(updateDrafts(ctx(), { key })).rejects.toThrow();
  expect(await stale()).toEqual(keys);
});

/** The same review after a person accepted its summary and added to it. */
async function acceptedReview() {
  const made = await staleReview();
  const { documentId } = await fixture.database.prisma.review.findUniqueOrThrow({ where: { id: made.id } });
  await fixture.server.collab.appendServerEdit(
    documentId,
    (document) => {
      const text = document.getXmlFragment(TEXT_FRAGMENT);
      const block = text.toArray().find((one) => one instanceof Y.XmlElement && one.getAttribute("key") === "summary");
      const own = new Y.XmlElement("paragraph");
      own.insert(0, [new Y.XmlText("We know more.")]);
      if (block instanceof Y.XmlElement) block.push([own]);
    },
    { userId: member.id },
  );
  const text = async () => plainText((await readText(ctx(), documentId)).json);
  const items = async () =>
    (await listStaleDrafts(ctx(), { key: made.key })).items.filter(({ key }) => key === "summary");
  return { ...made, text, items };
}

it("shows the sentence that changed in a text that people wrote over, and replaces it when asked", async () => {
  const { key, text, items, trail } = await acceptedReview();
  expect(await items()).toMatchObject([
    {
      kind: "edited",
      section: "Summary",
      changes: [{ was: "Nobody could upload.", now: "Half of them failed.", replaceable: true }],
    },
  ]);
  await updateDrafts(ctx(), { key });
  expect(await text()).toContain("Nobody could upload.");
  expect(await updateDrafts(ctx(), { key, keys: ["summary"] })).toMatchObject({ updated: ["summary"] });
  expect(await text()).toContain("Half of them failed.");
  expect(await text()).toContain("We know more.");
  expect(await items()).toEqual([]);
  expect((await trail()).at(-1)).toMatchObject({ after: { keys: ["summary"] } });
});

it("leaves a text as it is until its facts change again, and records who decided", async () => {
  const { id, key, incidentId, text, items } = await acceptedReview();
  const told = await outboxOf(fixture.database, "record.changed", () =>
    dismissDrafts(ctx(), { key, keys: ["summary"] }),
  );
  expect(told).toEqual([{ noun: "review", id, incidentId }]);
  expect([await items(), (await text()).includes("Nobody could upload.")]).toEqual([[], true]);
  const entry = { nounId: id, action: "review.drafts_dismissed" };
  expect(await fixture.database.prisma.auditEntry.findMany({ where: entry })).toMatchObject([
    { actorId: member.id, incidentId, after: { keys: ["summary"] } },
  ]);
  const incident = await fixture.database.prisma.incident.findUniqueOrThrow({ where: { id: incidentId } });
  await updateIncident(ctx(), {
    key: `INC-${incident.number}`,
    ...{ version: incident.version, impactText: "Nobody could upload for an hour." },
  });
  expect(await items()).toMatchObject([{ kind: "edited" }]);
});

it("dismisses nothing that is not waiting", async () => {
  const { key } = await acceptedReview();
  expect(await dismissDrafts(ctx(), { key, keys: ["lessons", "nothing"] })).toEqual({ dismissed: [], decision: null });
});
