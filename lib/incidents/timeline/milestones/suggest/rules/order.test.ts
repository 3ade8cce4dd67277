import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import type { SuggestibleEvent } from "../statements/told-event.ts";
import { suggestMilestones } from "../suggest-milestones.ts";

const BEGIN = Date.parse("2025-06-10T00:00:00Z");
const TITLES = [
  "",
  "Alert fires",
  "We notice errors",
  "Site is down",
  "Fixed the rule",
  "It works again",
  "Errors persist",
  "Most tenants recovered",
  "Bo stopped the importer",
  "The portal suffered an outage",
  "Nina noticed wrong totals",
];

const event = fc.record({
  minute: fc.integer({ min: 0, max: 10_000 }),
  kind: fc.constantFrom(...EVENT_KINDS),
  title: fc.constantFrom(...TITLES),
  section: fc.constantFrom("Incident 1", "Incident 2"),
});
const story = fc.array(event, { maxLength: 25 }).map((told) =>
  told.map(
    ({ minute, ...one }, place): SuggestibleEvent => ({
      ...one,
      id: String(place),
      at: new Date(BEGIN + minute * 60_000).toISOString(),
      precision: "minute",
    }),
  ),
);

const ORDER: readonly (readonly [MilestoneName, MilestoneName])[] = [
  ["trigger_change", "impact_started"],
  ["impact_started", "mitigation_started"],
  ["impact_started", "mitigated"],
  ["impact_started", "resolved"],
  ["detected", "acknowledged"],
  ["detected", "responding"],
  ["detected", "mitigation_started"],
  ["paged", "acknowledged"],
  ["declared", "commander_assigned"],
  ["mitigation_started", "mitigated"],
  ["mitigation_started", "resolved"],
  ["mitigated", "resolved"],
  ["resolved", "closed"],
];

describe("milestones that are suggested together", () => {
  it("are in order of time", () => {
    let pairs = 0;
    fc.assert(
      fc.property(story, (events) => {
        const found = new Map(suggestMilestones(events, {}).map(({ name, at }) => [name, at]));
        for (const [first, second] of ORDER) {
          const [from, to] = [found.get(first), found.get(second)];
          if (!from || !to) continue;
          pairs += 1;
          expect(from <= to, `${first} ${from}, ${second} ${to}`).toBe(true);
        }
      }),
    );
    expect(pairs).toBeGreaterThan(0);
  });

  it("are in order with what a person set", () => {
    const resolved = { at: new Date(BEGIN + 5000 * 60_000).toISOString(), precision: "minute" as const };
    fc.assert(
      fc.property(story, (events) => {
        const found = new Map(suggestMilestones(events, { resolved }).map(({ name, at }) => [name, at]));
        for (const name of ["impact_started", "mitigation_started", "mitigated"] as const)
          expect((found.get(name) ?? resolved.at) <= resolved.at, name).toBe(true);
        expect((found.get("closed") ?? resolved.at) >= resolved.at, "closed").toBe(true);
      }),
    );
  });

  it("are of one incident", () => {
    fc.assert(
      fc.property(story, (events) => {
        const ids = suggestMilestones(events, {}).map(({ eventId }) => eventId);
        const sections = new Set(events.filter(({ id }) => ids.includes(id)).map(({ section }) => section));
        expect(sections.size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("each have a reason as a short phrase", () => {
    let reasons = 0;
    fc.assert(
      fc.property(story, (events) => {
        for (const { reason } of suggestMilestones(events, {})) {
          reasons += 1;
          expect(reason).toMatch(/^[A-Z].{10,70}[^.,;: ]$/);
        }
      }),
    );
    expect(reasons).toBeGreaterThan(20);
  });
});
