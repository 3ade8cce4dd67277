import { describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createImport, redoImport, undoImport } from "#server/incidents/import/index.ts";
import { incidentMetrics, setMilestone, updateEvent } from "#server/incidents/timeline/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { relateEvents, splitEvents } from "./index.ts";

const on = memberDesk();

type Event = { id: string };
const split = async (key: string, ...events: Event[]) =>
  splitEvents(on.desk.as(on.member), { key, events: await on.desk.read(key, ...events) });

async function four() {
  const key = await on.desk.newIncident();
  const alert = await on.desk.add(key, "09:00:00", "SignInErrorRate", "alertmanager", "alert_fired");
  const page = await on.desk.add(key, "09:00:07", "SignInErrorRate", "pagerduty", "paged");
  const line = await on.desk.add(key, "09:00:09", "SignInErrorRate fires");
  const repeat = await on.desk.add(key, "09:05:00", "SignInErrorRate", "alertmanager", "alert_fired");
  return { key, alert, page, line, repeat };
}

describe("relating events", () => {
  it("puts events below their lead, and a split is its exact inverse", async () => {
    const { key, alert, page, line } = await four();
    const before = await on.desk.places(key);
    const { events } = await on.relate(key, "merged", alert, page, line);
    expect(events.map((event) => [event.number, event.leadId, event.version])).toEqual([
      [2, alert.id, 2],
      [3, alert.id, 2],
    ]);
    expect(await on.desk.places(key)).toEqual(["E1", "E2 merged E1", "E3 merged E1", "E4"]);
    await split(key, page, line);
    expect(await on.desk.places(key)).toEqual(before);
    await on.relate(key, "merged", alert, page, line);
    await split(key, alert);
    expect(await on.desk.places(key)).toEqual(before);
  });

  it("moves what is below a merged lead with it, and keeps the sources of a repeat below it", async () => {
    const { key, alert, page, line, repeat } = await four();
    await on.relate(key, "merged", page, line);
    await on.relate(key, "merged", alert, page);
    expect(await on.desk.places(key)).toEqual(["E1", "E2 merged E1", "E3 merged E1", "E4"]);
    await split(key, alert);
    await on.relate(key, "merged", repeat, page);
    await on.relate(key, "bundled", alert, repeat);
    expect(await on.desk.places(key)).toEqual(["E1", "E2 merged E4", "E3", "E4 bundled E1"]);
    await on.relate(key, "merged", repeat, line);
    expect(await on.desk.places(key)).toEqual(["E1", "E2 merged E4", "E3 merged E4", "E4 bundled E1"]);
  });

  it("makes an event the lead of its former lead", async () => {
    const { key, alert, page, line } = await four();
    await on.relate(key, "merged", alert, page, line);
    await on.relate(key, "merged", line, alert);
    expect(await on.desk.places(key)).toEqual(["E1 merged E3", "E2 merged E3", "E3", "E4"]);
  });

  it("changes nothing if one of the events was changed in the meantime, and returns the newer ones", async () => {
    const { key, alert, page, line } = await four();
    const [lead, ...below] = await on.desk.read(key, alert, page, line);
    await updateEvent(on.desk.as(on.member), { key, id: page.id, version: 1, pinned: true });
    if (!lead) throw new Error("no lead");
    await expect(relateEvents(on.desk.as(on.member), { key, relation: "merged", lead, below })).rejects.toMatchObject({
      code: "conflict",
      details: { current: [{ id: page.id, pinned: true, version: 2 }] },
    });
    expect(await on.desk.places(key)).toEqual(["E1", "E2", "E3", "E4"]);
  });

  it("accepts one of two people who relate and split the same events at once", async () => {
    const { key, alert, page, line, repeat } = await four();
    await on.relate(key, "merged", alert, page);
    for (let round = 0; round < 6; round++) {
      const [two, three, four_] = await on.desk.read(key, page, line, repeat);
      if (!two || !three || !four_) throw new Error("events are missing");
      const tries = await Promise.allSettled([
        splitEvents(on.desk.as(on.member), { key, events: [two] }),
        relateEvents(on.desk.as(on.member), { key, relation: "merged", lead: four_, below: [two, three] }),
      ]);
      const lost = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(lost).toMatchObject([{ code: "conflict", details: { current: [{ id: page.id }] } }]);
      expect(["E1 E2 E3 E4", "E1 E2 merged E4 E3 merged E4 E4"]).toContain((await on.desk.places(key)).join(" "));
      await split(key, alert, repeat);
      await on.relate(key, "merged", alert, page);
    }
  });

  it("rejects a viewer, a lead below itself, an event of another incident and a removed one", async () => {
    const { key, alert, page } = await four();
    const [lead, other] = await on.desk.read(key, alert, page);
    if (!lead || !other) throw new Error("events are missing");
    const viewer = await makeUser(on.database.prisma, "viewer");
    const by = (actor: UserActor, below: typeof lead) =>
      relateEvents(on.desk.as(actor), { key, relation: "merged", lead, below: [below] });
    await expect(by(viewer, other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(by(on.member, lead)).rejects.toMatchObject({ code: "invalid" });
    await expect(by(on.member, { id: crypto.randomUUID(), version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await updateEvent(on.desk.as(on.member), { key, id: page.id, version: 1, removed: true });
    await expect(by(on.member, { id: page.id, version: 2 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a lead that is removed", () => {
  it("releases the events below it, and gets them back when it is restored", async () => {
    const { key, alert, page } = await four();
    await on.relate(key, "merged", alert, page);
    await updateEvent(on.desk.as(on.member), { key, id: alert.id, version: 1, removed: true });
    expect(await on.desk.places(key)).toEqual(["E2", "E3", "E4"]);
    await updateEvent(on.desk.as(on.member), { key, id: alert.id, version: 2, removed: false });
    expect(await on.desk.places(key)).toEqual(["E1", "E2 merged E1", "E3", "E4"]);
  });

  it("does not get back an event that became a lead in the meantime", async () => {
    const { key, alert, page, line } = await four();
    await on.relate(key, "merged", alert, page);
    await updateEvent(on.desk.as(on.member), { key, id: alert.id, version: 1, removed: true });
    await on.relate(key, "merged", page, line);
    await updateEvent(on.desk.as(on.member), { key, id: alert.id, version: 2, removed: false });
    expect(await on.desk.places(key)).toEqual(["E1", "E2", "E3 merged E2", "E4"]);
  });

  it("is deleted with its incident, whatever is below what", async () => {
    const { key, alert, page, line } = await four();
    await on.relate(key, "merged", alert, page, line);
    const number = Number(key.slice(4));
    await on.database.prisma.incident.deleteMany({ where: { number } });
    expect(await on.database.prisma.timelineEvent.count({ where: { incident: { number } } })).toBe(0);
  });
});

describe("the parts of a merged event", () => {
  it("keep working: its milestone, its place in a factor", async () => {
    const { key, alert, page } = await four();
    await setMilestone(on.desk.as(on.member), { key, name: "paged", eventId: page.id, notApplicable: false });
    const review = await generateReview(on.desk.as(on.member), { key, template: "quick" }, findingRecords);
    await createFactor(on.desk.as(on.member), {
      key: review.key,
      statement: "One alert for three failures",
      detail: "",
      role: "contributor",
      domains: [],
      status: "hypothesis",
      evidence: [{ eventId: page.id, stance: "for" }],
    });
    await on.relate(key, "merged", alert, page);
    const metrics = await incidentMetrics(on.desk.as(on.member), { key });
    expect(metrics.milestones.find(({ name }) => name === "paged")).toMatchObject({
      eventId: page.id,
      at: "2026-03-10T09:00:07.000Z",
    });
    const merged = (await on.desk.story(key)).find(({ id }) => id === page.id);
    expect(merged).toMatchObject({ leadId: alert.id, citedCount: 1, milestones: ["paged"] });
  });
});

it("releases events when their import is undone, and relates them again when it is redone", async () => {
  const key = await on.desk.newIncident();
  const line = await on.desk.add(key, "09:00:09", "Deploy 118 is out");
  const content = "time,title\n2026-03-10T09:00:00Z,Deploy 118";
  const { id } = await createImport(on.desk.as(on.member), { key, filename: "deploys.csv", content });
  const [lead] = (await on.desk.story(key)).filter(({ source }) => source.type === "csv");
  if (!lead) throw new Error("nothing was imported");
  await on.relate(key, "merged", lead, line);
  expect(await on.desk.places(key)).toEqual(["E1 merged E2", "E2"]);
  await undoImport(on.desk.as(on.member), { key, id });
  expect(await on.desk.places(key)).toEqual(["E1"]);
  await redoImport(on.desk.as(on.member), { key, id });
  expect(await on.desk.places(key)).toEqual(["E1 merged E2", "E2"]);
});
