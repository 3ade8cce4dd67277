import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/access/actor.ts";
import type { EventRelation } from "#lib/timeline/event-relations.ts";
import { relateEvents } from "#server/curate/index.ts";
import { storyDesk } from "#server/curate/testing/story-desk.ts";
import { getIncident } from "#server/incident/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { incidentMetrics, setMilestone, updateEvent } from "#server/timeline/index.ts";
import { gatherFacts } from "./gather-facts.ts";
import { exportReview, generateReview } from "./index.ts";

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
async function relate(key: string, relation: EventRelation, lead: Event, ...events: Event[]) {
  const [first, ...below] = await desk.read(key, lead, ...events);
  if (!first) throw new Error("no lead");
  return relateEvents(desk.as(member), { key, relation, lead: first, below });
}

it("tells a merged, bundled or other account of an event once, with its count, wherever the story is told", async () => {
  const key = await desk.newIncident();
  const line = await desk.add(key, "09:00:09", "sign-in is red");
  const page = await desk.add(key, "09:00:07", "SignInErrorRate", "pagerduty", "paged");
  const repeat = await desk.add(key, "09:05:00", "sign-in is red again", "pagerduty", "alert_fired");
  const told = await desk.add(key, "09:00:30", "Half of the logins failed", "notes");
  const end = await desk.add(key, "09:40:00", "Back to normal", "notes", "resolved");
  await setMilestone(desk.as(member), { key, name: "detected", eventId: page.id, notApplicable: false });
  await relate(key, "merged", line, page);
  await relate(key, "bundled", line, repeat);
  await relate(key, "account", line, told);

  const { id, eventCount } = await getIncident(desk.as(member), { key });
  expect(eventCount).toBe(2);
  const facts = await gatherFacts(desk.as(member), id);
  expect(facts.events.map(({ title, times, kind }) => [title, times, kind])).toEqual([
    ["sign-in is red", 2, "paged"],
    ["Back to normal", undefined, "resolved"],
  ]);
  expect(facts.milestones.detected).toMatchObject({ eventId: line.id, at: "2026-03-10T09:00:07.000Z" });

  const metrics = await incidentMetrics(desk.as(member), { key });
  expect(metrics.milestones.find(({ name }) => name === "detected")?.eventId).toBe(page.id);
  expect(metrics.suggestions.map(({ name, eventId }) => [name, eventId])).toEqual([
    ["paged", line.id],
    ["resolved", end.id],
  ]);

  const review = await generateReview(desk.as(member), { key, template: "standard" });
  const text = await (await exportReview(desk.as(member), { key: review.key, format: "markdown" })).text();
  const rows = text.split("\n").filter((row) => /\| E\d+ \|$/.test(row));
  expect(rows.map((row) => row.split("|")[2]?.trim())).toEqual([
    "sign-in is red (2 times); also told as “Half of the logins failed”",
    "Back to normal",
  ]);
  await updateEvent(desk.as(member), { key, id: page.id, version: 2, pinned: true });
  const pinned = await gatherFacts(desk.as(member), id);
  expect(pinned.events.map((event) => event.pinned)).toEqual([true, false]);
});
