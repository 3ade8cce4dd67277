import { expect, it } from "vitest";
import { findingRecords } from "#server/follow/finding/index.ts";
import { getIncident } from "#server/incidents/incident/index.ts";
import { incidentMetrics, setMilestone, updateEvent } from "#server/incidents/timeline/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { gatherFacts } from "./gather-facts.ts";
import { generateReview } from "./index.ts";

const on = memberDesk();

it("names a merged, bundled or other account of an event once, with its count, wherever the story is used", async () => {
  const key = await on.desk.newIncident();
  const line = await on.desk.add(key, "09:00:09", "sign-in is red");
  const page = await on.desk.add(key, "09:00:07", "SignInErrorRate", "pagerduty", "paged");
  const repeat = await on.desk.add(key, "09:05:00", "sign-in is red again", "pagerduty", "alert_fired");
  const told = await on.desk.add(key, "09:00:30", "Half of the logins failed", "notes");
  const end = await on.desk.add(key, "09:40:00", "Back to normal", "notes", "resolved");
  await setMilestone(on.desk.as(on.member), { key, name: "detected", eventId: page.id, notApplicable: false });
  await on.relate(key, "merged", line, page);
  await on.relate(key, "bundled", line, repeat);
  await on.relate(key, "account", line, told);

  const { id, eventCount } = await getIncident(on.desk.as(on.member), { key });
  expect(eventCount).toBe(2);
  const facts = await gatherFacts(on.desk.as(on.member), id);
  expect(facts.events.map(({ title, times, kind }) => [title, times, kind])).toEqual([
    ["sign-in is red", 2, "paged"],
    ["Back to normal", undefined, "resolved"],
  ]);
  expect(facts.milestones.detected).toMatchObject({ eventId: line.id, at: "2026-03-10T09:00:07.000Z" });

  const metrics = await incidentMetrics(on.desk.as(on.member), { key });
  expect(metrics.milestones.find(({ name }) => name === "detected")?.eventId).toBe(page.id);
  expect(metrics.suggestions.map(({ name, eventId }) => [name, eventId])).toEqual([
    ["paged", line.id],
    ["mitigated", end.id],
    ["resolved", end.id],
  ]);

  const review = await generateReview(on.desk.as(on.member), { key, template: "standard" }, findingRecords);
  const text = await (await exportReview(on.desk.as(on.member), { key: review.key, format: "markdown" })).text();
  const rows = text.split("\n").filter((row) => /\| E\d+ \|$/.test(row));
  expect(rows.map((row) => row.split("|")[2]?.trim())).toEqual([
    "sign-in is red (2 times); also told as “Half of the logins failed”",
    "Back to normal",
  ]);
  await updateEvent(on.desk.as(on.member), { key, id: page.id, version: 2, pinned: true });
  const pinned = await gatherFacts(on.desk.as(on.member), id);
  expect(pinned.events.map((event) => event.pinned)).toEqual([true, false]);
});
