import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ActionItem } from "#lib/contract/action-item.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  askToVerify,
  createActionItem,
  getActionItem,
  handOver,
  listActionItems,
  transitionActionItem,
  updateActionItem,
} from "./index.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
let database: TestDatabase;
let owner: UserActor;
let other: UserActor;
let viewer: UserActor;
let tpm: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => NOW);
type Input = Parameters<typeof createActionItem>[1];
const create = (input: Partial<Input> = {}, actor = other) =>
  createActionItem(as(actor), {
    title: "Alert when a backup job writes no object",
    type: "detect",
    priority: "P1",
    description: "",
    doneWhen: "",
    ownerId: null,
    teamId: null,
    trackerUrl: null,
    factorIds: [],
    changeKeys: [],
    ...input,
  });
type Step = Omit<Parameters<typeof transitionActionItem>[1], "key" | "version">;
const move = async (actor: UserActor, key: string, step: Step) =>
  transitionActionItem(as(actor), { key, version: (await getActionItem(as(actor), { key })).version, ...step });
const accepted = async (input: Partial<Input> = {}) => {
  const { key } = await create({ ownerId: owner.id, dueDate: "2026-10-20", ...input });
  return move(owner, key, { to: "accepted" });
};
const INCIDENT = {
  ...{ kind: "incident" as const, severity: 2, serviceIds: [], resolvedAt: null },
  ...{ timeZone: "UTC", impactText: "", restricted: false },
};
const ALL = { limit: 100, mine: false, unowned: false, open: false, archived: false, sort: "due" } as const;
const rule = (name: string) => ({ code: "rule", details: { rule: name } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  viewer = await makeUser(database.prisma, "viewer");
  tpm = await makeUser(database.prisma, "tpm");
});
afterAll(() => database.close());

it("keeps a field's value before and after in the audit log, and notifies the screens", async () => {
  const { id, key } = await create({ ownerId: owner.id });
  const change = () => updateActionItem(as(owner), { key, version: 1, title: "Alert on an empty backup" });
  const told = await outboxOf(database, "record.changed", change);
  expect(told).toEqual([{ noun: "action_item", id, incidentId: null }]);
  const [entry] = await database.prisma.auditEntry.findMany({ where: { nounId: id, action: "action_item.updated" } });
  expect(entry).toMatchObject({
    actorId: owner.id,
    before: { title: "Alert when a backup job writes no object" },
    after: { title: "Alert on an empty backup" },
  });
});

describe("creating", () => {
  it("returns a proposed item of version 1, without an owner, due by the policy of its priority", async () => {
    const item = await create();
    expect(ActionItem.parse(item)).toEqual(item);
    expect(item).toMatchObject({ status: "proposed", version: 1, owner: null, dueDate: "2026-10-31" });
    expect(item.key).toMatch(/^ACT-\d+$/);
  });

  it("shortens a P1 after a SEV1, and leaves a P3 without a date", async () => {
    const incident = await createIncident(as(other), {
      ...{ title: "Database gone", kind: "incident", severity: 1, serviceIds: [], resolvedAt: null },
      ...{ timeZone: "UTC", impactText: "", restricted: false },
    });
    expect(await create({ incidentKey: incident.key })).toMatchObject({
      dueDate: "2026-10-16",
      incident: { key: incident.key, severity: 1 },
    });
    expect(await create({ priority: "P3" })).toMatchObject({ dueDate: null });
  });

  it("accepts a past due date and an explicit none", async () => {
    expect(await create({ dueDate: "2017-02-10" })).toMatchObject({ dueDate: "2017-02-10" });
    expect(await create({ dueDate: null })).toMatchObject({ dueDate: null });
  });

  it("is rejected for a viewer, and a viewer can't own one", async () => {
    await expect(create({}, viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(create({ ownerId: viewer.id })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: [{ field: "ownerId" }] },
    });
  });

  it("leaves an audit entry and notifies an owner named by someone else", async () => {
    const item = await create({ ownerId: owner.id });
    const own = await create({ ownerId: owner.id }, owner);
    const entries = await database.prisma.auditEntry.findMany({ where: { nounId: item.id } });
    expect(entries.map((entry) => entry.action)).toEqual(["action_item.created"]);
    const told = await database.prisma.notification.findMany({ where: { href: { endsWith: item.key } } });
    expect(told).toMatchObject([{ userId: owner.id, kind: "action_item.assigned" }]);
    expect(await database.prisma.notification.count({ where: { href: { endsWith: own.key } } })).toBe(0);
    const sent = await database.prisma.outboxEvent.findMany({ where: { topic: "notification.created" } });
    expect(sent.map((event) => event.payload)).toContainEqual({ notificationId: told[0]?.id, userId: owner.id });
  });
});

describe("changing", () => {
  it("returns a stale version with the newer row, before any rule", async () => {
    const item = await accepted();
    const stale = updateActionItem(as(owner), { key: item.key, version: 1, dueDate: "2026-12-01" });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { current: { version: 2 } } });
    const step = transitionActionItem(as(owner), { key: item.key, version: 1, to: "verified" });
    await expect(step).rejects.toMatchObject({ code: "conflict", details: { current: { status: "accepted" } } });
  });

  it("keeps and counts a moved date with its reason once accepted, and needs none before", async () => {
    const proposed = await create({ dueDate: "2026-10-20" });
    const free = await updateActionItem(as(other), { key: proposed.key, version: 1, dueDate: "2026-10-25" });
    expect(free).toMatchObject({ dueDate: "2026-10-25", dueMoves: 0, history: [] });

    const { key, version } = await accepted();
    const silent = updateActionItem(as(owner), { key, version, dueDate: "2026-11-01" });
    await expect(silent).rejects.toMatchObject(rule("due_move_needs_reason"));
    const dueReason = "Waits for storage";
    const moved = await updateActionItem(as(owner), { key, version, dueDate: "2026-11-01", dueReason });
    expect(moved).toMatchObject({ dueDate: "2026-11-01", dueMoves: 1 });
    expect(moved.history.at(-1)).toMatchObject({
      ...{ kind: "due", from: "2026-10-20", to: "2026-11-01", by: "owner", reason: dueReason },
    });
  });

  it("undoes a move without counting it, and only the last one by the person who made it", async () => {
    const { key, version } = await accepted();
    const moved = await updateActionItem(as(owner), { key, version, dueDate: "2026-11-01", dueReason: "Storage" });
    const undo = { key, version: moved.version, dueDate: "2026-10-20", undoesDueMove: true as const };
    await expect(updateActionItem(as(tpm), undo)).rejects.toMatchObject(rule("not_undone"));
    const elsewhere = { ...undo, dueDate: "2026-10-21" };
    await expect(updateActionItem(as(owner), elsewhere)).rejects.toMatchObject(rule("not_undone"));
    const undone = await updateActionItem(as(owner), undo);
    expect(undone).toMatchObject({ dueDate: "2026-10-20", dueMoves: 0 });
    expect(undone.history.filter(({ kind }) => kind === "due")).toEqual([]);

    const again = { key, version: undone.version, dueDate: "2026-11-02", dueReason: "Storage" };
    const second = await updateActionItem(as(owner), again);
    await database.prisma.actionItemDueMove.updateMany({
      where: { actionItem: { id: second.id } },
      data: { movedAt: new Date(NOW.getTime() - 11 * 60_000) },
    });
    const late = { ...undo, version: second.version };
    await expect(updateActionItem(as(owner), late)).rejects.toMatchObject(rule("not_undone"));
  });

  it("is linked to an incident and its factors afterwards, except if it comes from a review or a restricted incident", async () => {
    const item = await create({ ownerId: owner.id });
    const incident = await createIncident(as(tpm), { ...INCIDENT, title: "Backups stopped" });
    const hidden = await createIncident(as(tpm), { ...INCIDENT, title: "Hidden", restricted: true });
    const tied = await updateActionItem(as(owner), { key: item.key, version: 1, incidentKey: incident.key });
    expect(tied.incident).toMatchObject({ key: incident.key, title: "Backups stopped" });
    const toHidden = updateActionItem(as(owner), { key: item.key, version: 2, incidentKey: hidden.key });
    await expect(toHidden).rejects.toMatchObject({ code: "invalid" });
    const loose = await updateActionItem(as(owner), { key: item.key, version: 2, incidentKey: null });
    expect(loose.incident).toBeNull();
    const closed = await updateActionItem(as(tpm), { key: item.key, version: 3, incidentKey: hidden.key });
    const out = updateActionItem(as(tpm), { key: item.key, version: closed.version, incidentKey: null });
    await expect(out).rejects.toMatchObject(rule("tied_to_restricted"));
  });

  it("lets only the owner or a TPM move an accepted date", async () => {
    const { key, version } = await accepted();
    const input = { key, version, dueDate: "2026-11-01", dueReason: "x" };
    await expect(updateActionItem(as(other), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateActionItem(as(tpm), input)).resolves.toMatchObject({ dueMoves: 1 });
  });

  it("keeps an owner once accepted, and notifies the next one", async () => {
    const { key, version } = await accepted();
    const empty = updateActionItem(as(owner), { key, version, ownerId: null });
    await expect(empty).rejects.toMatchObject(rule("owner_needed"));
    await updateActionItem(as(owner), { key, version, ownerId: tpm.id });
    const told = await database.prisma.notification.findMany({ where: { href: { endsWith: key }, userId: tpm.id } });
    expect(told).toMatchObject([{ kind: "action_item.assigned", body: "Due Tue 20 Oct 2026." }]);
  });

  it("isn't accepted for an owner whose access was removed, until it has another one", async () => {
    const gone = await makeUser(database.prisma, "member", "gone");
    const { key, version } = await create({ ownerId: gone.id });
    await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: NOW } });
    for (const to of ["accepted", "in_progress"] as const)
      await expect(transitionActionItem(as(tpm), { key, version, to })).rejects.toMatchObject(rule("owner_left"));
    const next = await updateActionItem(as(tpm), { key, version, ownerId: owner.id });
    const taken = transitionActionItem(as(owner), { key, version: next.version, to: "accepted" });
    await expect(taken).resolves.toMatchObject({ status: "accepted" });
  });

  it("blocks with a reason only what is accepted or in progress, and clears the flag with the status", async () => {
    const proposed = await create({ ownerId: owner.id });
    const early = updateActionItem(as(owner), { key: proposed.key, version: 1, blockedReason: "Waits" });
    await expect(early).rejects.toMatchObject(rule("blocked_status"));
    const { key, version } = await accepted();
    const blocked = await updateActionItem(as(owner), { key, version, blockedReason: "Waits for ACT-1" });
    expect(blocked.blockedReason).toBe("Waits for ACT-1");
    expect(await move(owner, key, { to: "implemented", evidence: "https://ci/1" })).toMatchObject({
      blockedReason: null,
    });
  });

  describe("a blocked action", () => {
    const block = async (key: string, change: object, actor = owner) =>
      updateActionItem(as(actor), { key, version: (await getActionItem(as(tpm), { key })).version, ...change });

    it("keeps until when and by what, and loses both with the flag", async () => {
      const { key } = await accepted();
      const { key: other } = await create({ title: "Move the storage" });
      const flag = { blockedReason: "Waits for the move", blockedUntil: "2026-10-12" };
      const by = { kind: "action" as const, id: other };
      expect(await block(key, { ...flag, blockedBy: by })).toMatchObject({
        ...flag,
        blockedBy: { ...by, name: "Move the storage" },
      });
      expect(await block(key, { blockedBy: { kind: "person", id: tpm.id } })).toMatchObject({
        blockedUntil: "2026-10-12",
        blockedBy: { kind: "person", id: tpm.id, name: "tpm" },
      });
      const cleared = { blockedReason: null, blockedUntil: null, blockedBy: null };
      expect(await block(key, { blockedReason: null })).toMatchObject(cleared);
      await block(key, { ...flag, blockedBy: by });
      expect(await move(owner, key, { to: "implemented", evidence: "https://ci/1" })).toMatchObject(cleared);
    });

    it.each<[string, { kind: "person" | "team" | "action"; id: string }]>([
      ["an unknown person", { kind: "person", id: "00000000-0000-4000-8000-000000000001" }],
      ["text in place of a person", { kind: "person", id: "Ada" }],
      ["an unknown team", { kind: "team", id: "00000000-0000-4000-8000-000000000001" }],
      ["an unknown action", { kind: "action", id: "ACT-99999" }],
    ])("isn't blocked by %s", async (_, blockedBy) => {
      const { key } = await accepted();
      await expect(block(key, { blockedReason: "Waits", blockedBy })).rejects.toMatchObject({ code: "invalid" });
    });

    it("rejects itself and an action hidden from the person who names it", async () => {
      const { key } = await accepted();
      const itself = block(key, { blockedReason: "Waits", blockedBy: { kind: "action", id: key } });
      await expect(itself).rejects.toMatchObject({ code: "invalid" });
      const incident = await createIncident(as(tpm), { ...INCIDENT, severity: 2, title: "Leak", restricted: true });
      const secret = await create({ incidentKey: incident.key, title: "Rotate the leaked key" }, tpm);
      const by = { kind: "action" as const, id: secret.key };
      await expect(block(key, { blockedReason: "Waits", blockedBy: by })).rejects.toMatchObject({ code: "invalid" });
      await block(key, { blockedReason: "Waits", blockedBy: by }, tpm);
      expect((await getActionItem(as(tpm), { key })).blockedBy).toMatchObject(by);
      expect(await getActionItem(as(owner), { key })).toMatchObject({ blockedReason: "Waits", blockedBy: null });
    });
  });

  it("shows the first date next to the current one, and accepts a third move only from a TPM or a manager", async () => {
    const { key } = await accepted();
    const moveTo = async (dueDate: string, actor = owner) => {
      const { version } = await getActionItem(as(actor), { key });
      return updateActionItem(as(actor), { key, version, dueDate, dueReason: "The vendor is late" });
    };
    await moveTo("2026-10-25");
    expect(await moveTo("2026-11-01")).toMatchObject({ dueMoves: 2, originalDueDate: "2026-10-20" });
    await expect(moveTo("2026-11-15")).rejects.toMatchObject(rule("due_move_needs_approval"));
    expect(await moveTo("2026-11-15", tpm)).toMatchObject({ dueMoves: 3, originalDueDate: "2026-10-20" });
  });

  it("keeps the rules of an accepted date if the action goes back to proposed", async () => {
    const { key } = await accepted();
    const moveTo = async (dueDate: string, dueReason?: string, actor = owner) => {
      const { version } = await getActionItem(as(actor), { key });
      return updateActionItem(as(actor), { key, version, dueDate, ...(dueReason ? { dueReason } : {}) });
    };
    await moveTo("2026-10-25", "The vendor is late");
    const { promised } = await move(owner, key, { to: "proposed" });
    expect(promised).toBe(true);
    const { items } = await listActionItems(as(other), ALL);
    expect(items.find((row) => row.key === key)).toMatchObject({ promised: true, abilities: { moveDate: false } });
    await expect(moveTo("2026-11-01", "I'd like it", other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(moveTo("2026-11-01")).rejects.toMatchObject(rule("due_move_needs_reason"));
    expect(await moveTo("2026-11-01", "The vendor is late")).toMatchObject({ dueMoves: 2 });
    await expect(moveTo("2026-11-15", "The vendor is late")).rejects.toMatchObject(rule("due_move_needs_approval"));
    expect(await moveTo("2026-11-15", "The vendor is late", tpm)).toMatchObject({ dueMoves: 3 });
    expect((await create()).promised).toBe(false);
  });

  it("can be done by the owner, its author and TPMs", async () => {
    const { key, version } = await create({ ownerId: owner.id }, tpm);
    const title = "Another title";
    await expect(updateActionItem(as(other), { key, version, title })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateActionItem(as(viewer), { key, version, title })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateActionItem(as(owner), { key, version, title })).resolves.toMatchObject({ title });
  });

  it("isn't affected by archiving its incident", async () => {
    const incident = await createIncident(as(other), {
      ...{ title: "Made twice", kind: "incident", severity: 3, serviceIds: [], resolvedAt: null },
      ...{ timeZone: "UTC", impactText: "", restricted: false },
    });
    const { key } = await create({ incidentKey: incident.key });
    await database.prisma.incident.update({ where: { id: incident.id }, data: { archivedAt: NOW } });
    expect(await getActionItem(as(other), { key })).toMatchObject({ status: "proposed", archived: false });
    await database.prisma.incident.delete({ where: { id: incident.id } });
    expect(await getActionItem(as(other), { key })).toMatchObject({ incident: null, archived: false });
  });
});

describe("the people of an action", () => {
  const at = async (key: string) => ({ key, version: (await getActionItem(as(other), { key })).version });
  const toldTo = async (actor: UserActor, key: string) =>
    (
      await database.prisma.notification.findMany({
        where: { userId: actor.id, href: `/actions/${key}` },
        orderBy: { createdAt: "asc" },
      })
    ).map(({ kind, subject, body }) => ({ kind, subject: subject.split(":")[0], body }));

  it("change when its owner hands it over, who says why", async () => {
    const { key } = await accepted();
    const reason = "Checkout moved to your team";
    const handed = async (from: UserActor, to: UserActor) =>
      handOver(as(from), { ...(await at(key)), ownerId: to.id, reason });
    await expect(handed(tpm, other)).rejects.toMatchObject(rule("owner_hands_over"));
    await expect(handed(owner, owner)).rejects.toMatchObject(rule("hand_over_to_owner"));
    await expect(handed(owner, viewer)).rejects.toMatchObject({ code: "invalid" });
    await expect(handed(viewer, other)).rejects.toMatchObject({ code: "forbidden" });
    const item = await handed(owner, other);
    expect(item).toMatchObject({ owner: { id: other.id }, status: "accepted" });
    expect(item.history.at(-1)).toMatchObject({ kind: "handed_over", from: "owner", to: "other", by: "owner", reason });
    expect((await toldTo(other, key)).at(-1)).toEqual({
      kind: "action_item.assigned",
      subject: "Handed over to you",
      body: reason,
    });
    await expect(
      handOver(as(other), { key, version: item.version - 1, ownerId: owner.id, reason }),
    ).rejects.toMatchObject({ code: "conflict" });
    const unread = await createIncident(as(tpm), { ...INCIDENT, title: "Leak", restricted: true });
    const hidden = await create({ incidentKey: unread.key, ownerId: owner.id }, tpm);
    await expect(handOver(as(owner), { key: hidden.key, version: 1, ownerId: other.id, reason })).rejects.toMatchObject(
      rule("access_lost"),
    );
  });

  it("are asked to verify it by name, as long as it is to verify", async () => {
    const { key } = await accepted();
    const ask = async (actor: UserActor, userId: string | null) =>
      askToVerify(as(actor), { ...(await at(key)), userId });
    await expect(ask(owner, tpm.id)).rejects.toMatchObject(rule("not_to_verify"));
    await move(owner, key, { to: "implemented", evidence: "Paged after 70 s" });
    await expect(ask(owner, owner.id)).rejects.toMatchObject(rule("second_person_needed"));
    await expect(ask(owner, viewer.id)).rejects.toMatchObject({ code: "invalid" });
    await expect(ask(viewer, tpm.id)).rejects.toMatchObject({ code: "forbidden" });
    const asked = await ask(owner, other.id);
    expect(asked).toMatchObject({ askedVerifier: { id: other.id }, askedVerifierAt: NOW.toISOString() });
    expect(asked.history.at(-1)).toMatchObject({ kind: "verifier", to: "other", by: "owner" });
    expect(await toldTo(other, key)).toEqual([
      { kind: "action_item.to_verify", subject: "Verify", body: "Paged after 70 s" },
    ]);
    expect((await ask(owner, null)).askedVerifier).toBeNull();
    await ask(other, other.id);
    expect(await toldTo(other, key)).toHaveLength(1);
    const verified = await move(tpm, key, { to: "verified" });
    expect(verified).toMatchObject({ askedVerifier: null, askedVerifierAt: null, verifiedBy: { id: tpm.id } });
  });
});

it("plans its effort in working days, or none", async () => {
  const { key } = await create({ effortDays: 3 });
  expect(await getActionItem(as(other), { key })).toMatchObject({ effortDays: 3 });
  const change = (version: number, effortDays: number | null) =>
    updateActionItem(as(other), { key, version, effortDays });
  expect(await change(1, 21)).toMatchObject({ effortDays: 21 });
  expect(await change(2, null)).toMatchObject({ effortDays: null });
});
