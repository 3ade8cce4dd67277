import { beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Deadlines } from "#lib/contract/deadline.ts";
import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import { listDeadlines, sendDeadline, unsendDeadline } from "#server/across/deadline/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import type { TestDatabase } from "#server/testing/test-database.ts";
import { previewPolicy, savePolicy } from "./index.ts";
import { INCIDENT, policyDesk, policyOf } from "./testing/policy-desk.ts";

let database: TestDatabase;
let tpm: UserActor;
let owner: UserActor;

const { desk, as } = policyDesk();
beforeEach(() => {
  ({ database, tpm, owner } = desk);
});

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
  const final = { what: "Final report", deadline: "added", now: null, wouldBe: null };
  expect(preview.items).toEqual(expect.arrayContaining([expect.objectContaining(final)]));
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
