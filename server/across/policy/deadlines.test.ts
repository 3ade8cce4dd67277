import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Deadlines } from "#lib/contract/deadline.ts";
import type { Policy } from "#lib/contract/policy.ts";
import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import type { PolicyValues } from "#lib/people/policy/values.ts";
import { listDeadlines, sendDeadline, unsendDeadline } from "#server/across/deadline/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { previewPolicy, savePolicy } from "./index.ts";

let database: TestDatabase;
let tpm: UserActor;
let owner: UserActor;
let teamId: string;

/** Wed 15 Feb 2017. */
const NOW = "2017-02-15T10:00:00Z";
const as = (actor: UserActor, now = NOW) => makeContext(database.prisma, actor, () => new Date(now));
type Scope = Parameters<typeof savePolicy>[1]["scope"];
const ALL: Scope = { serviceIds: [], teamIds: [], severities: [], priorities: [] };
const policyOf = (values: PolicyValues, scope: Partial<Scope> = {}) => ({
  ...{ name: "Payments", scope: { ...ALL, ...scope }, archived: false, movePast: false },
  // As the contract returns them: its arrays aren't readonly.
  values: values as Policy["values"],
});
const INCIDENT = {
  ...{ severity: 1, kind: "incident" as const, serviceIds: [], resolvedAt: null, timeZone: "UTC" },
  ...{ impactText: "", restricted: false },
};

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  tpm = await makeUser(prisma, "tpm", "Tess");
  owner = await makeUser(prisma, "member", "Olga");
  await prisma.ladderStart.updateMany({ data: { since: new Date("2017-01-01T00:00:00Z") } });
});
beforeEach(async () => {
  const { prisma } = database;
  await prisma.policy.deleteMany();
  await prisma.review.deleteMany();
  await prisma.incident.deleteMany();
  await prisma.actionItem.deleteMany();
  teamId = uuidv7();
  await prisma.team.create({ data: { id: teamId, name: `Team ${teamId}` } });
});
afterAll(() => database.close());

it("dates the deadlines of an incident, and starts the next one once the one before is marked as sent", async () => {
  const dora = DEADLINE_TEMPLATES[0]?.deadlines ?? [];
  const start = async (title: string) => {
    const { key } = await createIncident(as(owner), { ...INCIDENT, title });
    for (const [name, at] of [
      ["detected", "2017-02-14T09:00:00.000Z"],
      ["classified", "2017-02-14T10:40:00.000Z"],
    ] as const) {
      const event = { key, at, precision: "minute", kind: "observation", title: name, body: "" } as const;
      const { id: eventId } = await addEvent(as(owner), event);
      await setMilestone(as(owner), { key, name, eventId, notApplicable: false });
    }
    return key;
  };
  const before = await start("Before the policy");
  const input = policyOf({ deadlines: dora }, { severities: [1] });
  const preview = await previewPolicy(as(tpm), input);
  expect(preview.counts).toMatchObject({ deadline: 3 });
  expect(preview.items[0]).toMatchObject({
    key: before,
    what: "Initial notice",
    wouldBe: "2017-02-14T14:40:00.000Z",
    late: true,
  });
  const saved = await savePolicy(as(tpm), input);
  const key = await start("Payments stop");
  const states = ({ items }: Deadlines) =>
    items.map(({ dueAt, state, sentBy }) => [dueAt?.slice(5, 16) ?? null, state, sentBy?.name ?? null]);
  expect(states(await listDeadlines(as(owner), { key: before }))).toEqual([]);
  expect(states(await listDeadlines(as(owner), { key }))).toEqual([
    ["02-14T14:40", "late", null],
    [null, "ahead", null],
    [null, "ahead", null],
  ]);
  const mark = { key, deadline: "dora-initial" };
  for (const early of [
    { ...mark, at: "2017-02-13T00:00:00.000Z" },
    { key, deadline: "dora-intermediate", at: "2017-02-14T13:00:00.000Z" },
  ])
    await expect(sendDeadline(as(owner), early)).rejects.toMatchObject({ details: { fields: [{ field: "at" }] } });
  const sent = await sendDeadline(as(owner), { ...mark, at: "2017-02-14T13:00:00.000Z" });
  expect(states(sent)).toEqual([
    ["02-14T14:40", "sent", "Olga"],
    ["02-17T13:00", "ahead", null],
    [null, "ahead", null],
  ]);
  expect(states(await sendDeadline(as(tpm), mark))).toEqual(states(sent));
  await expect(sendDeadline(as(owner), { key, deadline: "nis2-final" })).rejects.toMatchObject({ code: "not_found" });
  await expect(
    sendDeadline(as(owner), { key, deadline: "dora-intermediate", at: "2017-02-16T00:00:00.000Z" }),
  ).rejects.toMatchObject({ details: { fields: [{ field: "at" }] } });
  expect(states(await unsendDeadline(as(tpm), mark))[0]).toEqual(["02-14T14:40", "late", null]);
  // As undo restores it: with when and by whom it was sent.
  expect(states(await sendDeadline(as(tpm), { ...mark, at: "2017-02-14T13:00:00.000Z" }))).toEqual(states(sent));
  // A deadline that runs on moves too, although the incident is over and has no review.
  await database.prisma.incident.updateMany({ data: { status: "resolved" } });
  const shorter = dora.map((rule) => ({ ...rule, length: { ...rule.length, count: 2 } }));
  const { items } = await previewPolicy(as(tpm), {
    ...policyOf({ deadlines: shorter }, { severities: [1] }),
    ...{ id: saved.id, version: 1 },
  });
  expect(items.map((one) => [one.key, one.what])).toEqual([[key, "Intermediate report"]]);
});
