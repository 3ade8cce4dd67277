import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { appendEdit } from "#server/reviews/document/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { generateReview, getReview, listReviews, refreshSearchTexts } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
const ctx = () => makeContext(database.prisma, member);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });
const found = async (q: string) =>
  (await listReviews(ctx(), { q, limit: 50, mine: false, archived: false })).items.map(({ key }) => key);

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
});
afterAll(() => database.close());

it("finds a review by the words in its text as soon as they are saved, and changes nothing else", async () => {
  const incident = await createIncident(ctx(), {
    ...{ title: "Uploads fail", severity: 3, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "Everybody saw a kingfisher.", restricted: false },
  });
  const review = await generateReview(ctx(), { key: incident.key, template: "quick" }, findingRecords);
  expect(await found("kingfisher")).toEqual([]);
  expect(await refreshSearchTexts(job())).toBe(1);
  expect(await found("kingfisher")).toEqual([review.key]);
  expect(await refreshSearchTexts(job())).toBe(0);

  await appendEdit(
    database.pool,
    review.documentId,
    (document) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText("A heron stood in the channel.")]);
      document.getXmlFragment(TEXT_FRAGMENT).push([paragraph]);
    },
    { userId: member.id },
  );
  expect(await refreshSearchTexts(job())).toBe(1);
  expect(await found("herons")).toEqual([review.key]);
  expect((await getReview(ctx(), { key: review.key })).version).toBe(review.version);
});
