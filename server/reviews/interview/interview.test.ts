import { describe, expect, it } from "vitest";
import { Recollection } from "#lib/contract/interview.ts";
import { listAudit } from "#server/across/audit/index.ts";
import { listHistory } from "#server/across/history/index.ts";
import { search } from "#server/across/search/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { reviewContent } from "#server/reviews/review/index.ts";
import { exportReview } from "#server/reviews/review-file/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { createRecollection, listRecollections, shareRecollection, updateRecollection } from "./index.ts";

const world = conditionWorld();
const { as, seen } = world;
const SECRET = "Quokka blinked twice";
const tell = (key: string, who: "ada" | "ben" = "ada", eventId: string | null = null) =>
  createRecollection(as(who), { key, theme: "cues", question: "What made it seem off?", body: SECRET, eventId });
const admin = async () => makeContext(world.prisma, await makeUser(world.prisma, "admin"));
const bodies = async (ctx: ReturnType<typeof as>, key: string) =>
  (await listRecollections(ctx, { key })).items.map(({ body }) => body);

describe("a recollection", () => {
  it("has who and when, and can be changed, removed and restored by its author", async () => {
    const { reviewKey: key, incidentKey } = await seen("Interviewed");
    const event = await addEvent(as("ada"), {
      ...{ key: incidentKey, at: "2026-01-10T14:00:00Z", precision: "minute", kind: "observation", title: "Odd graph" },
      body: "",
    });
    const told = await tell(key, "ada", event.id);
    expect(Recollection.parse(told)).toEqual(told);
    expect(told).toMatchObject({ author: { name: "Ada" }, event: { title: "Odd graph" }, sharedAt: null, mine: true });
    const { id } = told;
    await updateRecollection(as("ada"), { id, version: 1, body: "Reworded" });
    await expect(updateRecollection(as("ada"), { id, version: 1, body: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
    await updateRecollection(as("ada"), { id, version: 2, removed: true });
    expect(await bodies(as("ada"), key)).toEqual([]);
    await updateRecollection(as("ada"), { id, version: 3, removed: false });
    expect(await bodies(as("ada"), key)).toEqual(["Reworded"]);
  });

  it("is in no list, search, export, history, audit entry or message while it is private", async () => {
    const { reviewKey: key, incidentKey } = await seen("Private review");
    const before = await world.prisma.outboxEvent.count();
    const { id } = await tell(key);
    await updateRecollection(as("ada"), { id, version: 1, body: `${SECRET} again` });
    expect(await world.prisma.outboxEvent.count()).toBe(before);
    const root = await admin();
    for (const ctx of [as("ben"), as("viewer"), root]) {
      expect(await bodies(ctx, key)).toEqual([]);
      expect((await search(ctx, { q: "quokka", limit: 20 })).items).toEqual([]);
      await expect(updateRecollection(ctx, { id, version: 2, body: "x" })).rejects.toMatchObject({ code: "not_found" });
      await expect(shareRecollection(ctx, { id, version: 2, shared: true })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    const told = [
      await reviewContent(as("ada"), { key }),
      await exportReview(as("ada"), { key, format: "json", comments: true }),
      await listAudit(root, { limit: 100 }),
      await listHistory(as("ada"), { noun: "incident", key: incidentKey, limit: 100 }),
      await listHistory(as("ada"), { noun: "review", key, limit: 100 }),
      await world.prisma.auditEntry.findMany({ where: { nounId: id } }),
      await world.prisma.notification.findMany(),
    ];
    expect(JSON.stringify(told)).not.toMatch(/quokka/i);
    const entries = await world.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } });
    expect(entries).toMatchObject([
      { action: "recollection.added", incidentId: null, after: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      { action: "recollection.updated", incidentId: null },
    ]);
  });

  it("is read by those who read the review once it is shared, until its author stops", async () => {
    const { reviewKey: key } = await seen("Shared review");
    const { id } = await tell(key);
    await shareRecollection(as("ada"), { id, version: 1, shared: true });
    expect(await bodies(as("ben"), key)).toEqual([SECRET]);
    expect((await listRecollections(as("viewer"), { key })).items).toMatchObject([
      { author: { name: "Ada" }, mine: false },
    ]);
    await expect(updateRecollection(as("ben"), { id, version: 2, body: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await shareRecollection(as("ada"), { id, version: 2, shared: false });
    expect(await bodies(as("ben"), key)).toEqual([]);
  });

  it("doesn't exist for those who can't read the review, also once it is shared", async () => {
    const { reviewKey: key } = await seen("Restricted review", { restricted: true });
    const { id } = await tell(key);
    await shareRecollection(as("ada"), { id, version: 1, shared: true });
    await expect(listRecollections(as("ben"), { key })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateRecollection(as("ben"), { id, version: 2, body: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(tell(key, "ben")).rejects.toMatchObject({ code: "not_found" });
  });

  it("can't be written by a viewer", async () => {
    const { reviewKey: key } = await seen("Read only");
    const asked = { key, theme: "cues", question: "", body: "x", eventId: null } as const;
    await expect(createRecollection(as("viewer"), asked)).rejects.toMatchObject({ code: "forbidden" });
  });
});
