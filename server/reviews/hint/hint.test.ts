import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { dismissHint, listHints, restoreHint } from "./index.ts";

const SENTENCE = "0123456789abcdef";
let database: TestDatabase;
let maya: UserActor;
let viewer: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);

beforeAll(async () => {
  database = await testDatabase();
  [maya, viewer] = [await makeUser(database.prisma, "member"), await makeUser(database.prisma, "viewer")];
});
afterAll(() => database.close());

async function review({ restricted = false } = {}) {
  const incident = await createIncident(as(maya), {
    ...{ title: "Uploads fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "", restricted },
  });
  return generateReview(as(maya), { key: incident.key, template: "quick" }, findingRecords);
}
const given = (key: string, sentence: string | null, reason = "") => ({
  ...{ key, pattern: "hs-clearly", sentence, reason },
});

it("dismisses a hint in a sentence or in the review, and shows it again", async () => {
  const { key } = await review();
  await dismissHint(as(maya), given(key, SENTENCE, "A quotation"));
  const { items } = await dismissHint(as(maya), given(key, null));
  expect(items).toMatchObject([
    { pattern: "hs-clearly", sentence: SENTENCE, reason: "A quotation" },
    { pattern: "hs-clearly", sentence: null, reason: "" },
  ]);
  const [first, second] = items;
  await restoreHint(as(maya), { key, id: first?.id ?? "" });
  expect((await listHints(as(maya), { key })).items).toEqual([second]);
});

it("keeps one dismissal of a hint, with its newest reason, even for two people at once", async () => {
  const { key } = await review();
  const sam = await makeUser(database.prisma, "member");
  await Promise.all([maya, sam].map((one) => dismissHint(as(one), given(key, SENTENCE, one.name))));
  await dismissHint(as(sam), given(key, SENTENCE, "Last"));
  expect((await listHints(as(maya), { key })).items).toMatchObject([{ reason: "Last" }]);
});

it("restores nothing of another review", async () => {
  const [one, other] = [await review(), await review()];
  const { items } = await dismissHint(as(maya), given(one.key, null));
  await restoreHint(as(maya), { key: other.key, id: items[0]?.id ?? "" });
  expect((await listHints(as(maya), { key: one.key })).items).toHaveLength(1);
});

it("lets only writers dismiss a hint, and doesn't reveal that a review exists", async () => {
  const { key } = await review();
  await expect(dismissHint(as(viewer), given(key, null))).rejects.toMatchObject({ code: "forbidden" });
  const hidden = await review({ restricted: true });
  const outsider = await makeUser(database.prisma, "member");
  for (const key of [hidden.key, "REV-99999"])
    await expect(listHints(as(outsider), { key })).rejects.toMatchObject({ code: "not_found" });
});

it("stores nothing that leads from a hint to a person", async () => {
  const { key } = await review();
  const before = await database.prisma.auditEntry.count();
  const { items } = await dismissHint(as(maya), given(key, SENTENCE));
  await restoreHint(as(maya), { key, id: items[0]?.id ?? "" });
  expect(await database.prisma.auditEntry.count()).toBe(before);
  const columns = await database.pool.query(
    "SELECT column_name FROM information_schema.columns WHERE table_name = 'hint_dismissal' ORDER BY 1",
  );
  expect(columns.rows.map(({ column_name }) => column_name)).toEqual([
    "id",
    "pattern",
    "reason",
    "review_id",
    "sentence",
  ]);
  const keys = await database.pool.query(
    `SELECT confrelid::regclass::text AS referred FROM pg_constraint
     WHERE contype = 'f' AND (conrelid = 'hint_dismissal'::regclass OR confrelid = 'hint_dismissal'::regclass)`,
  );
  expect(keys.rows).toEqual([{ referred: "review" }]);
});
