import { expect, it } from "vitest";
import { findByRules } from "../rules/by-rules.ts";
import { STORIES_TOLD } from "../testing/stories-told.ts";
import { eventsOf } from "../testing/told-lines.ts";
import { WEIGHED } from "./candidates.ts";
import { marksOf } from "./marks.ts";
import { RULED_OUT } from "./ruled-out.ts";
import { candidatesFor } from "./weigh.ts";

const SAID = { milestones: {}, isSettled: () => false, isRefused: () => false };

// The lines of each story that are weighed as a milestone, counted from 0. A minus follows what a rule excludes.
const WEIGHED_LINES: readonly (readonly [story: string, lines: string])[] = [
  [
    "a deploy that is rolled back",
    "impact_started 0 1- 2- 3- 5- 6 7- 8, detected 1- 2 3 4 5 7- 8-, responding 4 5 6 7, mitigation_started 0 6 7, mitigated 6 7 8-, resolved 7 8",
  ],
  [
    "a first step that does not help",
    "impact_started 0- 3- 4 5-, detected 0 3- 5-, responding 1 2 4, mitigation_started 2 4, mitigated 5 6, resolved 5 6",
  ],
  [
    "a supplier that fails and recovers",
    "impact_started 0- 1 2- 4- 5, detected 0- 1 2- 4-, responding none, mitigation_started none, mitigated 5, resolved 5",
  ],
  [
    "a step before the trouble",
    "impact_started 1 2 3 4, detected 1- 2 4-, responding 3, mitigation_started 0 3, mitigated 1 3 4, resolved 1- 3 4",
  ],
  [
    "back, but not well",
    "impact_started 0 1- 2 3 5- 6, detected 0- 1 2- 3- 5- 6-, responding 2 4, mitigation_started 2 4, mitigated 3 5 6-, resolved 3 5 6",
  ],
  [
    "nothing but watching",
    "impact_started 0- 1- 2-, detected 0 1 2-, responding 1, mitigation_started none, mitigated 3, resolved 3-",
  ],
  [
    "a change that the text names as the cause",
    "impact_started 0 1 2 3 4 5 6 7, detected 2- 3 6- 7-, responding none, mitigation_started 0 1 4 5, mitigated 6 7-, resolved 6 7",
  ],
  [
    "a change that nobody blames",
    "impact_started 0 1 2- 3 4, detected 1- 2 3-, responding 3, mitigation_started 0 3, mitigated 4, resolved 4",
  ],
  [
    "data that is deleted by mistake",
    "impact_started 0 1 2- 3 4 5, detected 1- 2 5-, responding 3, mitigation_started 0- 3 4, mitigated 1 3 4 5-, resolved 1- 3 4 5",
  ],
  [
    "a person who notices first",
    "impact_started 0 1 2 3 4 5, detected 0 1 2- 5-, responding none, mitigation_started 3, mitigated 2 4 5-, resolved 2 4 5",
  ],
  [
    "a plan is no deed",
    "impact_started 0- 1 2, detected 0 2-, responding none, mitigation_started 1 3 4-, mitigated 1-, resolved none",
  ],
  [
    "a flag that is turned off",
    "impact_started 0 1 2 3 4 5, detected 1- 2 3- 6-, responding 4, mitigation_started 0 4, mitigated 5 6-, resolved 5 6",
  ],
  [
    "two incidents on different days",
    "impact_started 3 4 7, detected 3 4- 5 7-, responding 6, mitigation_started 6, mitigated 4 6 7-, resolved 4 7",
  ],
  [
    "a recurrence after it was resolved",
    "impact_started 0- 2 3 4 6, detected 0 2- 3- 4- 6-, responding 1 5, mitigation_started 1 5, mitigated 2- 3 4 5 6-, resolved 2- 3- 4 6",
  ],
  [
    "a fix that is merged is not yet live",
    "impact_started 0- 1- 2 3 4-, detected 0 1 4-, responding 1, mitigation_started 2 3 5, mitigated 2 3 4 5, resolved 4 5-",
  ],
  [
    "only talk",
    "impact_started none, detected 2-, responding 0, mitigation_started none, mitigated none, resolved none",
  ],
  [
    "a change without trouble",
    "impact_started 0 1, detected 0-, responding none, mitigation_started 0 1, mitigated 2, resolved none",
  ],
  [
    "a failed failover, then a restore",
    "impact_started 0 1- 3 5 6 7 8, detected 0- 1 2 3- 6- 8-, responding 2 5, mitigation_started 5, mitigated 6 7 8-, resolved 6 7 8",
  ],
  [
    "shouted labels",
    "impact_started 1 2- 3 4-, detected 1- 2 4-, responding 3, mitigation_started 0 3, mitigated 1 4-, resolved 1- 4",
  ],
  [
    "the own status page before any signal from users",
    "impact_started 1- 3 4-, detected 1 3- 4-, responding 3, mitigation_started 3, mitigated 4 5-, resolved 4 5",
  ],
  [
    "a mitigation that eases it, and the full end later",
    "impact_started 0 1 2 3 4, detected 0- 2-, responding 1, mitigation_started 1 3, mitigated 0 2 3 4, resolved 0 2 4",
  ],
  [
    "a symptom that stays after the rollback",
    "impact_started 0- 2- 3 4-, detected 0 2- 4- 5-, responding 1 3, mitigation_started 1 3, mitigated 1 2 3 4 5-, resolved 2 3 4 5",
  ],
  [
    "impact told in a summary",
    "impact_started 0 1 2 4 5, detected 0- 1- 2 4- 5-, responding none, mitigation_started 4, mitigated 5, resolved 5",
  ],
  [
    "an end that is only hoped for",
    "impact_started 0-, detected 0, responding 1, mitigation_started 1, mitigated none, resolved none",
  ],
  [
    "a hand-over in the night",
    "impact_started 0- 3 4- 5, detected 0 4- 5-, responding none, mitigation_started 2 3, mitigated 4 5-, resolved 4 5",
  ],
  [
    "a component that comes back while the rest is down",
    "impact_started 0 1- 2 3 5 6, detected 0- 1 3- 6-, responding 4, mitigation_started 4, mitigated 1 2 5 6-, resolved 1- 2- 5 6",
  ],
  [
    "a rule that eats the processors",
    "impact_started 0 1 2 3 4 6 7 8, detected 1 2 3- 4- 6- 7-, responding none, mitigation_started 0 4 5 6 8, mitigated 6 7 8, resolved 6 7 8",
  ],
  [
    "a ramp after the holidays",
    "impact_started 0 1- 2- 3 4 5 6- 8- 9, detected 0- 1- 2 3- 4- 5- 6- 8- 9-, responding 5 7, mitigation_started 7, mitigated 0 3 8 9-, resolved 0- 3 8 9",
  ],
  [
    "a change at the content network",
    "impact_started 0 1 2 4 5, detected 1 2- 5-, responding 3, mitigation_started 0 3 5, mitigated 3 4, resolved 4",
  ],
  [
    "an upgrade of the cluster",
    "impact_started 0 1 2- 3 4 6 7, detected 1- 2 3- 4-, responding 3 4 5, mitigation_started 0 3- 5, mitigated 0 2 3 6, resolved 0- 2 6",
  ],
  [
    "a supplier's network event",
    "impact_started 0 1- 3 4 5 6 7, detected 0- 1 2- 3- 4-, responding 1- 5 7, mitigation_started 3 5 7, mitigated 3 6 7, resolved 3- 6 7",
  ],
  [
    "a hall without power",
    "impact_started 0- 1 2 3 5 6, detected 0- 1- 2 3- 5-, responding 3 6, mitigation_started 5 6, mitigated 7 8, resolved 7 8",
  ],
  [
    "a job that locks",
    "impact_started 0 1- 2- 3 5- 6-, detected 0- 1- 2 3- 5- 6-, responding 4 7, mitigation_started 0 4 7, mitigated 6 7, resolved 6 7-",
  ],
  [
    "a merge that is synchronised",
    "impact_started 0 1 2 3 4 6 7, detected 2- 3- 4-, responding 4, mitigation_started 0 1 5 6, mitigated 1 2 4 6 7, resolved 2 7",
  ],
  [
    "an exposed token",
    "impact_started 0 2 3 4 5, detected 0 1 3- 4 5-, responding 1 2, mitigation_started 2, mitigated 5-, resolved 5",
  ],
  [
    "a full disk at night",
    "impact_started 0- 2 3- 5, detected 0 2- 3- 4-, responding 2 5, mitigation_started 2 5-, mitigated 3 4 5-, resolved 3 4 5",
  ],
  [
    "records changed by accident",
    "impact_started 0 1 2 3 4 5, detected 1- 2 4- 5-, responding none, mitigation_started 0- 3, mitigated 3 5-, resolved 3 5",
  ],
  [
    "an import that is too large",
    "impact_started 0 1 2- 4- 5 6- 7, detected 0- 1- 2 3 4 5- 6- 7-, responding 3 4 5, mitigation_started 5 7, mitigated 4 5 6 7, resolved 5 6 7",
  ],
  [
    "a certificate that nobody renewed",
    "impact_started 0 1 2 3 5 6, detected 0- 1- 2 3 4-, responding 4, mitigation_started 5, mitigated 6, resolved 6",
  ],
  [
    "a migration that locks",
    "impact_started 0 1 2 3- 4 5 6 7, detected 0- 1- 2- 3 4- 5- 7-, responding 5 6, mitigation_started 0 5 6, mitigated 6 7-, resolved 6 7",
  ],
  [
    "an attack",
    "impact_started 0 1 2- 3 4 5 6 7, detected 0- 1- 2 3- 4- 5- 6 7-, responding 2- 4, mitigation_started 1 4 7-, mitigated 0, resolved 0-",
  ],
  [
    "a wrong theory",
    "impact_started 0- 1 3 5 6 7-, detected 0- 1 5- 7-, responding 3 6, mitigation_started 2 3 5 6, mitigated 3 7, resolved 3 7",
  ],
  [
    "red builds",
    "impact_started 0 1 2 3 4 5, detected 1- 2 3-, responding 3, mitigation_started 0 3 4 5, mitigated 4 5, resolved 5",
  ],
  [
    "a loop in the office",
    "impact_started 0 1 2- 3 4 5, detected 1- 2, responding none, mitigation_started 0 3, mitigated 4 5, resolved 4 5",
  ],
  [
    "another provider takes over",
    "impact_started 0 1 2 3 4 5- 6, detected 0- 1- 2 4- 5-, responding 3, mitigation_started 3 6-, mitigated 3 4 5 6-, resolved 5 6",
  ],
  [
    "a limit that was too low",
    "impact_started 0 1 2- 4 5, detected 1 2 5-, responding 4, mitigation_started 0 3 4, mitigated 4 5, resolved 5",
  ],
  [
    "an alert that comes and goes",
    "impact_started 0- 2- 4, detected 0 2 3 4-, responding 3, mitigation_started none, mitigated 1 4, resolved 1",
  ],
  [
    "it begins to recover before it is over",
    "impact_started 0 1- 4 5, detected 0- 1 4-, responding 2 3, mitigation_started 3, mitigated 4 5, resolved 4 5",
  ],
  [
    "resolved too early",
    "impact_started 0- 3 4 5, detected 0 1 3-, responding 1 4, mitigation_started 4, mitigated 0 2- 3 4 5, resolved 0- 2- 3 4 5",
  ],
  [
    "resolved too early, and no end told",
    "impact_started 0- 1 2 3, detected 0 1- 2, responding 3, mitigation_started 3 4-, mitigated 0 1- 2 3- 4, resolved 0- 1- 2 3 4-",
  ],
  [
    "a deployment that sounds like a cure",
    "impact_started 0 1 2- 3 4, detected 1- 2 3-, responding 3, mitigation_started 0 1 3, mitigated 0 1 2 4, resolved 1- 2 4",
  ],
  [
    "a revert that did not help",
    "impact_started 0 1- 2 3 4, detected 0- 1 2- 5-, responding 2 3, mitigation_started 2 3, mitigated 2 4 5-, resolved 4 5",
  ],
  [
    "a second revert that did not help",
    "impact_started 0 1- 3 4, detected 0- 1 3- 4-, responding 0 2 4, mitigation_started 2 4, mitigated 0 2 5-, resolved 0- 2- 5",
  ],
  [
    "trees that are closed and opened",
    "impact_started 0 1 2- 3, detected 0- 1- 2 3-, responding 2-, mitigation_started 0 3, mitigated 1 4, resolved 1 4",
  ],
  [
    "the vendor's incident",
    "impact_started 0 1 2- 3, detected 0- 1 2- 3- 5-, responding none, mitigation_started none, mitigated 0 4 5-, resolved 4 5",
  ],
  [
    "a leaked key",
    "impact_started 0 2 3 4 5, detected 0 1 4- 5-, responding 1 2 3, mitigation_started 2 3, mitigated 2 3- 5-, resolved 5",
  ],
  [
    "a disk that fills",
    "impact_started 0 1 2- 4 5 6, detected 0- 1- 2 3 7-, responding 3 4, mitigation_started 4 5, mitigated 2 5 6 7-, resolved 5 6 7",
  ],
  [
    "a planned upgrade that goes wrong",
    "impact_started 0 1 2 3 5 6, detected 2- 3, responding 4 5, mitigation_started 0 1 5, mitigated 2 5 6, resolved 2- 5 6",
  ],
  [
    "an attack",
    "impact_started 0 1 2- 3- 4 5, detected 0- 1- 2 3 4- 5-, responding 3 4, mitigation_started 0 4, mitigated 2 5 6, resolved 2 5 6",
  ],
  [
    "two acts, one that helped",
    "impact_started 0 1 2 3 5 7 8, detected 0- 1- 2 3- 5- 8-, responding 4 6, mitigation_started 0 4 6, mitigated 1 3 6 7 8-, resolved 1- 3- 6 7 8",
  ],
];

it.each(WEIGHED_LINES.map(([name, lines], at) => ({ name, lines, told: STORIES_TOLD[at] })))(
  "weighs these lines of $name: $lines",
  ({ name, lines, told }) => {
    expect(told?.name).toBe(name);
    const story = findByRules(eventsOf(told?.lines.split("\n") ?? []), SAID);
    const marks = marksOf(story, {});
    const weighed = WEIGHED.map((milestone) => {
      const events = candidatesFor(milestone, story, marks).map(({ event }) => event);
      const written = events.map((event) => `${event.id}${RULED_OUT[milestone](event, story) ? "-" : ""}`);
      return `${milestone} ${written.join(" ") || "none"}`;
    });
    expect(weighed.join(", ")).toBe(lines);
  },
);
