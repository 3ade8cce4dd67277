import { describe, expect, it } from "vitest";
import { STORIES_TOLD } from "../testing/stories-told.ts";
import { eventsOf } from "../testing/told-lines.ts";
import { findByRules, type Said } from "./by-rules.ts";

const DAY = "2025-06-10";
const SAID: Said = { milestones: {}, isSettled: () => false, isRefused: () => false };
const clockOf = (at: string) => (at.startsWith(DAY) ? at.slice(11, 16) : at.slice(0, 16).replace("T", " "));
const STORIES = STORIES_TOLD.map(({ name, lines }) => ({ name, events: eventsOf(lines.split("\n")) }));

// All that the rules find in each story, in the order of the stories; "-" for nothing.
const FOUND: readonly (readonly [story: string, found: string])[] = [
  [
    "a deploy that is rolled back",
    "trigger_change 14:02, detected 14:07, paged 14:08, acknowledged 14:09, responding 14:12, mitigation_started 14:20, mitigated 14:24, resolved 14:40",
  ],
  [
    "a first step that does not help",
    "detected 09:00, responding 09:05, mitigation_started 09:30, mitigated 09:50, resolved 10:00",
  ],
  ["a supplier that fails and recovers", "detected 11:04, first_public_update 11:15, mitigated 12:45, resolved 12:45"],
  [
    "a step before the trouble",
    "impact_started 08:10, detected 08:14, mitigation_started 08:30, mitigated 08:33, resolved 08:33",
  ],
  [
    "back, but not well",
    "impact_started 10:00, paged 10:03, mitigation_started 10:20, mitigated 10:22, resolved 11:15",
  ],
  ["nothing but watching", "detected 10:00, responding 10:10"],
  [
    "a change that the text names as the cause",
    "trigger_change 06:00, impact_started 09:15, detected 09:20, mitigation_started 09:45, mitigated 09:47, resolved 09:47, closed 10:00",
  ],
  [
    "a change that nobody blames",
    "impact_started 09:15, detected 09:16, mitigation_started 09:30, mitigated 10:30, resolved 10:30",
  ],
  [
    "data that is deleted by mistake",
    "trigger_change 13:00, impact_started 13:01, detected 13:05, mitigation_started 13:15, mitigated 14:30, resolved 15:00",
  ],
  [
    "a person who notices first",
    "detected 16:00, declared 16:20, commander_assigned 16:20, mitigation_started 16:40, mitigated 16:45, resolved 17:00",
  ],
  ["a plan is no deed", "detected 12:00"],
  [
    "a flag that is turned off",
    "trigger_change 15:00, impact_started 15:02, detected 15:20, mitigation_started 15:40, mitigated 15:41, resolved 15:50",
  ],
  [
    "two incidents on different days",
    "detected 2025-06-13 11:00, declared 2025-06-13 11:10, first_public_update 2025-06-13 11:15, mitigation_started 2025-06-13 12:00, mitigated 2025-06-13 12:00, resolved 2025-06-13 12:10",
  ],
  ["a recurrence after it was resolved", "detected 09:00, mitigation_started 09:50, mitigated 09:50, resolved 10:10"],
  [
    "a fix that is merged is not yet live",
    "detected 10:00, responding 10:05, mitigation_started 10:50, mitigated 10:55",
  ],
  ["only talk", "-"],
  ["a change without trouble", "-"],
  [
    "a failed failover, then a restore",
    "impact_started 02:10, detected 02:11, paged 02:11, acknowledged 02:15, mitigation_started 02:50, mitigated 03:05, resolved 03:05, closed 03:30",
  ],
  ["shouted labels", "impact_started 18:20, detected 18:25, mitigation_started 18:50, resolved 18:55"],
  [
    "the own status page before any signal from users",
    "detected 09:00, first_public_update 09:12, mitigation_started 09:30, mitigated 09:32, resolved 09:40",
  ],
  [
    "a mitigation that eases it, and the full end later",
    "declared 20:00, mitigation_started 20:10, mitigated 20:15, resolved 21:00",
  ],
  [
    "a symptom that stays after the rollback",
    "detected 14:00, mitigation_started 14:45, mitigated 14:50, resolved 15:10",
  ],
  [
    "impact told in a summary",
    "impact_started 07:31, detected 08:02, mitigation_started 08:25, mitigated 08:26, resolved 08:26",
  ],
  ["an end that is only hoped for", "detected 10:00"],
  [
    "a hand-over in the night",
    "detected 22:00, commander_assigned 22:10, mitigation_started 23:00, mitigated 23:10, closed 23:30",
  ],
  [
    "a component that comes back while the rest is down",
    "impact_started 12:00, detected 12:02, mitigation_started 12:45, mitigated 12:50, resolved 13:00",
  ],
  [
    "a rule that eats the processors",
    "trigger_change 13:42, detected 13:45, paged 13:45, first_public_update 13:49, mitigated 14:09",
  ],
  [
    "a ramp after the holidays",
    "impact_started 07:14, paged 07:01, commander_assigned 07:20, mitigation_started 08:10, mitigated 08:40, resolved 10:40",
  ],
  [
    "a change at the content network",
    "trigger_change 10:12, detected 10:20, mitigation_started 10:44, mitigated 10:46, resolved 10:46",
  ],
  [
    "an upgrade of the cluster",
    "trigger_change 14:10, impact_started 14:18, detected 14:19, mitigation_started 15:30, mitigated 15:35, resolved 15:35",
  ],
  [
    "a supplier's network event",
    "detected 02:03, declared 02:03, first_public_update 02:10, mitigation_started 06:00, mitigated 12:00, resolved 20:00",
  ],
  [
    "a hall without power",
    "impact_started 07:23, paged 07:24, first_public_update 07:55, mitigation_started 08:16, mitigated 08:35, resolved 08:35",
  ],
  ["a job that locks", "detected 16:06, mitigation_started 16:14, mitigated 16:16, resolved 16:16"],
  [
    "a merge that is synchronised",
    "impact_started 10:06, detected 10:09, mitigation_started 10:15, mitigated 10:20, resolved 10:20",
  ],
  ["an exposed token", "detected 08:00, responding 08:30, mitigation_started 08:45, closed 11:00"],
  ["a full disk at night", "detected 03:12, responding 03:30"],
  [
    "records changed by accident",
    "trigger_change 11:20, impact_started 11:50, detected 12:05, mitigation_started 12:12, resolved 14:00",
  ],
  [
    "an import that is too large",
    "detected 09:14, acknowledged 09:16, responding 09:25, mitigation_started 09:40, mitigated 09:55, resolved 09:55",
  ],
  [
    "a certificate that nobody renewed",
    "impact_started 06:40, detected 06:55, paged 07:05, responding 07:15, mitigation_started 07:30, mitigated 07:32, resolved 07:32",
  ],
  [
    "a migration that locks",
    "trigger_change 10:00, impact_started 10:03, detected 10:04, declared 10:06, commander_assigned 10:06, mitigation_started 10:10, mitigated 10:11, resolved 10:30",
  ],
  ["an attack", "impact_started 19:47, detected 19:48"],
  ["a wrong theory", "detected 13:05, mitigation_started 14:10, mitigated 14:12, resolved 14:12"],
  [
    "red builds",
    "impact_started 08:10, detected 08:15, responding 08:40, mitigation_started 08:50, mitigated 09:05, resolved 09:05",
  ],
  [
    "a loop in the office",
    "impact_started 2025-03-01 22:20, detected 2025-03-01 22:22, responding 2025-03-01 22:25, mitigation_started 2025-03-01 22:25, mitigated 2025-03-01 22:30, resolved 2025-03-01 22:50",
  ],
  ["another provider takes over", "detected 15:12"],
  [
    "a limit that was too low",
    "trigger_change 12:30, detected 13:10, mitigation_started 13:34, mitigated 13:36, resolved 13:36",
  ],
  ["an alert that comes and goes", "detected 02:00, acknowledged 02:34"],
  [
    "it begins to recover before it is over",
    "impact_started 10:00, detected 10:04, responding 10:10, mitigation_started 10:20, mitigated 10:31, resolved 10:55",
  ],
  [
    "resolved too early",
    "detected 09:00, acknowledged 09:05, mitigation_started 10:41, mitigated 10:52, resolved 10:52",
  ],
  ["resolved too early, and no end told", "detected 09:00"],
  [
    "a deployment that sounds like a cure",
    "impact_started 09:10, detected 09:14, mitigation_started 09:40, mitigated 09:48, resolved 09:48",
  ],
  [
    "a revert that did not help",
    "impact_started 12:00, detected 12:03, mitigation_started 12:33, mitigated 12:40, resolved 12:50",
  ],
  [
    "a second revert that did not help",
    "impact_started 12:00, detected 12:03, mitigation_started 12:33, resolved 12:48",
  ],
  [
    "trees that are closed and opened",
    "impact_started 15:05, detected 15:08, mitigation_started 15:30, mitigated 15:44, resolved 15:44",
  ],
  ["the vendor's incident", "impact_started 05:10, detected 05:12, mitigated 06:15, resolved 06:20"],
  ["a leaked key", "detected 08:02, acknowledged 08:10, mitigation_started 08:25, closed 10:00"],
  [
    "a disk that fills",
    "impact_started 02:11, detected 02:13, acknowledged 02:20, mitigation_started 02:31, mitigated 02:40, resolved 03:00",
  ],
  [
    "a planned upgrade that goes wrong",
    "trigger_change 20:30, impact_started 20:42, detected 20:44, responding 20:55, mitigation_started 21:05, mitigated 21:20, resolved 21:20",
  ],
  [
    "an attack",
    "impact_started 13:02, detected 13:05, responding 13:11, mitigation_started 13:20, mitigated 13:45, resolved 13:45",
  ],
  [
    "two acts, one that helped",
    "trigger_change 09:00, impact_started 09:06, detected 09:08, declared 09:12, mitigation_started 09:30, mitigated 09:36, resolved 09:50",
  ],
  [
    "a first refused request before the alert",
    "impact_started 08:51, detected 09:00, paged 09:00, mitigation_started 09:20, mitigated 09:32, resolved 09:32",
  ],
  [
    "a first failed upload before the alert",
    "impact_started 13:07, detected 13:15, mitigation_started 13:40, mitigated 13:44, resolved 13:44",
  ],
  [
    "a downgrade that solved it, and a later repair",
    "detected 10:00, responding 10:12, mitigation_started 10:40, mitigated 10:40",
  ],
  [
    "a revert that fixed it, and a later repair",
    "detected 21:00, mitigation_started 21:30, mitigated 21:30, resolved 22:20",
  ],
  ["a fix that is live, and no more is told", "detected 14:00, mitigation_started 15:10, mitigated 15:10"],
  ["another fix that is live", "detected 07:30, responding 07:45, mitigation_started 08:20, mitigated 08:20"],
  ["fields with the key times", "detected 09:04, mitigated 09:31, resolved 09:50"],
  [
    "a failover that ends the downtime",
    "impact_started 16:00, detected 16:02, mitigation_started 16:20, mitigated 16:20, resolved 16:20",
  ],
];

it.each(FOUND.map(([name, found], at) => ({ name, found, story: STORIES[at] })))(
  "finds this in $name: $found",
  ({ name, found, story }) => {
    expect(story?.name).toBe(name);
    const milestones = findByRules(story?.events ?? [], SAID).found;
    const told = [...milestones].map(([milestone, { event }]) => `${milestone} ${clockOf(event.at)}`);
    expect(told.join(", ") || "-").toBe(found);
  },
);

it("knows what it finds in every story", () => expect(FOUND).toHaveLength(STORIES.length));

describe("the reason for what is found", () => {
  it.each([
    ["a deploy that is rolled back", "trigger_change", "The last change before the trouble started, 5 m earlier"],
    ["a deploy that is rolled back", "detected", "The only event of kind “Alert fired”"],
    ["a deploy that is rolled back", "paged", "The only event of kind “Paged”"],
    ["a deploy that is rolled back", "acknowledged", "The only event of kind “Acknowledged”"],
    ["a deploy that is rolled back", "responding", "The first hands-on work on the timeline"],
    ["a deploy that is rolled back", "mitigation_started", "The step before it got better"],
    ["a deploy that is rolled back", "mitigated", "The first sign of improvement"],
    ["a deploy that is rolled back", "resolved", "The only event of kind “Resolved”"],
    ["a supplier that fails and recovers", "detected", "The only event of kind “Customer report”"],
    ["a supplier that fails and recovers", "first_public_update", "The only event of kind “Public update”"],
    ["a supplier that fails and recovers", "resolved", "The only event of kind “Impact ended”"],
    ["a step before the trouble", "impact_started", "The only event of kind “Impact started”"],
    ["a change that the text names as the cause", "trigger_change", "A later event names it as the cause"],
    [
      "a change that the text names as the cause",
      "resolved",
      "Its text states that everything works, and nothing failed after it",
    ],
    ["a change that the text names as the cause", "closed", "The only event of kind “Closed”"],
    ["a change that nobody blames", "impact_started", "The first problem before anyone noticed"],
    ["a change that nobody blames", "resolved", "It works again, and nothing failed after it"],
    ["data that is deleted by mistake", "trigger_change", "Its text mentions what went wrong with it"],
    ["a person who notices first", "detected", "Its text mentions that trouble was noticed"],
    ["a person who notices first", "declared", "The only event of kind “Declared”"],
    ["a person who notices first", "commander_assigned", "Its text also suggests “commander assigned”"],
    ["a flag that is turned off", "trigger_change", "It was rolled back later"],
    ["two incidents on different days", "mitigated", "The rollback or fix was done, and nothing failed after it"],
    ["a recurrence after it was resolved", "resolved", "The last of 2 events of kind “Resolved”"],
    ["shouted labels", "impact_started", "Its text mentions the start of the impact"],
    ["shouted labels", "resolved", "Its text mentions the end of the outage"],
    ["impact told in a summary", "resolved", "The source has it as a field"],
    ["a hand-over in the night", "commander_assigned", "The only event of kind “Commander assigned”"],
    ["a rule that eats the processors", "detected", "The only event of kind “Paged”"],
    ["an upgrade of the cluster", "impact_started", "The first failure before anyone noticed"],
    ["a supplier's network event", "declared", "Its text also suggests “declared”"],
    ["a hall without power", "impact_started", "Its text mentions affected users"],
    ["a merge that is synchronised", "mitigation_started", "The last action before it got better"],
    ["a merge that is synchronised", "mitigated", "Its text mentions “mitigated”"],
    ["records changed by accident", "resolved", "The only event of kind “Resolved”"],
    ["a wrong theory", "mitigation_started", "The last step before it got better"],
    ["red builds", "detected", "The only event of kind “Customer report”"],
    ["a loop in the office", "detected", "Its text also suggests “alert fired”"],
    ["a limit that was too low", "detected", "The first of 2 events of kind “Customer report”"],
    ["an alert that comes and goes", "detected", "The first of 2 events of kind “Alert fired”"],
  ] as const)("in %s for %s is: %s", (name, milestone, reason) => {
    const story = STORIES.find((one) => one.name === name);
    expect(findByRules(story?.events ?? [], SAID).found.get(milestone)?.reason).toBe(reason);
  });
});

describe("a decision of a person", () => {
  const namesWith = (said: Partial<Said>) =>
    [...findByRules(STORIES[0]?.events ?? [], { ...SAID, ...said }).found].map(
      ([name, { event }]) => `${name} ${clockOf(event.at)}`,
    );

  it("isn't suggested again for a settled milestone", () => {
    const names = namesWith({ isSettled: (name) => name === "paged" });
    expect(names).not.toContain("paged 14:08");
    expect(names).toContain("detected 14:07");
    expect(namesWith({ isSettled: () => true })).toEqual([]);
  });

  it("leaves out an event for the milestone for which it was rejected, and for no other", () => {
    const names = namesWith({ isRefused: (name, { at }) => name === "paged" && clockOf(at) === "14:08" });
    expect(names).not.toContain("paged 14:08");
    expect(names).toContain("detected 14:07");
  });
});
