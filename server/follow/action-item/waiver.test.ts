import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  answerWaiverOf,
  createActionItem,
  endWaivers,
  getActionItem,
  relate,
  transitionActionItem,
  updateActionItem,
  withdrawWaiverOf,
} from "./index.ts";

let database: TestDatabase;
let owner: UserActor;
let manager: UserActor;
let lead: UserActor;
let member: UserActor;
let teamId: string;

const DAY = new Date("2026-10-01T12:00:00Z");
const as = (actor: UserActor, now = DAY) => makeContext(database.prisma, actor, () => now);
const job = (now: string) => makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(now));
const propose = async (more: { ownerId?: string; teamId?: string | null } = {}) => {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const fields = { title: "Restore every backup daily", type: "prevent" as const, priority: "P1" as const };
  const created = await createActionItem(as(owner), { ...blank, ...fields, ownerId: owner.id, teamId, ...more });
  return created.key;
};
const at = async (key: string) => ({ key, version: (await getActionItem(as(lead), { key })).version });
const WAIVED = {
  to: "waived" as const,
  reason: "The storage move freezes it",
  mitigation: "On-call restores by hand each Monday",
  until: "2026-11-15",
};
const move = async (actor: UserActor, key: string, step: { to: "accepted" | "in_progress" | "implemented" }) =>
  transitionActionItem(as(actor), { ...(await at(key)), evidence: "https://ci.example.com/1", ...step });
const request = async (key: string, by = owner, more: object = {}) =>
  transitionActionItem(as(by), { ...(await at(key)), ...WAIVED, ...more });
const answer = async (by: UserActor, key: string, answer: "approved" | "refused", reason?: string, now = DAY) =>
  answerWaiverOf(as(by, now), { ...(await at(key)), answer, ...(reason === undefined ? {} : { reason }) });
const rule = (name: string) => ({ code: "rule", details: { rule: name } });
const inbox = async (user: UserActor, key: string) =>
  (await database.prisma.notification.findMany({ where: { userId: user.id, href: `/actions/${key}` } })).map(
    ({ kind }) => kind.replace("action_item.", ""),
  );

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  owner = await makeUser(prisma, "member", "owner");
  manager = await makeUser(prisma, "member", "manager");
  lead = await makeUser(prisma, "tpm", "lead");
  member = await makeUser(prisma, "member", "member");
  teamId = uuidv7();
  await prisma.team.create({ data: { id: teamId, name: "Platform", managerId: manager.id } });
});
afterAll(() => database.close());

describe("a request for a waiver", () => {
  it("is rejected with the rule if an owner explains nothing", async () => {
    const key = await propose();
    await expect(request(key, owner, { reason: "x" })).rejects.toMatchObject(rule("reason_too_short"));
    await expect(request(key, owner, { mitigation: "x" })).rejects.toMatchObject(rule("mitigation_needed"));
    expect(await getActionItem(as(owner), { key })).toMatchObject({ status: "proposed", waiver: null });
  });

  it("keeps the status, and asks the manager of the team", async () => {
    const key = await propose();
    await move(owner, key, { to: "accepted" });
    expect(await request(key)).toMatchObject({
      status: "accepted",
      waivedUntil: null,
      waiver: { status: "requested", until: "2026-11-15", requestedBy: "owner", answeredBy: null },
      abilities: { approve: false },
    });
    expect(await inbox(manager, key)).toEqual(["waiver_requested"]);
    expect(await inbox(lead, key)).toEqual([]);
    expect((await getActionItem(as(manager), { key })).abilities.approve).toBe(true);
    await expect(request(key)).rejects.toMatchObject(rule("waiver_requested"));
  });

  it.each([
    ["the TPMs, without a manager", "waiver_requested"],
    ["nobody who can't answer it", null],
  ])("asks %s", async (_, kind) => {
    const key = await propose({ teamId: null });
    await request(key);
    expect(await inbox(kind === null ? member : lead, key)).toEqual(kind === null ? [] : [kind]);
  });

  it("can be withdrawn, and requested again", async () => {
    const key = await propose();
    await request(key);
    await expect(withdrawWaiverOf(as(member), await at(key))).rejects.toMatchObject({ code: "forbidden" });
    expect(await withdrawWaiverOf(as(owner), await at(key))).toMatchObject({ status: "proposed", waiver: null });
    await expect(withdrawWaiverOf(as(owner), await at(key))).rejects.toMatchObject(rule("no_waiver_requested"));
    await expect(answer(lead, key, "approved")).rejects.toMatchObject(rule("no_waiver_requested"));
    const { history } = await request(key);
    expect(history.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      "waiver requested",
      "waiver withdrawn",
      "waiver requested",
    ]);
  });

  it("ends when the action moves to where it can't be waived, not before", async () => {
    const key = await propose();
    await request(key);
    expect(await move(owner, key, { to: "accepted" })).toMatchObject({ waiver: { status: "requested" } });
    expect(await move(owner, key, { to: "implemented" })).toMatchObject({ waiver: null });
  });
});

describe("the answer to a request", () => {
  it("comes from the manager or a TPM: never from the owner, or from who owned it then", async () => {
    const key = await propose({ ownerId: lead.id });
    await request(key, lead);
    await expect(answer(lead, key, "approved")).rejects.toMatchObject(rule("second_person_needed"));
    await expect(answer(member, key, "approved")).rejects.toMatchObject({ code: "forbidden" });
    await updateActionItem(as(lead), { ...(await at(key)), ownerId: owner.id });
    await expect(answer(lead, key, "approved")).rejects.toMatchObject(rule("second_person_needed"));
    expect(await answer(manager, key, "approved")).toMatchObject({ status: "waived" });
  });

  it("never comes from the person who requested it, even as a TPM", async () => {
    const key = await propose();
    expect(await request(key, lead)).toMatchObject({ waiver: { mine: true } });
    for (const given of ["approved", "refused"] as const)
      await expect(answer(lead, key, given, "It can wait")).rejects.toMatchObject(rule("second_person_needed"));
    expect((await getActionItem(as(manager), { key })).waiver).toMatchObject({ mine: false });
    expect(await answer(manager, key, "approved")).toMatchObject({ status: "waived" });
  });

  it("waives the action until the day, with the names in its history", async () => {
    const key = await propose();
    await move(owner, key, { to: "in_progress" });
    await request(key);
    expect(await answer(lead, key, "approved")).toMatchObject({
      status: "waived",
      waivedUntil: "2026-11-15",
      waivedReason: WAIVED.reason,
      waiver: { status: "approved", mitigation: WAIVED.mitigation, answeredBy: "lead", leftStatus: "in_progress" },
    });
    const { history } = await getActionItem(as(member), { key });
    expect(history.at(-1)).toMatchObject({ kind: "status", from: "in_progress", to: "waived", by: "lead" });
    expect(await inbox(owner, key)).toContain("waiver_approved");
    await expect(move(owner, key, { to: "accepted" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await move(manager, key, { to: "accepted" })).toMatchObject({ status: "accepted", waiver: null });
  });

  it("rejects with a reason that the owner reads", async () => {
    const key = await propose();
    await request(key);
    await expect(answer(lead, key, "refused")).rejects.toMatchObject(rule("reason_needed"));
    expect(await answer(lead, key, "refused", "It pages weekly")).toMatchObject({ status: "proposed", waiver: null });
    const { history } = await getActionItem(as(owner), { key });
    expect(history.at(-1)).toMatchObject({ kind: "waiver", to: "refused", by: "lead", reason: "It pages weekly" });
    const told = await database.prisma.notification.findFirst({ where: { kind: "action_item.waiver_refused" } });
    expect(told).toMatchObject({ userId: owner.id, body: "It pages weekly" });
  });

  it("is given once: of two at the same time one is a conflict", async () => {
    const key = await propose();
    await request(key);
    const input = { ...(await at(key)), answer: "approved" as const };
    const both = await Promise.allSettled([answerWaiverOf(as(lead), input), answerWaiverOf(as(manager), input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });
});

describe("the day on which a waiver or a block is over", () => {
  const WHERE: [string, string, string, boolean][] = [
    ["America/Los_Angeles", "2026-11-01T04:00:00Z", "2026-10-31", false],
    ["America/Los_Angeles", "2026-11-01T04:00:00Z", "2026-11-01", true],
    ["Pacific/Auckland", "2026-10-31T12:00:00Z", "2026-11-01", false],
    ["Pacific/Auckland", "2026-10-31T12:00:00Z", "2026-11-02", true],
    ["UTC", "2026-10-31T23:59:59Z", "2026-10-31", false],
    ["UTC", "2026-10-31T23:59:59Z", "2026-11-01", true],
  ];
  const ruleOf = (step: Promise<unknown>) =>
    step.then(
      () => null,
      (error) => error.details.rule,
    );
  const live = async (timeZone: string) => database.prisma.user.update({ where: { id: owner.id }, data: { timeZone } });

  it.each(WHERE)("of a block is ahead where the owner is: in %s, at %s, %s: %s", async (zone, now, until, isAhead) => {
    const key = await propose();
    await move(owner, key, { to: "accepted" });
    await live(zone);
    const block = { ...(await at(key)), blockedReason: "Waits for the storage", blockedUntil: until };
    expect(await ruleOf(updateActionItem(as(owner, new Date(now)), block))).toBe(isAhead ? null : "until_in_past");
    await live("UTC");
  });

  it.each(WHERE)(
    "of a waiver is ahead by the calendar of its team: in %s, at %s, %s: %s",
    async (timeZone, instant, until, isAhead) => {
      const now = new Date(instant);
      const [requested, answered] = [await propose(), await propose()];
      const calendar = { id: uuidv7(), teamId, timeZone, workingDays: [1, 2, 3, 4, 5], closedDays: [] };
      await request(answered, owner, { until });
      await database.prisma.businessCalendar.create({ data: calendar });
      await live(timeZone === "Pacific/Auckland" ? "America/Los_Angeles" : "Pacific/Auckland");
      const refused = isAhead ? null : "until_in_past";
      const { teamDay } = await getActionItem(as(owner, now), { key: requested });
      expect(teamDay < until).toBe(isAhead);
      const asked = { ...(await at(requested)), ...WAIVED, until };
      expect(await ruleOf(transitionActionItem(as(owner, now), asked))).toBe(refused);
      expect(await ruleOf(answer(lead, answered, "approved", undefined, now))).toBe(refused);
      await database.prisma.businessCalendar.delete({ where: { id: calendar.id } });
      await live("UTC");
    },
  );
});

describe("a blocked flag", () => {
  const blocked = async (by?: { kind: "action" | "person" | "team"; id: string }) => {
    const key = await propose();
    await move(owner, key, { to: "in_progress" });
    const flag = { blockedReason: "The vault is closed", blockedUntil: "2026-10-20", ...(by ? { blockedBy: by } : {}) };
    await updateActionItem(as(owner), { ...(await at(key)), ...flag });
    await request(key);
    expect(await answer(lead, key, "approved")).toMatchObject({ blockedReason: null, blockedUntil: null });
    return key;
  };
  const BACK = { status: "in_progress", blockedReason: "The vault is closed", blockedUntil: "2026-10-20" };
  const shown = (key: string) => getActionItem(as(owner), { key });

  it("ends once a waiver is approved and comes back with it, in the history of the action that blocks it too", async () => {
    const blocker = await propose();
    const key = await blocked({ kind: "action", id: blocker });
    await endWaivers(job("2026-11-15T00:00:00Z"));
    expect(await shown(key)).toMatchObject({ ...BACK, blockedBy: { kind: "action", id: blocker } });
    const blocks = (await shown(key)).history.filter(({ kind }) => kind === "blocked");
    expect(blocks.map(({ to, by, reason }) => [to, by, reason])).toEqual([
      ["blocked", "owner", "The vault is closed"],
      ["blocked", null, "The vault is closed"],
    ]);
    const { history } = await shown(blocker);
    expect(history.filter(({ kind }) => kind === "relation").map(({ to }) => to)).toEqual([
      ...["added", "removed", "added"],
    ]);
  });

  it("comes back if someone ends the waiver early, but not with a status that can't be blocked", async () => {
    const [key, other] = [await blocked({ kind: "person", id: member.id }), await blocked()];
    const early = await move(lead, key, { to: "in_progress" });
    expect(early).toMatchObject({ ...BACK, blockedBy: { kind: "person", name: "member" } });
    await transitionActionItem(as(lead), { ...(await at(other)), to: "proposed" });
    expect(await shown(other)).toMatchObject({ status: "proposed", blockedReason: null });
  });

  it("comes back without a blocker that is gone, or that it blocks by now", async () => {
    const leaving = await makeUser(database.prisma, "member", "leaving soon");
    const gone = await blocked({ kind: "person", id: leaving.id });
    await database.prisma.user.delete({ where: { id: leaving.id } });
    const blocker = await propose();
    const circle = await blocked({ kind: "action", id: blocker });
    await relate(as(owner), { ...(await at(circle)), relation: "blocks", otherKey: blocker });
    expect(await endWaivers(job("2026-11-15T00:00:00Z"))).toBe(2);
    for (const key of [gone, circle]) expect(await shown(key)).toMatchObject({ ...BACK, blockedBy: null });
  });
});

describe("the end of a waiver", () => {
  const waived = async (more: Parameters<typeof propose>[0] = {}) => {
    const key = await propose(more);
    await move(owner, key, { to: "in_progress" });
    await request(key);
    await answer(lead, key, "approved");
    return key;
  };
  const statusOf = async (key: string) => (await getActionItem(as(owner), { key })).status;

  it("returns the action to its status at the start of its day, once, and notifies the owner", async () => {
    const key = await waived();
    await endWaivers(job("2026-11-14T23:59:59Z"));
    expect(await statusOf(key)).toBe("waived");
    await Promise.all([1, 2].map(() => endWaivers(job("2026-11-15T00:00:00Z"))));
    const item = await getActionItem(as(owner), { key });
    expect(item).toMatchObject({ status: "in_progress", waivedUntil: null, waivedReason: null, waiver: null });
    const last = { kind: "status", from: "waived", to: "in_progress", by: null };
    expect(item.history.filter(({ from }) => from === "waived")).toHaveLength(1);
    expect(item.history.at(-1)).toMatchObject({ ...last, reason: "The waiver ended on Sun 15 Nov 2026." });
    expect((await inbox(owner, key)).filter((kind) => kind === "waiver_ended")).toHaveLength(1);
    await endWaivers(job("2026-11-01T00:00:00Z"));
    expect(await statusOf(key)).toBe("in_progress");
  });

  it("needs the owner of an action that returns to work, and returns it to proposed if there is none", async () => {
    const key = await waived();
    const unowned = async (of: string) => updateActionItem(as(lead), { ...(await at(of)), ownerId: null });
    await expect(unowned(key)).rejects.toMatchObject(rule("owner_needed"));
    const { id: leaving } = await makeUser(database.prisma, "member", "leaving");
    await updateActionItem(as(lead), { ...(await at(key)), ownerId: leaving });
    await database.prisma.user.delete({ where: { id: leaving } });
    const proposed = await propose();
    await request(proposed);
    await answer(lead, proposed, "approved");
    expect(await unowned(proposed)).toMatchObject({ status: "waived", owner: null });
    await endWaivers(job("2026-11-17T00:00:00Z"));
    for (const one of [key, proposed]) {
      const { status, history } = await getActionItem(as(lead), { key: one });
      expect([status, history.at(-1)?.to]).toEqual(["proposed", "proposed"]);
    }
  });

  it.each([
    ["of its team", async () => waived()],
    ["of its owner's team if it has none", async () => waived({ teamId: null })],
  ])("comes at midnight in the time zone %s, wherever its owner is", async (_, make) => {
    const key = await make();
    await database.prisma.teamMember.create({ data: { teamId, userId: owner.id } });
    const calendar = { id: uuidv7(), teamId, timeZone: "America/New_York", workingDays: [1, 2, 3, 4, 5] };
    await database.prisma.businessCalendar.create({ data: { ...calendar, closedDays: [] } });
    await endWaivers(job("2026-11-15T04:59:59Z"));
    expect(await statusOf(key)).toBe("waived");
    await endWaivers(job("2026-11-15T05:00:00Z"));
    expect(await statusOf(key)).toBe("in_progress");
    await database.prisma.businessCalendar.delete({ where: { id: calendar.id } });
    await database.prisma.teamMember.deleteMany();
  });

  it("comes for the others if one can't be ended, which is logged and tried again", async () => {
    const [broken, next] = [await waived(), await waived()];
    const { id } = await getActionItem(as(owner), { key: broken });
    await database.prisma.$executeRawUnsafe(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$`);
    await database.prisma.$executeRawUnsafe(`CREATE TRIGGER fails BEFORE UPDATE ON action_item
      FOR EACH ROW WHEN (OLD.id = '${id}') EXECUTE FUNCTION fail()`);
    const ctx = job("2026-11-16T00:00:00Z");
    const logged = vi.spyOn(ctx.log, "error");
    expect(await endWaivers(ctx)).toBe(1);
    expect([await statusOf(broken), await statusOf(next)]).toEqual(["waived", "in_progress"]);
    expect(logged.mock.calls).toMatchObject([[{ action: broken }, "a waiver could not be ended or announced"]]);
    await database.prisma.$executeRawUnsafe("DROP TRIGGER fails ON action_item");
    expect(await endWaivers(job("2026-11-16T00:00:00Z"))).toBe(1);
    expect(await statusOf(broken)).toBe("in_progress");
  });

  it("is announced a week before, once, to owner and approver", async () => {
    const key = await waived();
    const announced = async (user: UserActor) =>
      (await inbox(user, key)).filter((kind) => kind === "waiver_ends_soon").length;
    await endWaivers(job("2026-11-07T23:59:59Z"));
    expect(await announced(owner)).toBe(0);
    await Promise.all([1, 2].map(() => endWaivers(job("2026-11-08T00:00:00Z"))));
    await endWaivers(job("2026-11-07T00:00:00Z"));
    await endWaivers(job("2026-11-09T00:00:00Z"));
    expect([await announced(owner), await announced(lead), await announced(member)]).toEqual([1, 1, 0]);
    expect(await statusOf(key)).toBe("waived");
  });
});
