import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import { POLICY_KEYS, type PolicyKey, type PolicyValueOf } from "#lib/people/policy/values.ts";
import { createActionItem, getActionItem, transitionActionItem } from "#server/follow/action-item/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { previewPolicy, savePolicy } from "./index.ts";
import { INCIDENT, NOW, policyDesk, policyOf } from "./testing/policy-desk.ts";

const { desk, as } = policyDesk();
const days = (count: number) => ({ days: count, unit: "calendar" as const });
const ladder = { before: 5, manager: 1, tpm: 12, parentManager: 20, unit: "calendar" as const };

async function action(priority: ActionPriority, to?: "accepted") {
  const { owner, teamId } = desk;
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [] };
  const named = { ...blank, title: `A ${priority}`, type: "prevent", priority } as const;
  const { key, version } = await createActionItem(as(owner), { ...named, ownerId: owner.id, teamId });
  if (to) await transitionActionItem(as(owner), { key, version, to });
  return key;
}

/** An action of each priority, a proposal, a waiver that is requested, and a review in work with deadlines. */
async function promises() {
  const { prisma } = desk.database;
  await savePolicy(as(desk.tpm), policyOf({ deadlines: DEADLINE_TEMPLATES[0]?.deadlines ?? [] }));
  for (const priority of ["P0", "P1", "P2", "P3"] as const) await action(priority, "accepted");
  await prisma.actionItem.updateMany({ where: { priority: "P3" }, data: { updatedAt: new Date(NOW) } });
  await action("P2");
  const key = await action("P1", "accepted");
  const { version } = await getActionItem(as(desk.owner), { key });
  const why = { reason: "The disks come in March", mitigation: "Someone checks it weekly", until: "2017-03-01" };
  await transitionActionItem(as(desk.owner), { key, version, to: "waived", ...why });
  const { id: incidentId, key: incident } = await createIncident(as(desk.owner), {
    ...INCIDENT,
    title: "Payments stop",
  });
  const { number: policyEdition } = await prisma.policyEdition.findFirstOrThrow({ orderBy: { number: "desc" } });
  await prisma.incident.update({ where: { id: incidentId }, data: { resolvedAt: NOW, policyEdition } });
  for (const name of ["detected", "classified"] as const) {
    const event = { key: incident, at: "2017-02-15T09:00:00.000Z", precision: "minute", kind: "observation" } as const;
    const { id: eventId } = await addEvent(as(desk.owner), { ...event, title: name, body: "" });
    await setMilestone(as(desk.owner), { key: incident, name, eventId, notApplicable: false });
  }
  await prisma.strategicChange.create({
    data: { id: uuidv7(), title: "One alarm catalogue", status: "in_progress", statusAt: NOW, teamId: desk.teamId },
  });
  const dates = { dueFrom: NOW, dueAt: "2017-03-01T00:00:00Z", policyEdition };
  const review = { id: uuidv7(), documentId: uuidv7(), template: "quick", title: "Review", incidentId };
  await prisma.review.create({ data: { ...review, ...dates } });
}

/** Another value of each key, and what the preview says would move. Empty: past promises don't follow it. */
const CHANGES: { [Key in PolicyKey]: [() => PolicyValueOf[Key], string[]] } = {
  dueP0: [() => days(1), ["action"]],
  dueP1: [() => days(1), ["action"]],
  dueP2: [() => days(1), ["action"]],
  dueP3: [() => days(1), ["action"]],
  ladder: [() => ladder, ["ladder"]],
  ladderP0: [() => ({ ...ladder, manager: 9 }), ["ladder"]],
  ladderTpm: [() => desk.tpm.id, ["ladder another TPM is notified"]],
  ladderManager: [() => desk.owner.id, ["ladder someone else is notified, without a manager of the team"]],
  ladderParent: [() => desk.owner.id, ["ladder someone else is notified for the parent team"]],
  waiverApprovers: [() => "tpm", ["ladder others answer or end its waiver"]],
  effectDays: [() => 9, ["ladder effect is checked, if it is verified today"]],
  triage: [() => days(9), ["ladder proposal is to be answered"]],
  wantedDays: [() => 9, ["ladder people are asked whether it is still wanted"]],
  meet: [() => days(9), ["review meeting"]],
  publish: [() => days(9), ["review"]],
  reviewApprovers: [() => ["tpm"], []],
  remindShare: [() => 50, ["deadline Reminder of Initial notice", "review reminder of its publication"]],
  deadlines: [() => [], ["deadline Final report", "deadline Initial notice", "deadline Intermediate report"]],
  healthDays: [() => 5, ["change next update is due"]],
  changeEffectDays: [() => 5, ["change effect is checked, if it is delivered today"]],
};

it("previews what another value of each kind would move", async () => {
  await promises();
  const found: [PolicyKey, string[]][] = [];
  for (const key of POLICY_KEYS) {
    const input = policyOf({ [key]: CHANGES[key][0]() }, key === "deadlines" ? { severities: [1] } : {});
    const { items, counts } = await previewPolicy(as(desk.tpm), input);
    const words = items.map(({ kind, what }) => (what === null || kind === "action" ? kind : `${kind} ${what}`));
    found.push([key, [...new Set(words)].sort()]);
    expect(
      Object.values(counts).some((count) => count > 0),
      key,
    ).toBe(items.length > 0);
  }
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(POLICY_KEYS.map((key) => [key, CHANGES[key][1]])));
});

it("previews the days of strategic changes of the team alone, and which would already be late", async () => {
  const { prisma } = desk.database;
  const change = { id: uuidv7(), title: "Retire the old host", status: "in_progress", teamId: desk.teamId } as const;
  await prisma.strategicChange.create({
    data: { ...change, statusAt: NOW, healthAt: new Date("2017-02-10T10:00:00Z") },
  });
  const { id: other } = await prisma.team.create({ data: { id: uuidv7(), name: `Other ${change.id}` } });
  const preview = async (teamId: string, healthDays: number) =>
    previewPolicy(as(desk.tpm), policyOf({ healthDays }, { teamIds: [teamId] }));
  const moved = { kind: "change", title: "Retire the old host", what: "next update is due", now: "2017-02-24" };
  const { counts, items } = await preview(desk.teamId, 20);
  expect([counts.change, items]).toMatchObject([1, [{ ...moved, wouldBe: "2017-03-02", late: false }]]);
  const short = await preview(desk.teamId, 3);
  expect([short.late, short.items]).toMatchObject([0, [{ ...moved, wouldBe: "2017-02-13", late: true }]]);
  expect((await preview(other, 3)).items).toEqual([]);
  expect((await preview(desk.teamId, 14)).items).toEqual([]);
});

it("previews a waiver by the day on which it ends, not by that of a longer one", async () => {
  const { id } = await getActionItem(as(desk.owner), { key: await action("P1", "accepted") });
  const waiver = { actionItemId: id, reason: "The disks come in March", mitigation: "", askedAt: new Date(NOW) };
  const until = (day: string) => ({ ...waiver, id: uuidv7(), until: new Date(day) });
  await desk.database.prisma.waiver.createMany({
    data: [
      { ...until("2017-04-01"), status: "requested", isLonger: true },
      { ...until("2017-03-01"), status: "approved" },
    ],
  });
  const { items } = await previewPolicy(as(desk.tpm), policyOf({ waiverApprovers: "tpm" }));
  expect(items.map(({ now }) => now)).toEqual(["2017-03-01"]);
});

it("previews a substitute for a manager only where a team has none", async () => {
  await action("P1", "accepted");
  const { prisma } = desk.database;
  const moves = async () =>
    (await previewPolicy(as(desk.tpm), policyOf({ ladderManager: desk.owner.id }))).items.length;
  expect(await moves()).toBe(1);
  await prisma.team.update({ where: { id: desk.teamId }, data: { managerId: desk.tpm.id } });
  expect(await moves()).toBe(0);
});
