import { expect, it } from "vitest";
import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import { bandSegments, impactSegments, placeSegments } from "./impact-band.ts";

const clock = (time: string) => `2025-06-10T${time}:00Z`;
const at = (times: Record<string, string>): MilestoneTimes =>
  Object.fromEntries(Object.entries(times).map(([name, time]) => [name, { at: clock(time), precision: "exact" }]));
const drawn = (times: Record<string, string>, severity: 1 | 3 = 1) =>
  impactSegments(at(times), severity).map(({ kind, from, to, known }) => [
    kind,
    from.slice(11, 16),
    to?.slice(11, 16) ?? null,
    known,
  ]);

it("divides a complete incident into four parts", () => {
  const times = { impact_started: "09:00", detected: "09:10", mitigated: "09:30", resolved: "10:00", closed: "10:30" };
  expect(drawn(times)).toEqual([
    ["latent", "09:00", "09:10", true],
    ["outage", "09:10", "09:30", true],
    ["degraded", "09:30", "10:00", true],
    ["restored", "10:00", "10:30", true],
  ]);
  expect(drawn(times, 3)[1]?.[0]).toBe("degraded");
});

it.each([
  ["no start of impact", { detected: "09:10", resolved: "10:00" }, []],
  [
    "signal before impact",
    { impact_started: "09:10", detected: "09:05", mitigated: "09:20", resolved: "09:20" },
    [
      ["outage", "09:10", "09:20", true],
      ["restored", "09:20", null, true],
    ],
  ],
  [
    "mitigated behind resolved, which cannot be",
    { impact_started: "09:00", detected: "09:00", resolved: "09:20", mitigated: "09:40" },
    [
      ["outage", "09:00", "09:20", false],
      ["restored", "09:20", null, true],
    ],
  ],
  ["still open", { impact_started: "09:00", detected: "09:00" }, [["outage", "09:00", null, false]]],
  [
    "mitigation not known",
    { impact_started: "09:00", detected: "09:00", resolved: "10:00" },
    [
      ["outage", "09:00", "10:00", false],
      ["restored", "10:00", null, true],
    ],
  ],
])("%s", (_, times, expected) => expect(drawn(times)).toEqual(expected));

it("places segments on an axis and cuts them at its edges", () => {
  const segments = impactSegments(at({ impact_started: "09:00", detected: "09:30" }), 1);
  const placed = placeSegments(segments, { from: clock("09:15"), to: clock("10:15") });
  expect(placed.map(({ start, end }) => [start, end])).toEqual([
    [0, 0.25],
    [0.25, 1],
  ]);
});

const window = (id: string, from: string, to: string | null, weight: number) => ({
  id,
  fromMs: Date.parse(clock(from)),
  toMs: to === null ? null : Date.parse(clock(to)),
  weight,
  basis: "measured" as const,
});
const weighed = (windows: ReturnType<typeof window>[], times: Record<string, string> = {}) =>
  bandSegments({ windows, milestones: at(times), severity: 1, nowMs: Date.parse(clock("12:00")) }).map(
    ({ kind, from, to }) => [kind, from.slice(11, 16), to?.slice(11, 16) ?? null],
  );

it("draws windows instead of milestones: unavailable from a weight of 0.5, the strongest of all services", () => {
  const windows = [
    window("a", "09:00", "09:20", 0.2),
    window("b", "09:10", "09:40", 0.5),
    window("c", "09:40", "10:00", 0),
  ];
  expect(weighed(windows, { impact_started: "08:00", detected: "09:15", resolved: "11:00", closed: "10:30" })).toEqual([
    ["latent", "09:00", "09:15"],
    ["outage", "09:15", "09:40"],
    ["degraded", "09:40", "10:00"],
    ["restored", "10:00", "10:30"],
  ]);
});

it("leaves a gap between windows, and an open window without an end", () => {
  expect(weighed([window("a", "09:00", "09:10", 1), window("b", "09:30", null, 0.1)])).toEqual([
    ["outage", "09:00", "09:10"],
    ["degraded", "09:30", null],
  ]);
});

it("uses milestones without windows", () => {
  expect(weighed([], { impact_started: "09:00", detected: "09:00", mitigated: "09:30", resolved: "09:30" })).toEqual([
    ["outage", "09:00", "09:30"],
    ["restored", "09:30", null],
  ]);
});

it("joins stretches that touch and are as bad, and keeps others apart", () => {
  expect(
    weighed([
      window("a", "09:00", "09:10", 0.6),
      window("b", "09:10", "09:20", 0.9),
      window("c", "09:20", "09:30", 0.4),
      window("d", "09:40", "09:50", 0.3),
    ]),
  ).toEqual([
    ["outage", "09:00", "09:20"],
    ["degraded", "09:20", "09:30"],
    ["degraded", "09:40", "09:50"],
    ["restored", "09:50", null],
  ]);
});

it.each([
  ["closed at the end of impact", { closed: "09:10" }, "09:10"],
  ["closed before the end of impact", { closed: "09:09" }, null],
  ["not closed", {}, null],
])("shows restored until the incident is closed: %s", (_, times, end) => {
  expect(weighed([window("a", "09:00", "09:10", 1)], times).at(-1)).toEqual(["restored", "09:10", end]);
});

it.each([
  ["before the impact", "08:00", [["outage", "09:00", "09:10"]]],
  ["at its end", "09:10", [["latent", "09:00", "09:10"]]],
  ["after its end", "11:00", [["latent", "09:00", "09:10"]]],
])("shows latent until someone noticed: %s", (_, detected, segments) => {
  expect(weighed([window("a", "09:00", "09:10", 1)], { detected })).toEqual([...segments, ["restored", "09:10", null]]);
});

it("ignores a milestone with an unknown time", () => {
  const unknown = { at: clock("09:05"), precision: "unknown" as const };
  const known = at({ impact_started: "09:00", resolved: "10:00" });
  expect(impactSegments({ ...known, detected: unknown }, 1)[0]).toMatchObject({ kind: "outage", from: clock("09:00") });
  expect(impactSegments({ impact_started: unknown }, 1)).toEqual([]);
});

it("gives no length to a segment on an axis without any", () => {
  const [placed] = placeSegments(impactSegments(at({ impact_started: "09:00", detected: "09:30" }), 1), {
    from: clock("09:00"),
    to: clock("09:00"),
  });
  expect([placed?.start, placed?.end]).toEqual([0, 0]);
});
