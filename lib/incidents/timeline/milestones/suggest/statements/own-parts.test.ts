import { describe, expect, it } from "vitest";
import { suggestMilestones } from "../suggest-milestones.ts";
import { ownParts } from "./own-parts.ts";

describe("a sentence with several times", () => {
  it.each([
    ["The alert fired at 03:12 UTC, was acknowledged at 03:15 UTC and resolved at 03:58 UTC.", 3],
    ["We were alerted at 22:48 UTC and rotated the key at 01:10 UTC.", 2],
    ["At 09:10 the disk failed, and at 09:40 it was replaced.", 2],
    ["We found the bad query around 4:02pm ET and killed it at 4:12pm ET.", 2],
    ["Customers reported errors at 10:02, we restarted the broker at 10:20, and closed the incident at 11:00.", 3],
  ])("has a statement for each: %s", (sentence, count) => expect(ownParts(sentence)).toHaveLength(count));

  it.each([
    "The site was down from 10:02 until 11:40.",
    "Between 14:05 and 14:55 UTC some customers could not upload files.",
    "It failed at 10:02, 10:20 and 10:40.",
    "The site was down (10:02-11:40).",
    "The disk failed at 10:02.",
    "It took 5:10 minutes.",
  ])("isn't a span, a list of times or one time: %s", (sentence) => expect(ownParts(sentence)).toBeNull());

  it("gives each milestone to the time of its own part", () => {
    const title = "The alert fired at 03:12 UTC, was acknowledged at 03:15 UTC and resolved at 03:58 UTC.";
    const kinds = ["alert_fired", "acknowledged", "resolved"] as const;
    const events = kinds.map((kind, at) => ({
      id: String(at),
      at: `2025-02-14T03:${["12", "15", "58"][at]}:00Z`,
      precision: "minute" as const,
      kind,
      title,
    }));
    const told = suggestMilestones(events, {}).map(({ name, at }) => `${name} ${at.slice(14, 16)}`);
    expect(told).toContain("detected 12");
    expect(told).toContain("acknowledged 15");
    expect(told).toContain("resolved 58");
  });
});

describe("trouble that no one saw", () => {
  const story = (lines: readonly (readonly [string, string])[]) =>
    suggestMilestones(
      lines.map(([clock, title], at) => ({
        id: String(at),
        at: `2025-02-14T${clock}:00Z`,
        precision: "minute" as const,
        kind: "observation" as const,
        title,
      })),
      {},
    );

  it.each([
    "What we did not notice: writes were failing",
    "Nobody noticed that writes were failing",
    "Writes began to fail unnoticed",
    "Writes were failing, undetected",
    "We failed to notice that writes were failing",
  ])("isn't the detection: %s", (title) => {
    const told = story([
      ["09:00", title],
      ["10:00", "A customer reports that orders are missing"],
      ["10:20", "We restart the writer, orders arrive again"],
    ]);
    expect(told.find(({ name }) => name === "detected")?.at.slice(11, 16)).not.toBe("09:00");
  });
});
