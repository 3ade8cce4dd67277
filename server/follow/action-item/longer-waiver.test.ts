import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  answerWaiverOf,
  createActionItem,
  endWaivers,
  getActionItem,
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
const [UNTIL, LATER] = ["2026-11-15", "2026-12-20"];
const as = (actor: UserActor, now = DAY) => makeContext(database.prisma, actor, () => now);
const job = (now: string) => makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(now));
const shown = (key: string, actor = owner) => getActionItem(as(actor), { key });
const at = async (key: string) => ({ key, version: (await shown(key)).version });
const FIRST = { reason: "The storage move freezes it", mitigation: "On-call restores by hand each Monday" };
const MORE = { reason: "The storage move takes until Christmas", mitigation: "On-call restores by hand each day" };
type Step = Omit<Parameters<typeof transitionActionItem>[1], "key" | "version">;
const step = async (by: UserActor, key: string, input: Step) =>
  transitionActionItem(as(by), { ...(await at(key)), ...input });
const longer = (by: UserActor, key: string, until = LATER) => step(by, key, { to: "waived", until, ...MORE });
const answer = async (by: UserActor, key: string, answer: "approved" | "refused", reason?: string, now = DAY) =>
  answerWaiverOf(as(by, now), { ...(await at(key)), answer, ...(reason === undefined ? {} : { reason }) });
const rule = (name: string) => ({ code: "rule", details: { rule: name } });
const inbox = async (user: UserActor, key: string) => {
  const where = { userId: user.id, href: `/actions/${key}` };
  const messages = await database.prisma.notification.findMany({ where, orderBy: { id: "asc" } });
  return messages.map(({ kind, subject, body }) => ({ kind: kind.replace("action_item.waiver_", ""), subject, body }));
};
const waiverHistory = async (key: string) =>
  (await shown(key)).history.filter(({ kind }) => kind === "waiver").map(({ to }) => to);
const audited = async (key: string) => {
  const { id } = await shown(key);
  const entries = await database.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } });
  return entries.map(({ action }) => action.replace("action_item.", ""));
};

/** An action in progress that is waived until 15 November. */
const waived = async () => {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const fields = { title: "Restore every backup daily", type: "prevent" as const, priority: "P1" as const };
  const { key } = await createActionItem(as(owner), { ...blank, ...fields, ownerId: owner.id, teamId });
  await step(owner, key, { to: "in_progress" });
  const flag = { blockedReason: "The vault is closed", blockedUntil: "2026-12-24" };
  await updateActionItem(as(owner), { ...(await at(key)), ...flag });
  await step(owner, key, { to: "waived", until: UNTIL, ...FIRST });
  await answer(lead, key, "approved");
  return key;
};

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

describe("a request for a longer waiver", () => {
  it("leaves the waiver in force as it is, and asks those who answered the first one", async () => {
    const key = await waived();
    expect(await longer(owner, key)).toMatchObject({
      ...{ status: "waived", waivedUntil: UNTIL, waivedReason: FIRST.reason },
      waiver: {
        ...{ status: "approved", until: UNTIL, mitigation: FIRST.mitigation, answeredBy: "lead" },
        longer: { until: LATER, ...MORE, requestedBy: "owner", mine: true, mayAnswer: false },
      },
    });
    expect((await inbox(manager, key)).at(-1)).toEqual({
      kind: "requested",
      subject: `Approve or reject a longer waiver: ${key} Restore every backup daily`,
      body: `Until Sun 20 Dec 2026. ${MORE.reason}`,
    });
    expect((await shown(key, manager)).waiver?.longer).toMatchObject({ mine: false, mayAnswer: true });
    const work = (await getWork(as(manager))).now.find((one) => one.key === key);
    expect(work).toMatchObject({ kind: "waiver_to_answer", step: expect.stringContaining("the longer waiver") });
    expect(await waiverHistory(key)).toEqual(["requested", "longer_requested"]);
  });

  it("comes from people who work on the action, once, for a later day", async () => {
    const key = await waived();
    for (const by of [member, manager]) await expect(longer(by, key)).rejects.toMatchObject({ code: "forbidden" });
    await expect(longer(owner, key, UNTIL)).rejects.toMatchObject(rule("until_not_later"));
    await longer(owner, key);
    await expect(longer(lead, key, "2027-01-10")).rejects.toMatchObject(rule("waiver_requested"));
    await expect(step(owner, key, { to: "in_progress" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("isn't answered by the owner, or by the person who requested it", async () => {
    const key = await waived();
    await longer(lead, key);
    expect((await shown(key, lead)).waiver).toMatchObject({
      mayAnswer: true,
      longer: { mine: true, mayAnswer: false },
    });
    await expect(answer(lead, key, "approved")).rejects.toMatchObject(rule("second_person_needed"));
    await expect(answer(owner, key, "approved")).rejects.toMatchObject({ code: "forbidden" });
    expect(await answer(manager, key, "approved")).toMatchObject({ waivedUntil: LATER });
  });

  it.each([
    ["rejected", "longer_refused", (key: string) => answer(manager, key, "refused", "It pages weekly")],
    ["withdrawn", "longer_withdrawn", async (key: string) => withdrawWaiverOf(as(owner), await at(key))],
  ] as const)("changes nothing if it is %s", async (_, to, end) => {
    const key = await waived();
    const { waiver, waivedUntil } = await shown(key);
    await longer(owner, key);
    await end(key);
    expect(await shown(key)).toMatchObject({ status: "waived", waivedUntil, waiver });
    expect(await waiverHistory(key)).toEqual(["requested", "longer_requested", to]);
    await longer(owner, key);
    expect((await shown(key)).waiver?.longer).toMatchObject({ until: LATER });
  });
});

it("asks no one about a longer waiver who can't read a restricted action", async () => {
  const key = await waived();
  const before = (await inbox(manager, key)).length;
  const incident = {
    ...{ id: uuidv7(), title: "Keys leaked", severity: 1, highestSeverity: 1, startedAt: DAY },
    ...{ restricted: true, createdById: lead.id },
  };
  await database.prisma.incident.create({ data: incident });
  await database.prisma.actionItem.updateMany({
    where: { id: (await shown(key)).id },
    data: { incidentId: incident.id },
  });
  await longer(owner, key);
  expect(await inbox(manager, key)).toHaveLength(before);
  expect((await inbox(lead, key)).at(-1)).toMatchObject({ kind: "requested" });
  await expect(shown(key, manager)).rejects.toMatchObject({ code: "not_found" });
});

describe("a longer waiver that is approved", () => {
  it("moves the day, and is in the history and the audit log", async () => {
    const key = await waived();
    await longer(owner, key);
    expect(await answer(manager, key, "approved", "Until Christmas, but no longer")).toMatchObject({
      ...{ status: "waived", waivedUntil: LATER, waivedReason: MORE.reason },
      waiver: { status: "approved", until: LATER, mitigation: MORE.mitigation, answeredBy: "manager", longer: null },
    });
    const { history } = await shown(key);
    const extended = { kind: "waiver", to: "longer_approved", from: LATER, by: "manager" };
    expect(history.findLast(({ kind }) => kind === "waiver")).toMatchObject({
      ...extended,
      reason: "Until Christmas, but no longer",
    });
    expect(history.filter(({ kind, to }) => kind === "status" && to === "waived")).toHaveLength(1);
    expect((await audited(key)).slice(-2)).toEqual(["waiver_requested", "waiver_extended"]);
    expect((await inbox(owner, key)).at(-1)).toMatchObject({
      kind: "approved",
      subject: expect.stringMatching(/^Waiver extended: /),
    });
  });

  it("is announced a week before the new day, and returns the action on it, blocked as it was", async () => {
    const key = await waived();
    await endWaivers(job("2026-11-08T00:00:00Z"));
    await longer(owner, key);
    await answer(manager, key, "approved");
    const announced = async () => (await inbox(owner, key)).filter(({ kind }) => kind === "ends_soon").length;
    for (const day of ["2026-11-15", "2026-12-12"]) await endWaivers(job(`${day}T00:00:00Z`));
    expect([await announced(), (await shown(key)).status]).toEqual([1, "waived"]);
    await endWaivers(job("2026-12-13T00:00:00Z"));
    expect(await announced()).toBe(2);
    await endWaivers(job(`${LATER}T00:00:00Z`));
    const back = { status: "in_progress", waivedUntil: null, waiver: null, blockedReason: "The vault is closed" };
    expect(await shown(key)).toMatchObject(back);
  });

  it("is approved once: of two at the same time one is a conflict", async () => {
    const key = await waived();
    await longer(owner, key);
    const input = { ...(await at(key)), answer: "approved" as const };
    const both = await Promise.allSettled([answerWaiverOf(as(lead), input), answerWaiverOf(as(manager), input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });
});

describe("a request for a longer waiver whose waiver ends first", () => {
  it("is withdrawn on that day, with an entry that says so", async () => {
    const key = await waived();
    const other = await makeUser(database.prisma, "tpm", "other");
    await longer(other, key);
    await endWaivers(job(`${UNTIL}T00:00:00Z`));
    expect(await shown(key)).toMatchObject({ status: "in_progress", waivedUntil: null, waiver: null });
    const entry = (await shown(key)).history.find(({ to }) => to === "longer_withdrawn");
    expect(entry).toMatchObject({ by: null, reason: "The waiver ended on Sun 15 Nov 2026, before an answer." });
    expect((await audited(key)).filter((action) => action === "waiver_withdrawn")).toHaveLength(1);
    const told = { kind: "ended", body: expect.stringContaining("No one answered the request for a longer one") };
    for (const one of [owner, other]) expect((await inbox(one, key)).at(-1)).toMatchObject(told);
    await expect(answer(manager, key, "approved")).rejects.toMatchObject(rule("no_waiver_requested"));
    expect(await step(owner, key, { to: "waived", until: LATER, ...MORE })).toMatchObject({
      waiver: { status: "requested", longer: null },
    });
  });

  it("isn't approved on that day, even before the job has run", async () => {
    const key = await waived();
    await longer(owner, key);
    const day = new Date(`${UNTIL}T09:00:00Z`);
    await expect(answer(manager, key, "approved", undefined, day)).rejects.toMatchObject(rule("waiver_over"));
    expect(await shown(key)).toMatchObject({ waivedUntil: UNTIL });
  });

  it("ends with it if someone ends it early", async () => {
    const key = await waived();
    await longer(owner, key);
    expect(await step(manager, key, { to: "accepted" })).toMatchObject({ status: "accepted", waiver: null });
    expect(await waiverHistory(key)).toEqual(["requested", "longer_requested", "longer_withdrawn"]);
  });
});
