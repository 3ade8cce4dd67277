import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { createVersion } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { addCheck, relate, transitionActionItem, updateActionItem, watch } from "../action-item/index.ts";
import { findingRecords } from "../finding/index.ts";
import { merge, purge, tombstone, undo } from "./index.ts";
import { reworkDesk } from "./testing/rework-desk.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
let database: TestDatabase;
let owner: UserActor;
let tpm: UserActor;
let other: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => NOW);
const { read, at, create, incident, incidentRow } = reworkDesk(() => ({ database, owner, as }));
const rule = (name: string) => ({ code: "rule", details: { rule: name } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  tpm = await makeUser(database.prisma, "tpm", "tpm");
});
afterAll(() => database.close());

describe("a purge", () => {
  it("leaves when and by whom, and nothing of what it was", async () => {
    const admin = await makeUser(database.prisma, "admin", "Ada");
    const [secret, kept] = [await create("Call Jane Doe on 555-0100"), await create("Rotate keys")];
    await watch(as(other), { key: secret, on: true });
    await addCheck(as(owner), { ...(await at(secret)), text: "Ask Jane Doe" });
    await transitionActionItem(as(owner), { ...(await at(secret)), to: "accepted" });
    await merge(as(owner), { ...(await at(secret)), intoKey: kept });
    const { key: reviewKey } = await generateReview(
      as(owner),
      { key: await incident(), template: "quick" },
      findingRecords,
    );
    const old = await create("Old | title of *Jane*", { reviewKey, doneWhen: "Jane Doe answers" });
    await transitionActionItem(as(owner), { ...(await at(old)), to: "accepted" });
    await updateActionItem(as(owner), { ...(await at(old)), blockedReason: "Jane Doe is away" });
    await createVersion(as(owner), { key: reviewKey, name: "First" });
    const before = await database.prisma.reviewVersion.findFirstOrThrow({ where: { name: "First" } });
    expect(before.markdown).toContain("Jane");
    await updateActionItem(as(owner), { ...(await at(old)), title: "Rotate" });
    await merge(as(owner), { ...(await at(old)), intoKey: await create("Rotate all") });
    await purge(as(admin), { ...(await at(old)), confirm: old });
    const after = await database.prisma.reviewVersion.findFirstOrThrow({ where: { name: "First" } });
    expect(after.markdown).not.toBe(before.markdown);
    const lines = (text: string) => text.split("\n");
    expect(lines(after.markdown).filter((line, index) => line !== lines(before.markdown)[index])).toEqual([
      expect.stringMatching(new RegExp(`^\\| (${old}|\\[${old}\\]\\(.*\\)) \\| Purged item \\|[ |]*$`)),
    ]);
    expect(after.blocks).toMatchObject({
      actions: { rows: [{ key: old, cells: [old, "Purged item", "", "", "", "", ""] }] },
    });
    const line = (key: string, title: string) => ({ key, title, daysLate: 2 });
    const things = [line(secret, (await read(secret)).title), line(kept, "Rotate all")];
    const told = things.map(({ key, title }) => `${key} ${title}: 2 days late`);
    const { id: digestId } = await database.prisma.notification.create({
      data: {
        ...{ id: uuidv7(), userId: owner.id, kind: "digest", href: "/work", things },
        ...{ subject: `Late: ${things[0]?.key} ${things[0]?.title}, 2 days late`, body: told.join("\n") },
      },
    });
    const row = { ...(await at(secret)), confirm: secret };
    await expect(purge(as(tpm), row)).rejects.toMatchObject({ code: "forbidden" });
    await expect(purge(as(admin), { ...row, confirm: kept })).rejects.toMatchObject({ code: "invalid" });
    await expect(tombstone(as(other), { key: secret })).rejects.toMatchObject({ code: "not_found" });
    const purged = { key: secret, purgedAt: NOW.toISOString(), purgedBy: "Ada" };
    expect(await purge(as(admin), row)).toEqual(purged);
    expect(await tombstone(as(other), { key: secret })).toEqual(purged);
    await expect(read(secret, admin)).rejects.toMatchObject({ code: "not_found" });
    const into = await read(kept);
    expect(into.history.at(-1)).toMatchObject({ to: "merged_in", others: [{ key: secret, title: "Purged item" }] });
    const { version, history } = into;
    const undoing = undo(as(owner), { key: kept, version, reworkId: history.at(-1)?.undoId ?? "" });
    await expect(undoing).rejects.toMatchObject(rule("not_undone"));
    expect(await database.prisma.notification.findUniqueOrThrow({ where: { id: digestId } })).toMatchObject({
      subject: `Late: ${secret} Purged item, 2 days late`,
      body: `${secret} Purged item: 2 days late\n${told[1]}`,
    });
    const left = await Promise.all([
      database.prisma.auditEntry.findMany(),
      database.prisma.notification.findMany(),
      database.prisma.actionRework.findMany(),
      database.prisma.outboxEvent.findMany(),
      database.prisma.reviewVersion.findMany({ select: { blocks: true, markdown: true } }),
    ]);
    expect(JSON.stringify(left, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      "Jane",
    );
    expect((await database.prisma.auditEntry.findFirst({ where: { action: "action_item.purged" } }))?.actorLabel).toBe(
      "Ada",
    );
    expect(await create("The next one")).not.toBe(secret);
  });

  it("of a restricted action is for admins who can read it", async () => {
    const admin = await makeUser(database.prisma, "admin", "outside");
    const secret = await incident(true);
    const key = await create("Find who read the key", { incidentKey: secret });
    const purging = purge(as(admin), { ...(await at(key)), confirm: key });
    await expect(purging).rejects.toMatchObject({ code: "not_found" });
    const inside = await makeUser(database.prisma, "admin", "inside");
    const open = await create("Rotate keys");
    await relate(as(owner), { ...(await at(open)), relation: "blocks", otherKey: key });
    const incidentId = (await incidentRow(secret)).id;
    const grant = { incidentId, userId: inside.id };
    await database.prisma.incidentGrant.create({ data: { ...grant, id: crypto.randomUUID() } });
    await purge(as(inside), { ...(await at(key)), confirm: key });
    await expect(tombstone(as(other), { key })).rejects.toMatchObject({ code: "not_found" });
    expect(await tombstone(as(inside), { key })).toMatchObject({ key, purgedBy: "inside" });
    expect(JSON.stringify(await read(open, other))).not.toContain(key);
    expect(JSON.stringify(await read(open))).toContain(key);
  });
});
