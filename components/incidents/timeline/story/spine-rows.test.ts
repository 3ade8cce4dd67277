import { describe, expect, it } from "vitest";
import type { Metrics } from "#lib/contract/timeline.ts";
import { sampleEvent } from "../testing/sample-event.ts";
import { groupStory } from "./group-story.ts";
import { spineRows, toneAt } from "./spine-rows.ts";

const at = (hour: number) => `2017-01-31T${String(hour).padStart(2, "0")}:00:00.000Z`;
const phase = (name: string, from: number | null, to: number | null) => ({
  name,
  label: name,
  from: from === null ? null : at(from),
  to: to === null ? null : at(to),
  known: true,
});
const facts: Pick<Metrics, "phases" | "gaps" | "band"> = {
  phases: [phase("lead_up", null, 2), phase("undetected", 2, 4), phase("watching", 20, null)],
  gaps: [{ from: at(5), to: at(18), seconds: 46_800, afterEventId: "d" }],
  band: [
    { kind: "latent", from: at(2), to: at(4), known: true },
    { kind: "outage", from: at(4), to: at(20), known: true },
    { kind: "restored", from: at(20), to: null, known: true },
  ],
};
const events = [
  sampleEvent("a", at(1)),
  sampleEvent("b", at(3)),
  sampleEvent("c", null),
  sampleEvent("d", at(5)),
  sampleEvent("e", null),
  sampleEvent("f", at(18)),
];
const read = (rows: ReturnType<typeof spineRows>) =>
  rows.map((row) => (row.type === "event" ? row.event.id : row.type === "phase" ? `# ${row.label}` : "…"));

describe("spineRows", () => {
  it("puts headings at the start of phases and gaps before the next timed event", () => {
    expect(read(spineRows(events, facts))).toEqual([
      "# lead_up",
      "a",
      "# undetected",
      "b",
      "c",
      "d",
      "e",
      "…",
      "f",
      "# watching",
    ]);
  });

  it("uses the tone of the band, or of the row above for an event without a time", () => {
    const tones = spineRows(events, facts).flatMap((row) => (row.type === "event" ? row.tone : []));
    expect(tones).toEqual(["before", "latent", "latent", "outage", "outage", "outage"]);
  });

  it("keeps every event once if nothing is known", () => {
    expect(read(spineRows(events, { phases: [], gaps: [], band: [] }))).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("gives a heading to a timeline that starts without a time", () => {
    const untimedFirst = [sampleEvent("x", null), ...events.slice(0, 1)];
    expect(read(spineRows(untimedFirst, facts))[0]).toBe("# lead_up");
  });
});

it("draws no tone before impact", () => expect(toneAt(facts.band, at(0))).toBe("before"));

describe("rows of a story being curated", () => {
  const none = { phases: [], gaps: [], band: [] };
  const kinds = (rows: ReturnType<typeof spineRows>) =>
    rows.map((row) =>
      row.type === "event" ? `${row.event.id}${row.isMember ? " below" : ""}${row.isLater ? " later" : ""}` : row.type,
    );
  const story = [
    sampleEvent("a", "2017-01-31T22:00:00.000Z"),
    sampleEvent("b", "2017-01-31T23:30:00.000Z"),
    sampleEvent("c", null),
    sampleEvent("d", "2017-02-01T00:10:00.000Z"),
  ];

  it("marks a new day in the shown time zone", () => {
    expect(kinds(spineRows(story, none))).toEqual(["a", "b", "c", "day", "d"]);
    expect(kinds(spineRows(story, { ...none, zone: "Europe/Berlin" }))).toEqual(["a", "day", "b", "c", "d"]);
    expect(kinds(spineRows(story, { ...none, zone: "America/New_York" }))).toEqual(["a", "b", "c", "d"]);
  });

  it("draws a line at the chosen moment and mutes later events, in order", () => {
    expect(kinds(spineRows(story, { ...none, seenAt: "2017-01-31T23:00:00.000Z" }))).toEqual([
      "a",
      "seen",
      "b later",
      "c later",
      "day",
      "d later",
    ]);
  });

  it("folds what is left out into one row in its place", () => {
    const rows = spineRows(story, { ...none, leftOut: new Set(["b", "c"]) });
    expect(kinds(rows)).toEqual(["a", "found", "day", "d"]);
    expect(rows.find((row) => row.type === "found")?.events.map((event) => event.id)).toEqual(["b", "c"]);
  });

  it("lists an open bundle below its lead, without phases and gaps between", () => {
    const repeat = sampleEvent("a2", "2017-02-01T00:05:00.000Z", { leadId: "a", relation: "bundled" });
    const { groups } = groupStory([...story, repeat]);
    const [first, ...rest] = story;
    const rows = spineRows([...(first ? [first] : []), repeat, ...rest], { ...none, groups });
    expect(kinds(rows)).toEqual(["a", "a2 below", "b", "c", "day", "d"]);
  });
});

it("draws a stretch as open if only its start is known", () => {
  const band: Metrics["band"] = [{ kind: "outage", from: at(4), to: null, known: false }];
  expect([toneAt(band, at(3)), toneAt(band, at(5))]).toEqual(["before", "open"]);
});
