import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { Recollection } from "#lib/contract/interview.ts";
import { listAudit } from "#server/across/audit/index.ts";
import { listHistory } from "#server/across/history/index.ts";
import { search } from "#server/across/search/index.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { reviewContent } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { createRecollection, listRecollections, shareRecollection, updateRecollection } from "./index.ts";

const world = conditionWorld();
const { as, seen } = world;
const SECRET = "Quokka blinked twice";
const tell = (key: string, who: "ada" | "ben" = "ada", eventId: string | null = null) =>
  createRecollection(as(who), { key, theme: "cues", question: "What made it seem off?", body: SECRET, eventId });
const admin = async () => makeContext(world.prisma, await makeUser(world.prisma, "admin"));
const ben = () => {
  const { actor } = as("ben");
  if (actor.kind !== "user") throw new Error("no person");
  return actor;
};
const changeReview = async (key: string, data: { archivedAt: Date } | { status: "cancelled" }) => {
  await world.prisma.review.update({ where: { number: numberOfKey(key) }, data });
  return as("ben");
};
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
    for (const ctx of [as("ben"), as("cleo"), root]) {
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
    expect((await listRecollections(as("cleo"), { key })).items).toMatchObject([
      { author: { name: "Ada" }, mine: false },
    ]);
    await expect(listRecollections(as("viewer"), { key })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateRecollection(as("ben"), { id, version: 2, body: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await shareRecollection(as("ada"), { id, version: 2, shared: false });
    expect(await bodies(as("ben"), key)).toEqual([]);
  });

  it("doesn't exist for those who can't read the review, even once it is shared", async () => {
    const { reviewKey: key } = await seen("Restricted review", { restricted: true });
    const { id } = await tell(key);
    await shareRecollection(as("ada"), { id, version: 1, shared: true });
    await expect(listRecollections(as("ben"), { key })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateRecollection(as("ben"), { id, version: 2, body: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(tell(key, "ben")).rejects.toMatchObject({ code: "not_found" });
  });

  it.each<[string, (key: string) => Promise<ReturnType<typeof as>>]>([
    ["the review is archived", (key) => changeReview(key, { archivedAt: new Date() })],
    ["the review is cancelled", (key) => changeReview(key, { status: "cancelled" })],
    ["its author is a viewer", async () => makeContext(world.prisma, { ...ben(), role: "viewer" })],
  ])("is still its author's to stop sharing and to remove, and no more, once %s", async (_, change) => {
    const { reviewKey: key } = await seen("Taken back");
    const { id } = await tell(key, "ben");
    await shareRecollection(as("ben"), { id, version: 1, shared: true });
    const author = await change(key);
    const forbidden = { code: "forbidden" };
    await expect(updateRecollection(author, { id, version: 2, body: "x" })).rejects.toMatchObject(forbidden);
    await expect(updateRecollection(author, { id, version: 2, removed: true, body: "x" })).rejects.toMatchObject(
      forbidden,
    );
    for (const other of [as("ada"), as("viewer"), await admin()]) {
      await expect(shareRecollection(other, { id, version: 2, shared: false })).rejects.toMatchObject(forbidden);
      await expect(updateRecollection(other, { id, version: 2, removed: true })).rejects.toMatchObject(forbidden);
    }
    const token = { ...author, actor: { ...ben(), scopes: ["read" as const] } };
    await expect(shareRecollection(token, { id, version: 2, shared: false })).rejects.toMatchObject(forbidden);
    expect(await shareRecollection(author, { id, version: 2, shared: false })).toMatchObject({ sharedAt: null });
    await expect(shareRecollection(author, { id, version: 3, shared: true })).rejects.toMatchObject(forbidden);
    expect(await updateRecollection(author, { id, version: 3, removed: true })).toMatchObject({ removed: true });
    await expect(updateRecollection(author, { id, version: 4, removed: false })).rejects.toMatchObject(forbidden);
    const unknown = { id: uuidv7(), version: 1 };
    await expect(shareRecollection(author, { ...unknown, shared: false })).rejects.toMatchObject({ code: "not_found" });
  });

  it("can't be written by a viewer", async () => {
    const { reviewKey: key } = await seen("Read only");
    const asked = { key, theme: "cues", question: "", body: "x", eventId: null } as const;
    await expect(createRecollection(as("viewer"), asked)).rejects.toMatchObject({ code: "forbidden" });
  });
});
