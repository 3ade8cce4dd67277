import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createLearning } from "#server/follow/learning/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { generateReview, getReview, moveReviewStatus, waiveGate } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listForum } from "./index.ts";

let database: TestDatabase;
let author: UserActor;
let tpm: UserActor;
let reader: UserActor;
const ctx = (actor: UserActor, now?: () => Date) => makeContext(database.prisma, actor, now);
const titles = async (actor: UserActor, q?: string) =>
  (await listForum(ctx(actor), { limit: 50, ...(q ? { q } : {}) })).items.map(({ title }) => title);

async function publish(title: string, on: string, restricted = false): Promise<string> {
  const incident = await createIncident(ctx(author), {
    ...{ title, restricted, severity: 3, kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC" },
    impactText: `${title}, felt by all.`,
  });
  const { key } = await generateReview(ctx(author), { key: incident.key, template: "quick" }, findingRecords);
  await createFactor(ctx(author), {
    ...{ key, statement: `The reload of ${title} raised no alarm`, detail: "", role: "contributor" },
    ...{ domains: [], status: "hypothesis", evidence: [] },
  });
  for (const statement of ["One", "Two", "Three", "Four"])
    await createLearning(ctx(author), { key, kind: "luck", statement, detail: "", eventIds: [], conditionId: null });
  const by = restricted ? author : tpm;
  if (!restricted) {
    for (const gate of ["milestones_set", "drafts_accepted"] as const)
      await waiveGate(ctx(tpm), { key, gate, reason: "A test" });
  }
  for (const to of ["in_review", "reviewed", "published"] as const) {
    if (restricted) {
      await database.prisma.review.updateMany({
        where: { title },
        data: { status: "published", publishedNumber: 1, publishedAt: new Date(on) },
      });
      break;
    }
    const { version } = await getReview(ctx(by), { key });
    await moveReviewStatus(
      ctx(by, () => new Date(on)),
      { key, version, to },
    );
  }
  return key;
}

beforeAll(async () => {
  database = await testDatabase();
  author = await makeUser(database.prisma, "member", "Ada");
  tpm = await makeUser(database.prisma, "tpm", "Tom");
  reader = await makeUser(database.prisma, "viewer", "Rita");
  await publish("Uploads fail", "2026-05-01T10:00:00Z");
  await publish("Payments slow", "2026-06-01T10:00:00Z");
  await publish("Token in a log", "2026-07-01T10:00:00Z", true);
  await createIncident(ctx(author), {
    ...{ title: "Not published", restricted: false, severity: 3, kind: "incident", serviceIds: [] },
    ...{ resolvedAt: null, timeZone: "UTC", impactText: "" },
  });
});
afterAll(() => database.close());

describe("the forum", () => {
  it("shows published reviews, newest first, and hides restricted ones from others", async () => {
    expect(await titles(reader)).toEqual(["Payments slow", "Uploads fail"]);
    expect(await titles(author)).toEqual(["Token in a log", "Payments slow", "Uploads fail"]);
  });

  it("shows the summary as it was published, authors and counts", async () => {
    const { items } = await listForum(ctx(reader), { limit: 1 });
    expect(items[0]).toMatchObject({
      summary: expect.stringContaining("Payments slow"),
      learnings: ["One", "Two", "Three"].map((statement) => ({ kind: "Where luck helped", statement })),
      authors: [{ id: author.id, name: "Ada" }],
      publishedAt: "2026-06-01T10:00:00.000Z",
      factorCount: 1,
      actionCount: 0,
      actionsVerified: 0,
    });
  });

  it("is searched by words and by condition", async () => {
    expect(await titles(reader, "payment")).toEqual(["Payments slow"]);
    expect(await titles(reader, "raised no alarm")).toEqual(["Payments slow", "Uploads fail"]);
    expect(await titles(reader, "token")).toEqual([]);
    expect(await titles(reader, "%")).toEqual([]);
  });

  it("continues where the page before ended, and rejects an invalid cursor", async () => {
    const first = await listForum(ctx(reader), { limit: 1 });
    const second = await listForum(ctx(reader), { limit: 1, cursor: first.nextCursor ?? "" });
    expect(second.items.map(({ title }) => title)).toEqual(["Uploads fail"]);
    expect(second.nextCursor).toBeNull();
    const cursor = Buffer.from('["yesterday",1]').toString("base64url");
    await expect(listForum(ctx(reader), { limit: 1, cursor })).rejects.toMatchObject({ code: "invalid" });
  });
});
