import { expect, it } from "vitest";
import { ticksOf } from "./axis-ticks.ts";

const piece = (from: string, to: string, width = 800) => ({
  fromMs: Date.parse(from),
  toMs: Date.parse(to),
  x0: 100,
  x1: 100 + width,
});

it("labels whole hours, and the date at midnight", () => {
  const ticks = ticksOf(piece("2017-01-31T20:50:00Z", "2017-02-01T01:10:00Z"), "UTC");
  expect(ticks.map((tick) => tick.label)).toContain("1 Feb");
  expect(ticks[0]).toMatchObject({ label: "21:00" });
  expect(ticks.every((tick) => tick.x >= 100 && tick.x <= 900)).toBe(true);
});

it("puts ticks on round times of the shown time zone", () => {
  const ticks = ticksOf(piece("2017-01-31T20:50:00Z", "2017-02-01T02:10:00Z"), "+05:30");
  expect(ticks.map((tick) => tick.label)).toContain("03:00");
  expect(ticks.every((tick) => tick.label.endsWith(":00") || tick.label.endsWith(":30"))).toBe(true);
});

it("keeps ticks apart", () => {
  const ticks = ticksOf(piece("2017-01-01T00:00:00Z", "2017-06-01T00:00:00Z"), "UTC");
  for (const [at, tick] of ticks.entries())
    if (at > 0) expect(tick.x - (ticks[at - 1]?.x ?? 0)).toBeGreaterThanOrEqual(72);
  expect(ticks.length).toBeGreaterThan(3);
});

it("names the year if an axis spans years", () => {
  const labels = ticksOf(piece("2017-01-31T00:00:00Z", "2026-11-25T00:00:00Z"), "UTC").map((tick) => tick.label);
  expect(labels[0]).toMatch(/ 2017$/);
  expect(new Set(labels).size).toBe(labels.length);
});

const labelsOf = (from: string, to: string, width = 800, zone = "UTC") =>
  ticksOf(piece(from, to, width), zone).map(({ label }) => label);

it.each([
  ["seconds below a minute", "2017-01-31T20:50:01Z", "2017-01-31T20:51:59Z", ["20:50:15", "20:50:30", "20:50:45"]],
  ["minutes from a minute on", "2017-01-31T20:50:30Z", "2017-01-31T20:57:00Z", ["20:51", "20:52", "20:53"]],
  ["the day at midnight", "2017-01-31T23:58:30Z", "2017-02-01T00:05:00Z", ["23:59", "1 Feb", "00:01"]],
  [
    "the day at midnight between seconds",
    "2017-01-31T23:59:40Z",
    "2017-02-01T00:00:50Z",
    ["23:59:45", "1 Feb", "00:00:15"],
  ],
  ["days from a day on", "2017-01-31T00:00:00Z", "2017-02-07T00:00:00Z", ["31 Jan", "1 Feb", "2 Feb"]],
  [
    "years from a quarter on",
    "2017-01-01T00:00:00Z",
    "2018-12-31T00:00:00Z",
    ["24 Jan 2017", "24 Apr 2017", "23 Jul 2017"],
  ],
])("shows %s", (_, from, to, first) => {
  expect(labelsOf(from, to).slice(0, 3)).toEqual(first);
});

it("draws a tick at both ends of a piece that starts and ends on round times", () => {
  const ticks = ticksOf(piece("2017-01-31T10:00:00Z", "2017-01-31T20:00:00Z", 720), "UTC");
  expect(ticks.map(({ x }) => Math.round(x))).toEqual(Array.from({ length: 11 }, (_, at) => 100 + at * 72));
});

it("draws ticks on round times even where a piece starts within a second", () => {
  const ticks = ticksOf(piece("2017-01-31T10:00:00.250Z", "2017-01-31T10:00:08.250Z"), "Europe/Berlin");
  expect(ticks.map(({ ms }) => ms % 1000)).toEqual(ticks.map(() => 0));
  expect(ticks[0]?.label).toBe("11:00:01");
});

it("draws ticks at least a year apart on an axis of many decades", () => {
  const ticks = ticksOf(piece("1970-01-01T00:00:00Z", "2020-01-01T00:00:00Z", 100), "UTC");
  expect((ticks[1]?.ms ?? 0) - (ticks[0]?.ms ?? 0)).toBe(365 * 86_400_000);
});
