import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { runningCollab } from "#server/reviews/document/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { generateReview, listStaleDrafts, updateDrafts } from "./index.ts";

const fixture = serverFixture();
let member: UserActor;
const ctx = () => makeContext(fixture.database.prisma, member);

beforeAll(async () => {
  member = await makeUser(fixture.database.prisma, "member");
});
beforeEach(() => {
  runningCollab().server = fixture.server.collab;
});
afterEach(async () => {
  runningCollab().server = null;
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

it("records in the audit log which drafts were updated, and tells the screens", async () => {
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
  expect(await updateDrafts(ctx(), { key, keys: ["nothing"] })).toEqual({ updated: [] });
  expect([await trail(), (await stale()).length > 0]).toEqual([[], true]);
});

it("edits no text if the audit entry can't be written", async () => {
  const { key, stale } = await staleReview();
  const keys = await stale();
  await refuseRowsOf("audit_entry");
  await expect(updateDrafts(ctx(), { key })).rejects.toThrow();
  expect(await stale()).toEqual(keys);
});
