import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import type { EventRelation } from "#lib/timeline/event-relations.ts";
import { createFactor } from "#server/factor/index.ts";
import { createImport, redoImport, undoImport } from "#server/import/index.ts";
import { generateReview } from "#server/review/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { incidentMetrics, setMilestone, updateEvent } from "#server/timeline/index.ts";
import { relateEvents, splitEvents } from "./index.ts";
import { storyDesk } from "./testing/story-desk.ts";

let database: TestDatabase;
let member: UserActor;
let desk: ReturnType<typeof storyDesk>;

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  desk = storyDesk(database, member);
});
afterAll(() => database.close());

type Event = { id: string };
async function relate(key: string, relation: EventRelation, lead: Event, ...below: Event[]) {
  const [first, ...rest] = await desk.read(key, lead, ...below);
  if (!first) throw new Error("no lead");
  return relateEvents(desk.as(member), { key, relation, lead: first, below: rest });
}
const split = async (key: string, ...events: Event[]) =>
  splitEvents(desk.as(member), { key, events: await desk.read(key, ...events) });

async function four() {
  const key = await desk.newIncident();
  const alert = await desk.add(key, "09:00:00", "SignInErrorRate", "alertmanager", "alert_fired");
  const page = await desk.add(key, "09:00:07", "SignInErrorRate", "pagerduty", "paged");
  const line = await desk.add(key, "09:00:09", "SignInErrorRate fires");
  const repeat = await desk.add(key, "09:05:00", "SignInErrorRate", "alertmanager", "alert_fired");
  return { key, alert, page, line, repeat };
}

describe("relating events", () => {
  it("puts events below their lead, and a split is its exact inverse", async () => {
    const { key, alert, page, line } = await four();
    const before = await desk.places(key);
    const { events } = await relate(key, "merged", alert, page, line);
    expect(events.map((event) => [event.number, event.leadId, event.version])).toEqual([
      [2, alert.id, 2],
      [3, alert.id, 2],
    ]);
    expect(await desk.places(key)).toEqual(["E1", "E2 merged E1", "E3 merged E1", "E4"]);
    await split(key, page, line);
    expect(await desk.places(key)).toEqual(before);
    await relate(key, "merged", alert, page, line);
    await split(key, alert);
    expect(await desk.places(key)).toEqual(before);
  });

  it("brings along what a merged lead held, and keeps the sources of a repeat below it", async () => {
    const { key, alert, page, line, repeat } = await four();
    await relate(key, "merged", page, line);
    await relate(key, "merged", alert, page);
    expect(await desk.places(key)).toEqual(["E1", "E2 merged E1", "E3 merged E1", "E4"]);
    await split(key, alert);
    await relate(key, "merged", repeat, page);
    await relate(key, "bundled", alert, repeat);
    expect(await desk.places(key)).toEqual(["E1", "E2 merged E4", "E3", "E4 bundled E1"]);
    await relate(key, "merged", repeat, line);
    expect(await desk.places(key)).toEqual(["E1", "E2 merged E4", "E3 merged E4", "E4 bundled E1"]);
  });

  it("makes an event the lead of what it stood below", async () => {
    const { key, alert, page, line } = await four();
    await relate(key, "merged", alert, page, line);
    await relate(key, "merged", line, alert);
    expect(await desk.places(key)).toEqual(["E1 merged E3", "E2 merged E3", "E3", "E4"]);
  });

  it("changes nothing when one of the events was changed meanwhile, and answers the newer ones", async () => {
    const { key, alert, page, line } = await four();
    const [lead, ...below] = await desk.read(key, alert, page, line);
    await updateEvent(desk.as(member), { key, id: page.id, version: 1, pinned: true });
    if (!lead) throw new Error("no lead");
    await expect(relateEvents(desk.as(member), { key, relation: "merged", lead, below })).rejects.toMatchObject({
      code: "conflict",
      details: { current: [{ id: page.id, pinned: true, version: 2 }] },
    });
    expect(await desk.places(key)).toEqual(["E1", "E2", "E3", "E4"]);
  });

  it("lets one of two people win who relate and split the same events at once", async () => {
    const { key, alert, page, line, repeat } = await four();
    await relate(key, "merged", alert, page);
    for (let round = 0; round < 6; round++) {
      const [two, three, four_] = await desk.read(key, page, line, repeat);
      if (!two || !three || !four_) throw new Error("events are missing");
      const tries = await Promise.allSettled([
        splitEvents(desk.as(member), { key, events: [two] }),
        relateEvents(desk.as(member), { key, relation: "merged", lead: four_, below: [two, three] }),
      ]);
      const lost = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(lost).toMatchObject([{ code: "conflict", details: { current: [{ id: page.id }] } }]);
      expect(["E1 E2 E3 E4", "E1 E2 merged E4 E3 merged E4 E4"]).toContain((await desk.places(key)).join(" "));
      await split(key, alert, repeat);
      await relate(key, "merged", alert, page);
    }
  });

  it("refuses a viewer, a lead below itself, a stranger and what was taken out", async () => {
    const { key, alert, page } = await four();
    const [lead, other] = await desk.read(key, alert, page);
    if (!lead || !other) throw new Error("events are missing");
    const viewer = await makeUser(database.prisma, "viewer");
    const by = (actor: UserActor, below: typeof lead) =>
      relateEvents(desk.as(actor), { key, relation: "merged", lead, below: [below] });
    await expect(by(viewer, other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(by(member, lead)).rejects.toMatchObject({ code: "invalid" });
    await expect(by(member, { id: crypto.randomUUID(), version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await updateEvent(desk.as(member), { key, id: page.id, version: 1, removed: true });
    await expect(by(member, { id: page.id, version: 2 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a lead that is taken out", () => {
  it("releases what it held, and holds it again when it is put back", async () => {
    const { key, alert, page } = await four();
    await relate(key, "merged", alert, page);
    await updateEvent(desk.as(member), { key, id: alert.id, version: 1, removed: true });
    expect(await desk.places(key)).toEqual(["E2", "E3", "E4"]);
    await updateEvent(desk.as(member), { key, id: alert.id, version: 2, removed: false });
    expect(await desk.places(key)).toEqual(["E1", "E2 merged E1", "E3", "E4"]);
  });

  it("does not pull back an event that was made a lead meanwhile", async () => {
    const { key, alert, page, line } = await four();
    await relate(key, "merged", alert, page);
    await updateEvent(desk.as(member), { key, id: alert.id, version: 1, removed: true });
    await relate(key, "merged", page, line);
    await updateEvent(desk.as(member), { key, id: alert.id, version: 2, removed: false });
    expect(await desk.places(key)).toEqual(["E1", "E2", "E3 merged E2", "E4"]);
  });

  it("goes with its incident, whatever stands below what", async () => {
    const { key, alert, page, line } = await four();
    await relate(key, "merged", alert, page, line);
    const number = Number(key.slice(4));
    await database.prisma.incident.deleteMany({ where: { number } });
    expect(await database.prisma.timelineEvent.count({ where: { incident: { number } } })).toBe(0);
  });
});

describe("what hangs on a merged event", () => {
  it("keeps working: its milestone, its place in a factor", async () => {
    const { key, alert, page } = await four();
    await setMilestone(desk.as(member), { key, name: "paged", eventId: page.id, notApplicable: false });
    const review = await generateReview(desk.as(member), { key, template: "quick" });
    await createFactor(desk.as(member), {
      key: review.key,
      statement: "One alert for three failures",
      detail: "",
      role: "contributor",
      domains: [],
      status: "hypothesis",
      evidence: [{ eventId: page.id, stance: "for" }],
    });
    await relate(key, "merged", alert, page);
    const metrics = await incidentMetrics(desk.as(member), { key });
    expect(metrics.milestones.find(({ name }) => name === "paged")).toMatchObject({
      eventId: page.id,
      at: "2026-03-10T09:00:07.000Z",
    });
    const merged = (await desk.story(key)).find(({ id }) => id === page.id);
    expect(merged).toMatchObject({ leadId: alert.id, citedCount: 1, milestones: ["paged"] });
  });
});

it("is released by an import that is undone, and held again when that is redone", async () => {
  const key = await desk.newIncident();
  const line = await desk.add(key, "09:00:09", "Deploy 118 is out");
  const content = "time,title\n2026-03-10T09:00:00Z,Deploy 118";
  const { id } = await createImport(desk.as(member), { key, filename: "deploys.csv", content });
  const [lead] = (await desk.story(key)).filter(({ source }) => source.type === "csv");
  if (!lead) throw new Error("nothing was imported");
  await relate(key, "merged", lead, line);
  expect(await desk.places(key)).toEqual(["E1 merged E2", "E2"]);
  await undoImport(desk.as(member), { key, id });
  expect(await desk.places(key)).toEqual(["E1"]);
  await redoImport(desk.as(member), { key, id });
  expect(await desk.places(key)).toEqual(["E1 merged E2", "E2"]);
});
