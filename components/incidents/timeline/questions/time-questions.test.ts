import { describe, expect, it } from "vitest";
import { localChoices } from "#lib/incidents/import/local-choices.ts";
import { sampleEvent } from "../testing/sample-event.ts";
import { timeQuestions } from "./time-questions.ts";

const source = (importId: string) => ({ type: "notes", letter: "N", label: `Notes: ${importId}`, importId, line: 1 });
const asks = (reason: string, local: string | null) => ({ reason, question: "When?", local });

describe("times with open questions", () => {
  it("are grouped by import, with how many wait for its time zone", () => {
    const events = [
      sampleEvent("a", null, { source: source("i1"), ambiguity: asks("zone", "2026-11-02T22:00:00") }),
      sampleEvent("b", null, { source: source("i2"), ambiguity: asks("partial", null) }),
      sampleEvent("c", "2026-11-02T22:00:00.000Z", { source: source("i1") }),
      sampleEvent("d", null, { source: source("i1"), ambiguity: asks("fold", "2026-10-25T02:30:00") }),
    ];
    expect(
      timeQuestions(events).map((group) => [group.importId, group.events.map((one) => one.id), group.withoutZone]),
    ).toEqual([
      ["i1", ["a", "d"], 1],
      ["i2", ["b"], 0],
    ]);
  });
});

describe("possible meanings of a local time", () => {
  it.each([
    [
      "twice on that day",
      "2026-10-25T02:30:00",
      "Europe/Berlin",
      ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    ],
    ["jumped over", "2026-03-29T02:30:00", "Europe/Berlin", ["2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z"]],
    ["once", "2026-06-01T02:30:00", "Europe/Berlin", []],
    ["without a zone", "2026-06-01T02:30:00", null, []],
  ])("%s", (_, local, zone, instants) => {
    expect(localChoices({ ambiguity: asks("fold", local), zone }).map((choice) => choice.at)).toEqual(instants);
  });
  it.each([
    ["2026-06-01T02:30:00", "UTC", ["02:30", "14:30"]],
    ["2026-06-01T12:05:00", "UTC", ["00:05", "12:05"]],
    ["2026-03-29T02:30:00", "Europe/Berlin", ["14:30"]],
    ["2026-06-01T02:30:00", null, []],
  ])("one of two halves of the day: %s in %s", (local, zone, labels) => {
    expect(localChoices({ ambiguity: asks("half_day", local), zone }).map(({ label }) => label)).toEqual(labels);
  });
});
