import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createActionItem, getActionItem, transitionActionItem, updateActionItem } from "./index.ts";

let database: TestDatabase;
let owner: UserActor;
let builder: UserActor;
let manager: UserActor;
let viewer: UserActor;
let teamId: string;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const propose = async (priority: ActionPriority = "P1") => {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const fields = { title: "Restore every backup daily", type: "prevent" as const, priority };
  return createActionItem(as(owner), { ...blank, ...fields, ownerId: owner.id, teamId });
};
type Step = Omit<Parameters<typeof transitionActionItem>[1], "key" | "version">;
const move = async (actor: UserActor, key: string, step: Step) =>
  transitionActionItem(as(actor), { key, version: (await getActionItem(as(actor), { key })).version, ...step });
const implemented = async (priority: ActionPriority = "P1", by = owner) => {
  const { key } = await propose(priority);
  await move(owner, key, { to: "accepted" });
  await move(by, key, { to: "implemented", evidence: "https://ci.example.com/1" });
  return key;
};
const rule = (name: string) => ({ code: "rule", details: { rule: name } });
const inbox = (user: UserActor, key: string) =>
  database.prisma.notification.findMany({ where: { userId: user.id, href: `/actions/${key}` } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  builder = await makeUser(database.prisma, "tpm", "builder");
  manager = await makeUser(database.prisma, "member", "manager");
  viewer = await makeUser(database.prisma, "viewer");
  teamId = uuidv7();
  await database.prisma.team.create({ data: { id: teamId, name: "Platform", managerId: manager.id } });
});
afterAll(() => database.close());

it("reports each step to the screens that show the action", async () => {
  const { id, key } = await propose();
  const told = await outboxOf(database, "record.changed", () => move(owner, key, { to: "accepted" }));
  expect(told).toEqual([{ noun: "action_item", id, incidentId: null }]);
});

describe("verifying without a team", () => {
  const without = async (priority: ActionPriority) => {
    const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
    const fields = { title: "Alert on an empty backup", type: "detect" as const, priority, teamId: null };
    const { key } = await createActionItem(as(owner), { ...blank, ...fields, ownerId: owner.id });
    await move(owner, key, { to: "accepted" });
    await move(owner, key, { to: "implemented", evidence: "https://ci.example.com/2" });
    return key;
  };
  const asked = async (key: string) =>
    (
      await database.prisma.notification.findMany({
        where: { href: `/actions/${key}`, kind: "action_item.to_verify" },
        select: { user: { select: { name: true } } },
      })
    ).map(({ user }) => user.name);

  it.each(["P0", "P1"] as const)("notifies the TPMs of a %s whose owner is in no team", async (priority) => {
    expect(await asked(await without(priority))).toEqual(["builder"]);
  });

  it("notifies no TPM of a P2, which its owner verifies", async () => {
    expect(await asked(await without("P2"))).toEqual([]);
  });

  it("notifies an admin if the only TPM implemented it", async () => {
    const admin = await makeUser(database.prisma, "admin", "last");
    const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
    const fields = { title: "x", type: "detect" as const, priority: "P1" as const, teamId: null };
    const { key } = await createActionItem(as(builder), { ...blank, ...fields, ownerId: builder.id });
    await move(builder, key, { to: "accepted" });
    await move(builder, key, { to: "implemented", evidence: "https://ci.example.com/3" });
    expect(await asked(key)).toContain("last");
    expect(await inbox(admin, key)).toHaveLength(1);
  });
});

describe("the way to verified", () => {
  it("keeps every step with who, when, evidence and reason", async () => {
    const key = await implemented();
    const item = await move(manager, key, { to: "verified", reason: "Drill of 3 October" });
    expect(item).toMatchObject({
      status: "verified",
      verifiedBy: { name: "manager" },
      evidence: "https://ci.example.com/1",
    });
    expect(item.history.map(({ from, to, by }) => [from, to, by])).toEqual([
      ["proposed", "accepted", "owner"],
      ["accepted", "implemented", "owner"],
      ["implemented", "verified", "manager"],
    ]);
    const audited = await database.prisma.auditEntry.findMany({ where: { nounId: item.id }, orderBy: { at: "asc" } });
    expect(audited.at(-1)?.action).toBe("action_item.verified");
  });

  it("needs evidence at implemented", async () => {
    const { key } = await propose();
    await move(owner, key, { to: "accepted" });
    await expect(move(owner, key, { to: "implemented" })).rejects.toMatchObject(rule("evidence_needed"));
  });

  it.each(["P0", "P1"] as const)(
    "of a %s needs a second person: not the owner or the implementer",
    async (priority) => {
      const key = await implemented(priority, builder);
      await expect(move(owner, key, { to: "verified" })).rejects.toMatchObject(rule("second_person_needed"));
      await expect(move(builder, key, { to: "verified" })).rejects.toMatchObject(rule("second_person_needed"));
      expect((await getActionItem(as(owner), { key })).abilities.verify).toBe(false);
      expect((await getActionItem(as(manager), { key })).abilities.verify).toBe(true);
      await expect(move(manager, key, { to: "verified" })).resolves.toMatchObject({ status: "verified" });
    },
  );

  it("has no way around the second person: owner and implementer can't lower the priority either", async () => {
    const key = await implemented("P1", builder);
    const { version } = await getActionItem(as(owner), { key });
    for (const who of [owner, builder]) {
      const lowered = updateActionItem(as(who), { key, version, priority: "P2" });
      await expect(lowered).rejects.toMatchObject(rule("second_person_needed"));
    }
    const lead = await makeUser(database.prisma, "tpm");
    const lowered = await updateActionItem(as(lead), { key, version, priority: "P2" });
    expect(lowered).toMatchObject({ priority: "P2", status: "implemented" });
    await expect(move(owner, key, { to: "verified" })).resolves.toMatchObject({ status: "verified" });
  });

  it("has no way around it by a step back, a waiver or another owner", async () => {
    const { key } = await propose("P1");
    await move(owner, key, { to: "accepted" });
    await move(owner, key, { to: "proposed" });
    const change = async (fields: { priority?: ActionPriority; ownerId?: string }) =>
      updateActionItem(as(owner), { key, version: (await getActionItem(as(owner), { key })).version, ...fields });
    await expect(change({ priority: "P2" })).rejects.toMatchObject(rule("second_person_needed"));
    await move(owner, key, { to: "declined", reason: "Too dear for now" });
    await expect(change({ priority: "P3" })).rejects.toMatchObject(rule("second_person_needed"));
    await move(owner, key, { to: "proposed", reason: "Cheaper now" });
    await move(owner, key, { to: "accepted" });
    await move(builder, key, { to: "implemented", evidence: "https://ci.example.com/3" });
    await change({ ownerId: manager.id });
    await expect(move(owner, key, { to: "verified" })).rejects.toMatchObject(rule("second_person_needed"));
    expect((await getActionItem(as(owner), { key })).abilities.verify).toBe(false);
    await move(builder, key, { to: "in_progress", reason: "The restore is slow" });
    // The next owner has it implemented, so the one before is a second person.
    await move(builder, key, { to: "implemented", evidence: "https://ci.example.com/4" });
    await expect(move(owner, key, { to: "verified" })).resolves.toMatchObject({ status: "verified" });
  });

  it("lets the owner verify a P2, but never a viewer", async () => {
    const key = await implemented("P2");
    await expect(move(viewer, key, { to: "verified" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(move(owner, key, { to: "verified" })).resolves.toMatchObject({ status: "verified" });
  });

  it("notifies the manager of the team that it waits for verification, and the owner when it comes back", async () => {
    const key = await implemented();
    expect(await inbox(manager, key)).toMatchObject([{ kind: "action_item.to_verify" }]);
    expect(await inbox(owner, key)).toEqual([]);
    await move(manager, key, { to: "in_progress", reason: "The alert does not page" });
    expect(await inbox(owner, key)).toMatchObject([{ kind: "action_item.sent_back", body: "The alert does not page" }]);
  });

  it("notifies the person who implemented it too when it comes back", async () => {
    const key = await implemented("P2", builder);
    await move(manager, key, { to: "in_progress", reason: "The alert does not page" });
    const sent = { kind: "action_item.sent_back", body: "The alert does not page" };
    const byAnother = { kind: "action_item.news", subject: expect.stringMatching(/: To verify$/) };
    expect(await inbox(owner, key)).toMatchObject([byAnother, sent]);
    expect(await inbox(builder, key)).toMatchObject([sent]);
  });

  it("accepts one of two simultaneous moves, and returns the newer row to the other", async () => {
    const { key } = await propose();
    const step = { key, version: 1, to: "accepted" as const };
    const both = await Promise.allSettled([
      transitionActionItem(as(owner), step),
      transitionActionItem(as(builder), step),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict", details: { current: { status: "accepted", version: 2 } } });
  });
});

describe("declining", () => {
  it("declines with a reason, and with a link if something replaces it", async () => {
    const { key } = await propose();
    const twin = await propose();
    await expect(move(owner, key, { to: "declined" })).rejects.toMatchObject(rule("reason_needed"));
    const asDuplicate = { to: "declined", reason: "Same alert", declineKind: "duplicate" } as const;
    await expect(move(owner, key, asDuplicate)).rejects.toMatchObject(rule("link_needed"));
    for (const link of [key, "ACT-99999"])
      await expect(move(owner, key, { ...asDuplicate, link })).rejects.toMatchObject({ code: "invalid" });
    const declined = await move(owner, key, { ...asDuplicate, link: twin.key });
    expect(declined).toMatchObject({ status: "declined", declineKind: "duplicate", declineLink: twin.key });
    expect(await move(owner, key, { to: "proposed", reason: "It is not the same" })).toMatchObject({
      declineKind: null,
      declineReason: null,
      declineLink: null,
    });
  });

  it("is undone exactly: the status, the block and the request for a waiver return, and the history has both steps", async () => {
    const { key } = await propose("P2");
    const blocker = await propose();
    await move(owner, key, { to: "accepted" });
    await move(owner, key, { to: "in_progress" });
    const asked = { reason: "The vendor is closed", mitigation: "On-call watches it", until: "2099-01-01" };
    await move(owner, key, { ...asked, to: "waived" });
    const blockedBy = { kind: "action", id: blocker.key } as const;
    const flag = { blockedReason: "The other comes first", blockedUntil: "2099-01-01", blockedBy };
    const { version } = await getActionItem(as(owner), { key });
    await updateActionItem(as(owner), { key, version, ...flag });
    const shown = async () => {
      const { version: _, history, updatedAt: __, ...rest } = await getActionItem(as(owner), { key });
      return rest;
    };
    const before = await shown();
    expect(before).toMatchObject({ status: "in_progress", waiver: { status: "requested" } });
    await move(owner, key, { to: "declined", reason: "Too dear" });
    expect(await shown()).toMatchObject({ status: "declined", blockedReason: null, waiver: null });
    const undo = { undoesDecline: true, reason: "Undone" } as const;
    await expect(move(owner, key, { ...undo, to: "accepted" })).rejects.toMatchObject(rule("not_undone"));
    await expect(move(viewer, key, { ...undo, to: "in_progress" })).rejects.toMatchObject({ code: "forbidden" });
    await move(owner, key, { ...undo, to: "in_progress" });
    expect(await shown()).toEqual(before);
    await expect(move(owner, key, { ...undo, to: "in_progress" })).rejects.toMatchObject(rule("not_undone"));
  });

  it("isn't undone after another step, nor from To verify, whose evidence it may have removed", async () => {
    const { key } = await propose();
    await move(owner, key, { to: "accepted" });
    await move(owner, key, { to: "declined", reason: "Too dear" });
    await move(owner, key, { to: "proposed", reason: "Cheaper now" });
    const undo = { undoesDecline: true, reason: "Undone" } as const;
    await expect(move(owner, key, { ...undo, to: "accepted" })).rejects.toMatchObject(rule("not_undone"));
    const done = await implemented();
    await move(owner, done, { to: "declined", reason: "Too dear" });
    await expect(move(owner, done, { ...undo, to: "implemented" })).rejects.toMatchObject(rule("not_undone"));
  });
});
